"""Letters and papers as PDF, set with Typst and fonts of our own."""

from .letterhead import Letterhead
from .render import paper

__all__ = ["Letterhead", "paper"]
