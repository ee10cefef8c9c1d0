"""Every route, as every role. A route without a line fails; so does a predicate that nobody would miss."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from types import MappingProxyType

import pytest
from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from rules.permissions import permissions

from suluh.organization import predicates
from suluh.organization.models import Person
from tests.matrix.routes import SEEN, Route, all_routes

TABLE = all_routes()
NAMELESS = "(no name)"


def addresses(resolver: URLResolver | None = None, prefix: str = "") -> Iterator[tuple[str, URLPattern]]:
    """All addresses of the project by their name with its namespaces."""
    for entry in (resolver or get_resolver()).url_patterns:
        if isinstance(entry, URLResolver):
            space = f"{prefix}{entry.namespace}:" if entry.namespace else prefix
            yield from addresses(entry, space)
        elif isinstance(entry, URLPattern):
            yield f"{prefix}{entry.name or f'{NAMELESS} {entry.pattern}'}", entry


def named_routes() -> set[str]:
    """Names of all addresses of the project."""
    return {name for name, _entry in addresses()}


def answers(route: Route, world) -> dict[str, int]:
    """The status each role gets; what a request changed is undone before the next."""
    with _undone():
        _prepared(route, world)
        return {role: _answer(route, world, role) for role in route.table}


def answer_with(route: Route, world, role: str, more: Mapping[str, str]) -> int:
    """The status one role gets where the address carries further parameters."""
    with _undone():
        _prepared(route, world)
        return _answer(route, world, role, more)


def strays(route: Route, world) -> bool:
    """Whether some role gets another status than the line says; the first one is enough."""
    with _undone():
        _prepared(route, world)
        return any(_answer(route, world, role) != status for role, status in route.table.items())


def _prepared(route: Route, world) -> None:
    """What only this route needs, made once for all roles."""
    if route.prepare is not None:
        route.prepare(world)


def _answer(route: Route, world, role: str, more: Mapping[str, str] = MappingProxyType({})) -> int:
    client = Client(raise_request_exception=False)
    with _undone():
        if role != "outsider":
            _let_in(client, world, getattr(world, role).pk)
        data = route.data(world) if callable(route.data) else route.data
        answer = getattr(client, route.method)(reverse(route.name, args=route.args(world)), {**data, **more})
        if role != "outsider" and answer.status_code == SEEN and "Cookie" in answer.get("Vary", ""):
            assert "Cache-Control" in answer, f"{route.key}: a shared computer would keep it"
        return answer.status_code


def _let_in(client: Client, world, person: int) -> None:
    """By the session that was opened with the world; whom only a line knows signs in anew."""
    if person in world.sessions:
        client.cookies[settings.SESSION_COOKIE_NAME] = world.sessions[person]
    else:
        client.force_login(Person.objects.get(pk=person))


@contextmanager
def _undone() -> Iterator[None]:
    point = transaction.savepoint()
    try:
        yield
    finally:
        transaction.savepoint_rollback(point)


def test_every_route_has_a_line():
    missing = named_routes() - {route.name for route in TABLE}
    assert not missing, f"add a line for each to a table in tests/matrix: {sorted(missing)}"


def test_no_line_is_left_over():
    assert {route.name for route in TABLE} <= named_routes()


WITHOUT_TOKEN = {
    "api:changes": "whoever asks shows a key in a header, which no foreign form can",
    "api:village-add": "the same",
    "api:village-replace": "the same",
    "api:village-state": "the same",
    "desk:language": "changes nothing but the words that one browser is shown",
    "newsroom:share": "stores nothing; the phone's share sheet knows no token",
}


def test_only_these_addresses_take_a_post_without_a_token():
    assert {name for name, entry in addresses() if getattr(entry.callback, "csrf_exempt", False)} == set(WITHOUT_TOKEN)


PART = 40
"""Lines of a room that are asked in one go: few enough for two workers to share the large rooms."""


def parts() -> dict[str, list[Route]]:
    """The lines of each room; those of a large room in numbered parts."""
    found: dict[str, list[Route]] = {}
    for room in sorted({room_of(route) for route in TABLE}):
        own = [route for route in TABLE if room_of(route) == room]
        found |= {f"{room}-{at // PART + 1}": own[at : at + PART] for at in range(0, len(own), PART)}
    return found


def room_of(route: Route) -> str:
    """The room of an address: "monitoring", "account"."""
    return route.name.partition(":")[0].partition("_")[0]


PARTS = parts()


@pytest.mark.parametrize("part", PARTS)
def test_each_role_gets_what_the_table_says(part, opened):
    wrong = {
        f"{place} {route.key}": got
        for place, route in enumerate(PARTS[part])
        if (got := answers(route, opened)) != route.table
    }
    assert not wrong


PREDICATES = sorted(
    name
    for name, value in vars(predicates).items()
    if isinstance(value, predicates.Predicate) and name not in ("is_operator", "leads", "reads")
)
"""`leads` decides only what a page shows, `reads` is what `visible_to` says: both have tests beside the register's."""
ELSEWHERE = {
    "channel.speak": "chooses among channels on a page; tests/newsroom/test_stories.py",
    "delivery.withdraw": "follows the withdrawal of what was said; tests/channels/test_amending.py",
    "story.comment": "whoever sees a story may speak about it: visible_to decides; tests/newsroom/test_comments.py",
    "exclusion.view": "said for many rows at once by `trusted`; tests/disclosure/test_visibility.py",
    "audit.erase": "no page; tests/organization/test_trail.py",
    "person.edit": "the profile is always the own one; tests/organization/test_rights.py",
    "membership.view": "shows or hides a part of a page; tests/organization/test_pages.py",
    "clock.run": "no page: features call the services; tests/deadlines/test_clocks.py",
    "site.view": "asked for by nobody: visible_to decides",
    "finding.view": "asked for by nobody: visible_to decides",
}
GUARDED = [route for route in TABLE if route.guard]


def declared_actions() -> list[str]:
    """Every action that a room has declared."""
    return sorted(permissions)


def test_every_action_has_a_route_or_a_test_of_its_own():
    assert set(declared_actions()) - {route.guard for route in GUARDED} - set(ELSEWHERE) == set()


@pytest.mark.parametrize("guard", sorted({route.guard for route in GUARDED}))
def test_the_table_would_miss_every_permission(guard, world, monkeypatch):
    routes = [route for route in GUARDED if route.guard == guard]
    for verdict in (predicates.predicate(lambda _p, _t: True), predicates.predicate(lambda _p, _t: False)):
        with monkeypatch.context() as patch:
            patch.setitem(permissions, guard, verdict)
            assert any(strays(route, world) for route in routes)


@pytest.mark.parametrize("verdict", [True, False], ids=["always-yes", "always-no"])
@pytest.mark.parametrize("name", PREDICATES)
def test_the_table_would_miss_every_predicate(name, verdict, world, monkeypatch):
    said = str(getattr(predicates, name).name)
    likely_first = sorted(GUARDED, key=lambda route: said not in str(permissions[route.guard]))
    monkeypatch.setattr(getattr(predicates, name), "fn", lambda _person, _thing: verdict)

    assert any(strays(route, world) for route in likely_first)


def test_the_table_would_miss_visible_to(world, monkeypatch):
    monkeypatch.setattr("suluh.organization.selectors.visible.reach", lambda person, road="": Q())
    assert any(strays(route, world) for route in TABLE if 404 in route.table.values())
