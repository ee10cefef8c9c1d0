"""Channels without an interface for programs, WhatsApp Channel first: a person posts, with everything at hand."""

from .platform import Handoff

PLATFORM = Handoff()
