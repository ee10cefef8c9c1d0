"""Advice on short Indonesian news: what a reader will miss, where, why, and what to write instead.

Pure and deterministic. Nothing here blocks: personal data ask for a person's confirmation, all else is advice.
"""

from suluh.kernel.prose.reading import advise
from suluh.kernel.prose.sources import unsourced
from suluh.kernel.prose.values import Advice, Bounds, Draft, Facts, Picture, Report

__all__ = ["Advice", "Bounds", "Draft", "Facts", "Picture", "Report", "advise", "unsourced"]
