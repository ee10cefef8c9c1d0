"""TikTok: an upload has an id before its first byte, and that id tells what became of it."""

from .platform import TikTok

PLATFORM = TikTok()
