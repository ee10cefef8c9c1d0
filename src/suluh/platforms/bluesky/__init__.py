"""Bluesky and every other server of the AT Protocol: the client chooses the record's key, so a repeat shows one."""

from .platform import Bluesky

PLATFORM = Bluesky()
