"""One proof as text: words found are marked, other people's addresses can be masked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from suluh.monitoring.models import Evidence
from suluh.organization.models import Person

from .marks import Mark, finding_mark
from .scope import visible_units

HOST = re.compile(r"\b(?:[a-z0-9-]+\.)+[a-z]{2,}\b(?:/\S*)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of an excerpt, marked or not."""

    words: str
    marked: bool = False


def evidence_of(person: Person, key: int) -> Evidence:
    """A proof about a visible unit's site.

    Raises:
        Evidence.DoesNotExist: there is none, or the person may not see its unit.
    """
    rows = Evidence.objects.filter(site__unit__in=visible_units(person)).select_related("site__unit")
    return rows.defer("blob__body").get(pk=key)


@dataclass(frozen=True, slots=True)
class ProofPage:
    """A proof as the page shows it."""

    row: Evidence
    mark: Mark
    excerpt: list[Run]
    has_body: bool


def proof_page(row: Evidence, *, original: bool) -> ProofPage:
    """A proof as text; without the right to the original, addresses of others are masked."""
    host = row.site.host if row.site else ""
    excerpt = row.excerpt if original else masked(row.excerpt, host)
    return ProofPage(row, proof_mark(row.code), runs(excerpt, row.marks), row.blob_id is not None)


def proof_mark(code: str) -> Mark:
    """The mark of what a proof speaks for: a finding, or an item of the law."""
    if code[:2] in ("B-", "T-", "D-", "I-") or code == "S":
        return Mark("proof", "", code)
    return finding_mark(code)


def masked(text: str, own_host: str) -> str:
    """The text with every address but the site's own made unreadable, so that nobody is led there."""

    def cover(found: re.Match[str]) -> str:
        name = found[0].split("/")[0].lower()
        return (
            found[0] if own_host and (name == own_host or name.endswith("." + own_host)) else "▒" * min(len(name), 12)
        )

    return HOST.sub(cover, text)


def runs(text: str, marks: Sequence[str]) -> list[Run]:
    """The text cut at the marked words."""
    words = sorted({word for word in marks if word.strip()}, key=len, reverse=True)
    if not words:
        return [Run(text)] if text else []
    cutter = re.compile("(" + "|".join(re.escape(word) for word in words) + ")", re.IGNORECASE)
    return [Run(part, place % 2 == 1) for place, part in enumerate(cutter.split(text)) if part]
