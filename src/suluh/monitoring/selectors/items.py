"""Mandatory items of a site, with the words of the law beside the state that was seen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit

from suluh.law.items import Item, items_for
from suluh.law.kinds import UnitKind
from suluh.monitoring.models import Evidence, ItemRow
from suluh.organization.models import Site

from .marks import CONTESTED, ITEM_MARKS, Mark
from .proofs import ProofPage, proof_page

FOUND = ("found", "inherited")


@dataclass(frozen=True, slots=True)
class ItemLine:
    """One item as the unit page shows it."""

    code: str
    label: str
    article: str
    law: str
    """Title of the law that the article is of, or of what else asks for the item."""
    state: str
    mark: Mark
    place: str
    evidence: Evidence | None
    evidence_url: str
    checked_at: datetime | None
    since: datetime | None
    observations: int
    times_found: int

    @property
    def periodic(self) -> bool:
        """True for periodic information, which for a village is its seven groups."""
        return self.code.startswith(("B-", "D-"))

    @property
    def proof(self) -> ProofPage | None:
        """The proof as text, while it is kept."""
        return proof_page(self.evidence, original=True) if self.evidence else None

    @property
    def is_found(self) -> bool:
        """True when the item is there, on the site or inherited."""
        return self.state in FOUND


def item_lines(site: Site | None, kind: str, contested: frozenset[str] = frozenset()) -> list[ItemLine]:
    """Items that apply to the kind and were looked for on the site, in the order of the law."""
    if site is None:
        return []
    rows = {row.code: row for row in ItemRow.objects.filter(site=site).select_related("evidence")}
    law = {item.code: item for item in items_for(UnitKind(kind))}
    known = [code for code in law if code in rows] + sorted(set(rows) - set(law))
    return [_line(rows[code], law.get(code), code in contested) for code in known]


def _line(row: ItemRow, item: Item | None, contested: bool) -> ItemLine:
    return ItemLine(
        code=row.code,
        label=item.label if item else row.code,
        article=item.article if item else "",
        law=item.version.title if item else "",
        state=row.state,
        mark=CONTESTED if contested else ITEM_MARKS.get(row.state, ITEM_MARKS["missing"]),
        place=_place(row),
        evidence=row.evidence,
        evidence_url=row.evidence_url,
        checked_at=row.checked_at,
        since=row.since,
        observations=row.observations,
        times_found=row.times_found,
    )


def _place(row: ItemRow) -> str:
    """Path of the page that proves the item; with its host when it is another's."""
    parts = urlsplit(row.evidence_url)
    path = parts.path + (f"?{parts.query}" if parts.query else "")
    return f"{parts.hostname or ''}{path}" if row.state == "inherited" else path
