"""A notice without delay on a phone, by touch alone: taps, signs typed, and the seconds of machine and person."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bench.harness import Row
from bench.phone import ON, chromium, opened, served
from bench.sending_world import database

if TYPE_CHECKING:
    from collections.abc import Iterator

BAR = 300.0
A_TAP = 2.0
"""Seconds in which a person finds and touches a control."""
A_SIGN = 0.5
"""Seconds for a sign typed with a thumb: two a second, slow."""
A_SCREEN = 8.0
"""Seconds in which a person reads a screen before doing anything there."""
TITLE = "Banjir di Desa Embun"
HAZARD = "Air setinggi 60 cm di jalan desa sejak pukul 04.50. Jalan Fajar tidak dapat dilewati."
CONTACT = "BPBD 0000-112-000"


@dataclass
class Thumb:
    """One thumb on one phone, and what it did."""

    page: Any
    taps: int = 0
    signs: int = 0
    screens: int = 1
    waited: float = 0.0

    def leads(self, words: str) -> None:
        """Touch what leads to another screen, and wait for it."""
        target = self.page.get_by_role("link", name=words, exact=True).or_(
            self.page.get_by_role("button", name=words, exact=True)
        )
        with self._waiting(), self.page.expect_navigation(wait_until="load"):
            target.first.tap()
        self.taps += 1
        self.screens += 1

    def touches(self, words: str) -> None:
        """Touch a choice."""
        self.page.get_by_label(words, exact=True).first.tap()
        self.taps += 1

    def types(self, name: str, words: str) -> None:
        """Empty a field and write into it."""
        field = self.page.locator(f"[name={name}]")
        field.tap()
        field.fill(words)
        self.taps += 1
        self.signs += len(words)

    @contextmanager
    def _waiting(self) -> Iterator[None]:
        begin = time.monotonic()
        yield
        self.waited += time.monotonic() - begin

    @property
    def person(self) -> float:
        """Seconds of somebody who reads every screen and types slowly."""
        return self.taps * A_TAP + self.signs * A_SIGN + self.screens * A_SCREEN


def run(seed: int, scale: str) -> Iterable[Row]:  # noqa: ARG001 - nothing is drawn by chance
    """From the list of notices to the public page, by a head of office alone."""
    os.environ["SULUH_HOSTS"] = "localhost,127.0.0.1,testserver"
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    with database():
        from suluh.newsroom.models import NoticeVersion
        from tests.world import build_world

        world = build_world()
        with served() as address, chromium() as browser:
            thumb = Thumb(opened(browser, address, world.coordinator))
            _walk(thumb, address, world)
        if NoticeVersion.objects.count() != 1:
            raise RuntimeError("the walk did not issue the notice")
    whole = thumb.waited + thumb.person
    more = {"taps": thumb.taps, "signs": thumb.signs, "screens": thumb.screens}
    yield Row(
        "notice", "from the list to the public page, machine", thumb.waited, "s", "printed", True, on=ON, more=more
    )
    on = f"{thumb.taps} taps, {thumb.signs} signs, {thumb.screens} screens read; {ON}"
    yield Row("notice", "from the list to the public page, with a slow person", whole, "s", "< 300", whole < BAR, on=on)


def _walk(thumb: Thumb, address: str, world: Any) -> None:
    begin = time.monotonic()
    thumb.page.goto(f"{address}/redaksi/serta-merta/")
    thumb.waited += time.monotonic() - begin
    thumb.leads("Tulis pemberitahuan")
    thumb.page.select_option("[name=unit]", str(world.health.pk))
    thumb.taps += 2
    thumb.touches("Banjir")
    thumb.leads("Mulai")
    thumb.types("title", TITLE)
    thumb.types("hazard", HAZARD)
    thumb.leads("Lanjut")
    thumb.touches(world.district.name)
    thumb.leads("Lanjut")
    thumb.leads("Lanjut")
    thumb.types("contact", CONTACT)
    thumb.leads("Lanjut")
    thumb.leads("Lanjut")
    thumb.leads("Baca sekali lagi")
    thumb.leads("Terbitkan sekarang")
    thumb.leads("Terbitkan sekarang")
