"""Names that gambling houses coin for themselves: `hoki88`, `indoslot`, `totomacau`."""

from __future__ import annotations

import re
from functools import lru_cache

from suluh.monitoring.probes.injection.data import alternatives
from suluh.monitoring.probes.injection.terms import Term, terms

_LUCKY = alternatives("lucky_numbers")
_BRAND = re.compile(
    r"[a-z]{2,12}(?:slot|bet|toto|poker|togel|qq|vegas|gacor|casino|jp|4d)\d{2,4}"
    rf"|(?=.*(?:{alternatives('brand_stems')}))[a-z]{{2,16}}(?:{_LUCKY})(?:slot|bet|d)?"
)
NUMBERED = re.compile(rf"[a-z]{{3,12}}(?:{_LUCKY})")
"""A word with a number that such houses like; it may be anything."""

_COMPOUND = re.compile(
    r"[a-z0-9]{2,14}(?:slot|togel|gacor|casino|kasino|poker|maxwin|toto|sbobet|bet|4d|qq|vegas)"
    r"|(?:slot|togel|gacor|judi|casino|kasino|poker|maxwin|toto|rtp|bandar|sbobet|mpo|idn|qq)[a-z0-9]{3,14}"
)
_COMMON = re.compile(alternatives("ordinary_words"))
_SCHOOLISH = re.compile(rf"(?:{alternatives('numbered_words')})\d+.*")


@lru_cache(maxsize=50_000)
def coined(word: str) -> Term | None:
    """A coined name such as `hoki88`, `indoslot`, `totomacau`; None for an ordinary word."""
    if len(word) < 5 or word in terms() or _COMMON.fullmatch(word) or _SCHOOLISH.fullmatch(word):
        return None
    if _BRAND.fullmatch(word):
        return Term((word,), "promo", 3.0)
    if _COMPOUND.fullmatch(word):
        return Term((word,), "promo", 2.0)
    return Term((word,), "soft", 0.5) if NUMBERED.fullmatch(word) else None
