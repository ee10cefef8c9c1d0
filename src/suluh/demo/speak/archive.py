"""Two months of ordinary work: what the units told and the desk published, a story or two every working day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from itertools import count

from suluh.demo.prose.news import Article, Mix, Scene, compose
from suluh.demo.register import demo_units
from suluh.demo.seeds import draw
from suluh.demo.speak.past import Thread, days_ago
from suluh.demo.speak.tales import Fate, Tale
from suluh.demo.speak.telling import published
from suluh.demo.units import DemoUnit
from suluh.kernel.prose import Draft, unsourced
from suluh.newsroom.models import Story

DAYS = 45
TURNS = "NSANSPINSNASNDPNSAIG"
"""Kinds by turns: activities stay below their quota of 40 percent, data below the tenth that the charter wants."""
KINDS = {
    "N": ("news", Mix.KEGIATAN),
    "S": ("service", Mix.LAYANAN),
    "A": ("announcement", Mix.PENGUMUMAN),
    "P": ("programme", Mix.KEBIJAKAN),
    "I": ("invitation", Mix.AJAKAN),
    "D": ("data", Mix.DATA),
    "G": ("agenda", Mix.KEGIATAN),
}
TELLERS = (
    "dinkes", "disdik", "disdukcapil", "dpupr", "dinsos", "distan", "dlh", "disnaker", "dishub", "disbudpar",
    "rsud", "bapenda", "diskopukm", "dispusip", "bpbd", "dpmptsp", "satpolppdamkar", "dispmd",
)  # fmt: skip
CHANNELS = (("wordpress", "facebook", "telegram"), ("wordpress", "facebook", "x"), ("wordpress", "mastodon"))
LONGEST = 70
"""Characters of a title; drawn anew until it fits."""
SHOWN_AHEAD = 50
"""Days from an agenda's publication to its day, so that the newest are still to come."""


def archive_threads(today: datetime, origin: str, *, seed: int, days: int = DAYS) -> Iterator[Thread[Story]]:
    """One thread a story of so many days, each live at its hour."""
    for tale, at in tales_of(today, seed, days):
        yield published(tale, at - timedelta(hours=20), at, origin)


def tales_of(today: datetime, seed: int, days: int) -> Iterator[tuple[Tale, datetime]]:
    """Each story and the hour at which it appeared, the earliest first."""
    units = {unit.slug: unit for unit in demo_units(seed)}
    number = 0
    for ago in range(days, 0, -1):
        if days_ago(today, ago).weekday() > 4:
            continue
        for hour in (7, 15)[: 1 + (number % 3 == 0)]:
            at = days_ago(today, ago, hour)
            yield _tale(number, units[TELLERS[number % len(TELLERS)]], at.date(), seed), at
            number += 1


def _tale(number: int, unit: DemoUnit, day: date, seed: int) -> Tale:
    kind, mix = KINDS[TURNS[number % len(TURNS)]]
    scene = Scene(unit.short_name, unit.short_name, unit.place, unit.field, day)
    drawn = (compose(draw(seed, "redaksi", number, turn), scene, mix) for turn in count())
    told = ((one.title, _text(one, unit)) for one in drawn)
    title, text = next(one for one in told if len(one[0]) <= LONGEST and not unsourced(Draft(one[0], one[1], day)))
    alt = f"Poster dengan tulisan {title}" if number % 3 == 1 else ""
    return Tale(
        unit.slug,
        kind,
        Fate.PUBLISHED,
        title,
        text,
        place=unit.place,
        contact=f"{unit.short_name}, {unit.phone}",
        days=SHOWN_AHEAD if kind == "agenda" else None,
        alt=alt,
        on=(*CHANNELS[number % len(CHANNELS)], *(("instagram",) if alt else ())),
    )


def _text(article: Article, unit: DemoUnit) -> str:
    """Its first paragraphs, and whose figures they tell, as the charter wants it."""
    first = article.paragraphs[0].partition(" – ")[2]
    return "\n\n".join((first, *article.paragraphs[1:4], f"Sumber: laporan {unit.short_name}."))
