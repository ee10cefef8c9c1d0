"""YouTube: a video goes up in pieces through a session that is noted, so that a cut upload goes on where it stopped."""

from .platform import YouTube

PLATFORM = YouTube()
