"""Letters and papers as PDF, set with Typst and fonts of our own."""

from .render import paper

__all__ = ["paper"]
