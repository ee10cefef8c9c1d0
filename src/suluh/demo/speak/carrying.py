"""Saling repost: two items that the desk asked units to carry on, those who did, and one that lacks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta

from suluh.channels.models import Delivery
from suluh.demo.speak.past import Thread, days_ago
from suluh.demo.speak.people import desk, officer_of
from suluh.demo.speak.tales import ALL_OVER
from suluh.demo.speak.telling import published
from suluh.newsroom.models import RepostCall, RepostShare
from suluh.newsroom.services.reposts import repost_ask, repost_excuse, repost_prove
from suluh.organization.models import Unit

CAPTION = (
    "Uji emisi kendaraan gratis di Alun-Alun Arunika, pukul 08.00 sampai 14.00. Sepuluh menit selesai.\n\n"
    "Bagikan kepada tetangga Anda."
)
ASKED = ("dinkes", "disdik", "dishub", "dlh", "kec-fajarwana", "kec-arunika-kota", "dispora")
CARRIED = {"dinkes": 3, "dlh": 5, "disdik": 20, "kec-fajarwana": 41, "dishub": 60}
"""Hours after the call; beyond 48 it is late. Who is neither here nor excused lacks."""
EXCUSED = {"dispora": "Akun sedang dipulihkan setelah pergantian pengelola."}
ASKED_OF_LATE = ("disdukcapil", "dinsos", "bpbd", "distan", "kec-arunika-kota")
CARRIED_OF_LATE = {"dinsos": 2}


def repost_threads(today: datetime, origin: str) -> Iterator[Thread[None]]:
    """A call that is due, and one that still runs."""
    yield _due(today, origin)
    yield _running(today, origin)


def _due(today: datetime, origin: str) -> Thread[None]:
    at = days_ago(today, 6, 8)
    story = yield from published(ALL_OVER, at - timedelta(hours=20), at, origin)
    yield at + timedelta(hours=1)
    call = _ask(_newest("facebook", f"story:{story.pk}:"), ASKED, CAPTION)
    for slug, reason in EXCUSED.items():
        repost_excuse(share=_share(call, slug), reason=reason, by=desk())
    yield from _carried(call, CARRIED, origin)


def _running(today: datetime, origin: str) -> Thread[None]:
    """For the newest story that stands on a site."""
    yield today - timedelta(hours=14)
    newest = _newest("wordpress")
    title, first = newest.content["title"], newest.content["text"].partition("\n")[0]
    call = _ask(newest, ASKED_OF_LATE, f"{title}\n\n{first}")
    yield from _carried(call, CARRIED_OF_LATE, origin)


def _newest(platform: str, source: str = "story:") -> Delivery:
    rows = Delivery.objects.filter(source__startswith=source, state=Delivery.State.LIVE, channel__platform=platform)
    return rows.latest("settled_at", "pk")


def _ask(delivery: Delivery, slugs: tuple[str, ...], caption: str) -> RepostCall:
    return repost_ask(delivery=delivery, units=Unit.objects.filter(slug__in=slugs), caption=caption, by=desk())


def _carried(call: RepostCall, after: Mapping[str, int], origin: str) -> Thread[None]:
    for slug, hours in after.items():
        yield call.made_at + timedelta(hours=hours)
        share = _share(call, slug)
        url = f"{origin}/facebook/{slug}.arunika/{call.pk}{share.pk}"
        repost_prove(share=share, url=url, by=officer_of(share.unit))


def _share(call: RepostCall, slug: str) -> RepostShare:
    return call.shares.select_related("unit", "call").get(unit__slug=slug)
