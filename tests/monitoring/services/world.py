"""The smallest world of the watch: a government, units with a site, and visits made by hand."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest

from suluh.kernel.http.answer import Certificate, Reason, TlsState
from suluh.law.kinds import UnitKind
from suluh.monitoring.engine.values import FindingSeen, PostSeen, Proof, Severity, SiteTask, VisitResult
from suluh.monitoring.models import Sweep, Visit
from suluh.organization.models import Site, Unit

NOW = datetime(2026, 4, 2, 2, 40, tzinfo=UTC)


@pytest.fixture
def make_site(db: None) -> Callable[..., Site]:
    """Makes a unit with one site."""

    def make(slug: str, kind: UnitKind = UnitKind.OPD) -> Site:
        unit = Unit.objects.create(name=f"Dinas {slug.title()}", slug=slug, kind=kind, sort_key=slug)
        Unit.objects.filter(pk=unit.pk).update(path=f"{unit.pk}/")
        host = f"{slug}.arunika.localhost"
        return Site.objects.create(unit=unit, url=f"https://{host}/", host=host)

    return make


@pytest.fixture
def site(make_site: Callable[..., Site]) -> Site:
    """One site of one unit."""
    return make_site("kesehatan")


def seen(site: Site, at: datetime = NOW, **more: Any) -> VisitResult:
    """What a visit to `site` gave; alive with a good certificate unless said otherwise."""
    fields: dict[str, Any] = {
        "alive": True,
        "reason": Reason.OK,
        "certificate": Certificate(TlsState.OK, 90),
        "address": "127.0.1.1",
        "covered_since": date(2025, 4, 2),
        "requests": 5,
    }
    fields["task"] = SiteTask(url=site.url, kind=UnitKind(site.unit.kind), site_id=site.pk, registered=True)
    return VisitResult(started_at=at, finished_at=at, **(fields | more))


def fault(code: str = "not-mobile", severity: Severity = Severity.LOW, body: bytes | None = None) -> FindingSeen:
    """A fault as a probe tells it, with its proof."""
    proof = Proof("https://kesehatan.arunika.localhost/", NOW, excerpt="yang terlihat", body=body)
    return FindingSeen(code, severity, "Halaman tidak pas di telepon.", proof, "Pasang meta viewport.")


def news(day: date, name: str = "a", **more: Any) -> PostSeen:
    """A post of that day."""
    return PostSeen(f"https://kesehatan.arunika.localhost/berita/{name}", f"Berita {name}", day, "feed", "day", **more)


def leased_visit(site: Site, holder: str = "engine-1") -> Visit:
    """A visit that an engine holds."""
    sweep = Sweep.objects.create(cause=Sweep.Cause.COMMAND, started_at=NOW, sites=1)
    return Visit.objects.create(sweep=sweep, site=site, server_key="127.0.1.1", state=Visit.State.LEASED, holder=holder)
