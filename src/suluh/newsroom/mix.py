"""How kinds are mixed beside what the charter wants, and where a story breaks the charter."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _

from suluh.kernel.prose import Draft, unsourced
from suluh.newsroom.rules import Check, Pillar, Rules
from suluh.newsroom.words import Words

DAYS = 30
ENOUGH = 10
"""Stories in thirty days below which a share says nothing."""


@dataclass(frozen=True, slots=True)
class Share:
    """A pillar's part of what was approved in thirty days; `percent` is None while there is too little."""

    pillar: Pillar
    count: int
    percent: int | None

    @property
    def over(self) -> bool:
        """More than the charter lets be."""
        return self.percent is not None and self.pillar.most is not None and self.percent > self.pillar.most

    @property
    def under(self) -> bool:
        """Less than the charter wants."""
        return self.percent is not None and self.pillar.least is not None and self.percent < self.pillar.least


@dataclass(frozen=True, slots=True)
class CharterBreach:
    """What a story breaks: the rule's code, and a sentence for the person who decides."""

    code: str
    message: str


def shares_of(counts: Mapping[str, int], pillars: Sequence[Pillar]) -> list[Share]:
    """Each pillar's share of `counts`, stories by kind."""
    total = sum(counts.values())
    found = []
    for pillar in pillars:
        count = sum(counts.get(kind, 0) for kind in pillar.kinds)
        found.append(Share(pillar, count, round(100 * count / total) if total >= ENOUGH else None))
    return found


def charter_breaches(words: Words, rules: Rules, shares: Sequence[Share]) -> list[CharterBreach]:
    """Must-haves that are missing, must-nots that are there, quotas that are used up."""
    missing = [CharterBreach(f"must:{check}", _missing(check)) for check in rules.checks if _lacks(words, check)]
    return [*missing, *_forbidden(words, rules), *_crowded(words, shares)]


def _lacks(words: Words, check: Check) -> bool:
    if check is Check.ALT:
        return any(not one.get("alt") for one in words.media)
    if check is Check.SOURCE:
        return bool(unsourced(Draft(words.title, words.text, timezone.localdate())))
    told = {Check.PLACE: words.place, Check.DAY: words.happens_on, Check.CONTACT: words.contact}
    return not told[check]


def _missing(check: Check) -> str:
    return {
        Check.PLACE: _("The charter wants the place to be named."),
        Check.DAY: _("The charter wants the day to be named."),
        Check.CONTACT: _("The charter wants a contact of the office for citizens."),
        Check.ALT: _("The charter wants every photo to be described."),
        Check.SOURCE: _("The charter wants quotes and figures to name their source."),
    }[check]


def _forbidden(words: Words, rules: Rules) -> Iterator[CharterBreach]:
    text = f"{words.title}\n{words.text}\n{' '.join(words.variants.values())}"
    for number, rule in enumerate(rules.must_nots):
        found = [word for word in rule.words if re.search(rf"\b{re.escape(word)}\b", text, re.IGNORECASE)]
        if found:
            told = {"rule": rule.text, "words": ", ".join(f"“{word}”" for word in found)}
            yield CharterBreach(f"must-not:{number}", _("Never published: %(rule)s Found: %(words)s.") % told)


def _crowded(words: Words, shares: Sequence[Share]) -> Iterator[CharterBreach]:
    for share in shares:
        if share.over and words.kind in share.pillar.kinds:
            yield CharterBreach(f"quota:{share.pillar.name}", share_told(share))


def share_told(share: Share) -> str:
    """A share beside its bound, as a sentence."""
    told = {"name": share.pillar.name, "percent": share.percent, "days": DAYS}
    if share.over:
        return _("%(name)s %(percent)s%% of %(days)s days, the charter says at most %(most)s%%.") % {
            **told,
            "most": share.pillar.most,
        }
    if share.under:
        return _("%(name)s %(percent)s%% of %(days)s days, the charter says at least %(least)s%%.") % {
            **told,
            "least": share.pillar.least,
        }
    return _("%(name)s %(percent)s%% of %(days)s days.") % told
