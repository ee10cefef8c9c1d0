"""Which pages the browser opens: every address of the permission matrix that shows one, as every role."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from tests.matrix.routes import ROLES, SEEN, Route, all_routes
from tests.support.regency import Regency
from tests.world import World

NO_PAGE = {
    "desk:crest": "a picture",
    "channels:media": "a picture, for platforms that fetch theirs",
    "newsroom:calendar-feed": "a calendar for other programs",
    "newsroom:medium": "a picture",
    "newsroom:video": "a film",
    "newsroom:sender": "an answer for a script",
    "newsroom:worker": "a script",
    "newsroom:styles": "a stylesheet",
    "newsroom:manifest": "data for the browser",
    "disclosure:suggestion": "counts what was read before asking and leads to the item",
    "desk:theme": "a stylesheet",
    "portal:story-picture": "a picture",
    "portal:front-card": "a picture",
    "portal:unit-card": "a picture",
    "portal:story-card": "a picture",
    "portal:notice-card": "a picture",
    "portal:notice-picture": "a picture",
    "portal:feed-atom": "a feed",
    "portal:feed-json": "a feed",
    "portal:robots": "a text for robots",
    "portal:sitemaps": "a list for robots",
    "portal:sitemap": "a list for robots",
    "portal:cap": "a document for machines",
    "portal:cap-feed": "an index for machines",
    "desk:language": "takes a choice and leads back",
    "monitoring:waiting-count": "a number for a script",
    "monitoring:recaps": "leads to the recap of the running month",
    "account_logout": "signs out and leads to the sign-in",
    "account_confirm_login_code": "sign-in by a code is not offered",
    "account_confirm_email": "mail addresses are entered by officers and not confirmed",
    "mfa_login_webauthn": "an answer for a script",
    "api:api-root": "nothing stands there",
    "api:openapi-json": "a description for machines",
    "api:changes": "data for machines",
    "api:start": "nothing stands there",
    "api:nowhere": "nothing stands there",
    "api:village-replace": "an answer for a village's system",
    "api:village-add": "an answer for a village's system",
    "api:village-state": "an answer for a village's system",
    "health-ready": "an answer for a watcher",
    "health-live": "an answer for a watcher",
}
"""Addresses that the matrix reads but that show no page, and why."""

BY_WALK = {
    "channels:consent-back": "test_consent",
    "monitoring:compare": "test_every_page.CROWDED",
    "account_reauthenticate": "test_sign_in_pages",
    "account_change_password": "test_sign_in_pages",
    "mfa_authenticate": "test_sign_in_pages",
    "mfa_reauthenticate": "test_sign_in_pages",
    "mfa_deactivate_totp": "test_sign_in_pages",
    "mfa_view_recovery_codes": "test_sign_in_pages",
    "mfa_download_recovery_codes": "a file; test_sign_in_pages opens the page that offers it",
    "mfa_reauthenticate_webauthn": "needs a passkey device; the page has one button",
    "mfa_edit_webauthn": "needs a passkey device",
    "mfa_remove_webauthn": "needs a passkey device",
}
"""Pages that show only after some steps, and the test that takes them."""


def people() -> list[str]:
    """The matrix's roles, and the further people whom only some rooms know."""
    return [*ROLES, *sorted({name for route in all_routes() for name in route.more})]


def read_routes() -> list[Route]:
    """Lines of the matrix that read, one an address: the line that most people are answered by."""
    lines = [route for route in all_routes() if route.method == "get" and route.name not in NO_PAGE]
    lines.sort(key=lambda route: list(route.table.values()).count(SEEN))
    return list({route.name: route for route in lines}.values())


def shown_to(role: str) -> list[Route]:
    """Addresses that answer the role."""
    return [route for route in read_routes() if route.table.get(role) == SEEN]


def never_opened() -> set[str]:
    """Addresses that nobody's walk opens and no other test names."""
    opened = {route.name for role in people() for route in shown_to(role)}
    return {route.name for route in read_routes()} - opened - set(BY_WALK)


PART = 14
"""Addresses of a room that are opened in one go: few enough for two workers to share the large rooms."""


def parts() -> dict[str, list[Route]]:
    """Addresses that show somebody a page, by their room; a large room in numbered parts."""
    shown = [route for route in read_routes() if SEEN in route.table.values()]
    found: dict[str, list[Route]] = {}
    for room in sorted({room_of(route) for route in shown}):
        own = [route for route in shown if room_of(route) == room]
        found |= {f"{room}-{at // PART + 1}": own[at : at + PART] for at in range(0, len(own), PART)}
    return found


def room_of(route: Route) -> str:
    """The room of an address: "monitoring", "account"."""
    return route.name.partition(":")[0].partition("_")[0]


def answers_to(route: Route, world: World, clients: Mapping[str, Client]) -> list[tuple[str, str, HttpResponse]]:
    """Role, address and answer for each client; what the line prepares is made once and undone, as in the matrix."""
    found = []
    with transaction.atomic():
        if route.prepare is not None:
            route.prepare(world)
        for role, client in clients.items():
            with transaction.atomic():
                data = route.data(world) if callable(route.data) else route.data
                address = reverse(route.name, args=route.args(world))
                found.append((role, address, client.get(address, data)))
                transaction.set_rollback(True)
        transaction.set_rollback(True)
    return found


def crowded(regency: Regency) -> dict[str, str]:
    """Addresses that show a full page, which the small world of the matrix leaves nearly empty."""
    unit = regency.units[0]
    both = f"u={unit.pk}&u={regency.units[1].pk}"
    finding = regency.infected
    assert finding is not None
    return {
        "kind": reverse("monitoring:units") + "?jenis=opd&urut=terbit&jangka=52",
        "nothing": reverse("monitoring:units") + "?q=tidakada",
        "compare": reverse("monitoring:compare") + f"?{both}",
        "item": reverse("monitoring:item", args=[unit.slug, "B-a1"]),
        "closed": reverse("monitoring:findings") + "?tab=selesai",
        "finding": reverse("monitoring:finding", args=[finding.pk]),
        "evidence": reverse("monitoring:evidence", args=[finding.proofs.latest("pk").pk]),
        "recap": reverse("monitoring:recap", args=["2026-01"]),
        "sweep": reverse("monitoring:sweep", args=[regency.sweep.pk]),
        "not there": "/tidak-ada/",
    }
