"""Letters and papers as PDF and pictures as PNG, set with Typst and fonts of our own."""

from .letterhead import Letterhead
from .render import pages, paper, picture

__all__ = ["Letterhead", "pages", "paper", "picture"]
