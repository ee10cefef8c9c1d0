"""Telegram channels: a bot posts; nothing tells afterwards what it posted, so what is unclear goes to a person."""

from .platform import Telegram

PLATFORM = Telegram()
