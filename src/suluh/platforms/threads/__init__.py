"""Threads: a container is published at most once; media come from a public address."""

from .platform import Threads

PLATFORM = Threads()
