"""Instagram, professional accounts: a container is published at most once; media come from a public address."""

from .platform import Instagram

PLATFORM = Instagram()
