"""Mastodon: the server remembers a key for an hour and shows one status for it."""

from .platform import Mastodon

PLATFORM = Mastodon()
