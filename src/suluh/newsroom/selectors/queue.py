"""The desk's queue: who has which story, since when, and what the charter promised."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from suluh.kernel.row_keys import row_key
from suluh.newsroom.models import Story
from suluh.newsroom.voices import principals_of
from suluh.organization.models import Person
from suluh.organization.rights import Operator, grants_of

from .charter import on_duty, rules_in_force
from .stories import stories_visible_to

TABS = {"saya": Story.State.SUBMITTED, "meja": Story.State.SUBMITTED, "unit": Story.State.RETURNED}
APPROVED = "setuju"
PAGES = (50, 500)
"""Rows of a page: as it opens, and for whoever wants to see far."""
MOST_COUNTED = 1000
"""Rows beyond which nobody counts: a number that large is told as "999+"."""
DRAWN = (
    *("title", "kind", "state", "route", "step", "submitted_at", "waits_since", "promised_at", "vacant_since"),
    *("unit__name", "submitted_by__name", "held_by__name"),
)
"""What a row of the list shows; words and media of hundreds of stories stay where they are."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody wants to see of the queue."""

    tab: str = ""
    kind: str = ""
    late: bool = False
    free: bool = False
    words: str = ""
    after: str = ""
    size: int = PAGES[0]

    @classmethod
    def from_address(cls, given: Mapping[str, str]) -> Asked:
        """Read the query of an address; what is unknown is left out."""
        return cls(
            tab=given.get("tab", ""),
            kind=given.get("jenis", ""),
            late="lewat" in given,
            free="bebas" in given,
            words=given.get("q", "").replace("\x00", "").strip()[:100],
            after=given.get("setelah", ""),
            size=PAGES[1] if given.get("baris") == str(PAGES[1]) else PAGES[0],
        )

    @property
    def is_narrow(self) -> bool:
        """Whether anything but a tab was asked for."""
        return bool(self.kind or self.late or self.free or self.words)


@dataclass(frozen=True, slots=True)
class Queue:
    """One page of stories. `after` is the key of the next page; approved stories are not counted."""

    asked: Asked
    tab: str
    counts: dict[str, int]
    stories: list[Story]
    after: str
    on_duty: Person | None

    @property
    def next_page(self) -> str:
        """The query of the page behind this one."""
        asked = self.asked
        given = {
            "tab": self.tab,
            "jenis": asked.kind,
            "lewat": "on" if asked.late else "",
            "bebas": "on" if asked.free else "",
            "q": asked.words,
            "baris": str(asked.size) if asked.size != PAGES[0] else "",
            "setelah": self.after,
        }
        return urlencode({name: value for name, value in given.items() if value})


def queue(person: Any, asked: Asked) -> Queue:
    """One tab of the queue from behind the key `after`: what waits by its promise, the rest newest first."""
    mine = waits_for(person)
    at_desk = stories_visible_to(person).filter(state=Story.State.SUBMITTED)
    returned = stories_visible_to(person).filter(state=Story.State.RETURNED)
    counts = {"saya": counted(at_desk.filter(mine)), "meja": counted(at_desk), "unit": counted(returned)}
    tab = asked.tab if asked.tab in {*TABS, APPROVED} else ("saya" if counts["saya"] else "meja")
    shown = (
        stories_visible_to(person).select_related(None).select_related("unit", "submitted_by", "held_by").only(*DRAWN)
    )
    rows = _narrowed(shown.filter(state=TABS.get(tab, Story.State.APPROVED)), asked)
    if tab == "saya":
        rows = rows.filter(mine)
    found, after = _page(rows, asked, by_promise=tab in ("saya", "meja"))
    return Queue(asked, tab, counts, found, after, on_duty(rules_in_force(), timezone.localdate()))


def counted(rows: QuerySet[Story]) -> int:
    """How many rows there are, `MOST_COUNTED` for that many or more."""
    return rows.order_by()[:MOST_COUNTED].count()


def waits_for(person: Any) -> Q:
    """A filter for stories whose step the person, or somebody in whose place they stand, decides."""
    if isinstance(person, Operator):
        return Q()
    condition = Q(pk__in=[])
    for one in (person, *principals_of(person)):
        for grant in grants_of(one):
            place = Q(waits_unit__path__startswith=grant.path) if grant.subtree else Q(waits_unit=grant.unit_id)
            condition |= Q(waits_roles__contains=[grant.role.value]) & place
    return condition


def _narrowed(rows: QuerySet[Story], asked: Asked) -> QuerySet[Story]:
    if asked.kind in Story.Kind.values:
        rows = rows.filter(kind=asked.kind)
    if asked.late:
        rows = rows.filter(promised_at__lt=timezone.now())
    for word in asked.words.split():
        rows = rows.filter(title__icontains=word)
    return rows.filter(held_by=None) if asked.free else rows


def _page(rows: QuerySet[Story], asked: Asked, *, by_promise: bool) -> tuple[list[Story], str]:
    moment, pk = _key(asked.after)
    if by_promise:
        rows = rows.order_by("promised_at", "pk")
        if moment is not None:
            rows = rows.filter(Q(promised_at__gt=moment) | Q(promised_at=moment, pk__gt=pk))
    else:
        rows = rows.order_by("-pk")
        if pk:
            rows = rows.filter(pk__lt=pk)
    found = list(rows[: asked.size + 1])
    if len(found) <= asked.size:
        return found, ""
    last = found[asked.size - 1]
    return found[: asked.size], f"{last.promised_at.isoformat() if by_promise and last.promised_at else ''}~{last.pk}"


def _key(after: str) -> tuple[datetime | None, int]:
    said, _, pk = after.rpartition("~")
    try:
        moment = parse_datetime(said)
    except ValueError:
        moment = None
    if moment is not None and timezone.is_naive(moment):
        moment = None
    return moment, row_key(pk) or 0
