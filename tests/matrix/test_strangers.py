"""What other units have changes nothing on a stranger's pages; each place that sees to it is missed when it is gone.

Of the board's, the register's and the clocks' rooms; the others have their tests of it beside their pages.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import pytest
from django.conf import settings
from django.core.cache import caches
from django.db import transaction
from django.test import Client, override_settings
from django.urls import reverse
from django.utils import timezone

from suluh.evaluation.models import Standing
from suluh.law.kinds import UnitKind
from suluh.monitoring.models import Finding, Sweep, Visit
from suluh.organization.models import Membership, Role, Unit
from suluh.organization.rights import OPERATOR
from suluh.organization.services.accounts import account_add
from suluh.organization.services.units import unit_add
from tests.matrix import routes_deadlines, routes_evaluation, routes_monitoring, routes_organization
from tests.matrix.conftest import session_of
from tests.matrix.places import Place, Reach, all_places, put_in
from tests.matrix.routes import GONE, SEEN, Route
from tests.world import World, appointed, build_world

TABLES = (routes_monitoring, routes_organization, routes_evaluation, routes_deadlines)
ROUTES: list[Route] = [route for table in TABLES for route in table.ROUTES]
ROOMS = ("monitoring", "organization", "evaluation", "deadlines")
WHOLE = "only whoever answers for the whole government comes here"
ELSEWHERE = {
    "monitoring/views/sweeps.py:start": WHOLE,
    "organization/forms.py:UnitAddForm.__init__": WHOLE,
    "deadlines/forms.py:DayAddForm.__init__": WHOLE,
    "deadlines/forms.py:WeekForm.__init__": WHOLE,
    "organization/selectors/trail.py:trail_page": "a unit's page was refused before; for the whole trail " + WHOLE,
    "monitoring/duties.py:findings_waiting": "`may` asks for each finding again: finding.reply, finding.settle",
    "monitoring/selectors/beginning.py:beginning": "tests/monitoring/pages/test_beginning.py",
}
"""Places of these rooms that no page of a stranger misses, and why."""
MOVING = re.compile(rb'csrfmiddlewaretoken" value="[^"]+"|"X-CSRFToken[^}]+|<span class="count"[^<]*</span>')
"""What differs from one look to the next: tokens, and the bell's number that is counted later."""


Seen = tuple[int, bytes]
"""Status and content of a page."""


class Stranger:
    """Somebody with every role, in a unit of its own; looks at pages while one place may be gone."""

    def __init__(self, world: World, reach: Reach) -> None:
        self.unit = unit_add(name="Dinas Sendiri", kind=UnitKind.OPD, parent=world.root, by=OPERATOR)
        self.person = appointed("asing@arunika.example", Role.UNIT_OFFICER, self.unit)
        self.reach = reach
        day = self.person.memberships.get().valid_from
        others = [role for role in Role if role != Role.UNIT_OFFICER]
        Membership.objects.bulk_create(
            Membership(person=self.person, unit=self.unit, role=role, valid_from=day) for role in others
        )
        self.client = Client(raise_request_exception=False)
        self.client.cookies[settings.SESSION_COOKIE_NAME] = session_of(self.person)

    def sees(self, path: str, *, without: Place | None = None) -> Seen:
        """A page; nothing is remembered of it or changed by it."""
        caches["process"].clear()
        self.client.cookies.pop("messages", None)
        self.reach.asked, self.reach.gone = set(), without
        with transaction.atomic():
            answer = self.client.get(path)
            transaction.set_rollback(True)
        return answer.status_code, told(answer.getvalue())


def told(body: bytes) -> bytes:
    """What an answer tells: of a workbook its sheets, of a page all but what moves."""
    if body.startswith(b"PK"):
        book = zipfile.ZipFile(io.BytesIO(body))
        return b"".join(book.read(name) for name in book.namelist() if name.startswith("xl/"))
    return MOVING.sub(b"", body)


@pytest.fixture
def world(db, tmp_path) -> Iterator[World]:
    """Kabupaten Arunika in miniature, with the duties of every room."""
    with override_settings(MEDIA_ROOT=tmp_path / "files", SEALED_ROOT=tmp_path / "sealed"):
        yield build_world()


@pytest.fixture
def stranger(world, monkeypatch) -> Stranger:
    found = Stranger(world, put_in(monkeypatch))
    routes_monitoring.make_weeks(world)
    world.sweep = Sweep.objects.create(cause=Sweep.Cause.PERSON, started_at=timezone.now(), sites=2)
    _visited(world.sweep, found.unit)
    return found


@contextmanager
def planted(world: World, stranger: Stranger) -> Iterator[None]:
    """For a while there is much of others: what the tables prepare, findings of every state, a unit below one's own."""
    mixed = world.sweep
    with transaction.atomic():
        for unit in (world.social, world.health):
            world.finding = _findings(unit.sites.get())
            account_add(unit=unit, platform="instagram", handle=unit.slug, by=OPERATOR)
        for prepare in {route.prepare: None for route in ROUTES if route.prepare not in (None, *SINGLE)}:
            prepare(world)
        below = unit_add(name="Bagian Kemudian", kind=UnitKind.OPD, parent=stranger.unit, by=OPERATOR)
        routes_monitoring.make_weeks(world)
        for unit in (world.health, world.social, below):
            _standing(unit)
            _visited(mixed, unit)
        yield
        transaction.set_rollback(True)


SINGLE = (routes_monitoring.make_finding, routes_monitoring.make_contested, routes_organization.make_account)
"""Made below for several units."""


def _findings(site: Any) -> Finding:
    now = timezone.now()
    known = {"site": site, "unit": site.unit, "severity": "high", "first_seen": now, "last_seen": now, "opened_at": now}
    for code, state in (("dead", "open"), ("stale", "contested"), ("infected", "upheld")):
        last = Finding.objects.create(
            code=code, state=state, message=f"Temuan {site.unit.name}", observations=2, **known
        )
    return last


def _visited(sweep: Sweep, unit: Unit) -> None:
    site = unit.sites.get()
    Visit.objects.create(sweep=sweep, site=site, server_key="", state="done", alive=True, done_at=timezone.now())


def _standing(unit: Unit) -> None:
    day = timezone.localdate()
    Standing.objects.create(
        unit=unit, instrument="suluh-situs", version="1", kind=unit.kind, since=day - timedelta(days=90), until=day,
        value=50, low=40, high=60, good=5, observed=10, visits=90, enough=True, rank=1, computed_at=timezone.now(),
    )  # fmt: skip


PAPERS = ("report", "card", "letterhead", "waiting-count")
"""Made of what the page of the same name shows; making them takes long and they have tests of their own."""


def lists_and_own_pages(stranger: Stranger, world: World) -> list[str]:
    """Addresses of lists, and of the pages of the stranger's own unit."""
    found = {reverse("monitoring:sweep", args=[world.sweep.pk])}
    for route in ROUTES:
        own = route.args in (routes_monitoring.unit, routes_organization.unit)
        if route.method == "get" and route.prepare is None and not route.name.endswith(PAPERS):
            found.add(reverse(route.name, args=[stranger.unit.slug] if own else route.args(world)))
    return sorted(found)


def things_of_others(world: World) -> list[str]:
    """Addresses of single things that a sibling is told do not exist."""
    ours = [route for route in ROUTES if route.method == "get" and route.expects[1] == GONE]
    return sorted({reverse(route.name, args=route.args(world)) for route in ours})


def test_what_others_have_changes_nothing_and_every_place_that_sees_to_it_is_missed(world, stranger):
    looked = [(path, stranger.sees(path)) for path in lists_and_own_pages(stranger, world)]
    before = {path: seen for path, seen in looked if seen[0] == SEEN}
    with planted(world, stranger):
        asked = {}
        for path in before:
            assert stranger.sees(path) == before[path], path
            asked[path] = stranger.reach.asked
        for path in things_of_others(world):
            assert stranger.sees(path)[0] == GONE, path
            asked[path] = stranger.reach.asked
        in_vain = {
            place.name for place in all_places() if place.room in ROOMS and not _missed(place, stranger, before, asked)
        }

    assert in_vain == set(ELSEWHERE)


def _missed(place: Place, stranger: Stranger, before: dict[str, Seen], asked: dict[str, set[Place]]) -> bool:
    """Whether a page that passes the place tells a stranger more without it; pages of few places come first."""
    passing = sorted((path for path in asked if place in asked[path]), key=lambda path: len(asked[path]))
    for path in passing:
        seen = stranger.sees(path, without=place)
        if seen != before[path] if path in before else seen[0] != GONE:
            return True
    return False
