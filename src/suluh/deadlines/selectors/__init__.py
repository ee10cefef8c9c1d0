"""Reads of the deadlines. Every list starts from `visible_to(person)`."""

from .clocks import clocks_of, due_soon, open_clock, open_clocks_visible_to, pace, paces_of
from .pages import page_by_due

__all__ = ["clocks_of", "due_soon", "open_clock", "open_clocks_visible_to", "pace", "paces_of", "page_by_due"]
