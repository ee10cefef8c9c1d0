"""Article pages of the world's site kinds, written by us, with exact title, date and text.

`tuning` kinds may be looked at while rules are written; `held_out` kinds never were. Prose is made of random words.
"""

from bench.pages.draw import Made, Piece, draw
from bench.pages.held_out import HELD_OUT
from bench.pages.tuning import TUNING

__all__ = ["HELD_OUT", "TUNING", "Made", "Piece", "draw"]
