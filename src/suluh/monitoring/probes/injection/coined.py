"""Names that gambling houses coin for themselves: `hoki88`, `indoslot`, `totomacau`."""

from __future__ import annotations

import re
from functools import lru_cache

from suluh.monitoring.probes.injection.data import alternatives, words
from suluh.monitoring.probes.injection.terms import Term, terms

_LUCKY = frozenset(words("lucky_numbers"))
_STEMS = re.compile(alternatives("brand_stems"))
_NUMBERED = re.compile(r"([a-z]{2,16}?)(\d{2,4}|4d)(slot|bet|d)?")
_HOUSE = re.compile(r"[a-z]{2,12}(?:slot|bet|toto|poker|togel|qq|vegas|gacor|casino|jp|4d)\d{2,4}")
_COMPOUND = re.compile(
    r"[a-z0-9]{2,14}(?:slot|togel|gacor|casino|kasino|poker|maxwin|toto|sbobet|bet|4d|qq|vegas)"
    r"|(?:slot|togel|gacor|judi|casino|kasino|poker|maxwin|toto|rtp|bandar|sbobet|mpo|idn|qq)[a-z0-9]{3,14}"
)
_COMMON = re.compile(alternatives("ordinary_words"))
_SCHOOLISH = re.compile(rf"(?:{alternatives('numbered_words')})\d+.*")


@lru_cache(maxsize=20_000)
def coined(word: str) -> Term | None:
    """A coined name such as `hoki88`, `indoslot`, `totomacau`; None for an ordinary word."""
    if len(word) < 5 or word in terms() or _COMMON.fullmatch(word) or _SCHOOLISH.fullmatch(word):
        return None
    if _HOUSE.fullmatch(word):
        return Term((word,), "promo", 3.0)
    numbered = _lucky(word)
    if numbered and _STEMS.search(word):
        return Term((word,), "promo", 3.0)
    if _COMPOUND.fullmatch(word):
        return Term((word,), "promo", 2.0)
    return Term((word,), "soft", 0.5) if numbered and not numbered.group(3) else None


def is_numbered(word: str) -> bool:
    """A word with a number that such houses like; it may be anything."""
    found = _lucky(word)
    return found is not None and not found.group(3)


def _lucky(word: str) -> re.Match[str] | None:
    found = _NUMBERED.fullmatch(word)
    return found if found and found.group(2) in _LUCKY else None
