"""Puts two months of a newsroom into the database, by the people whose work each deed is."""

from __future__ import annotations

from itertools import chain

from django.db import transaction
from django.utils import timezone

from suluh.demo.platforms.faults import Fault, Step
from suluh.demo.speak.archive import DAYS, archive_threads
from suluh.demo.speak.carrying import repost_threads
from suluh.demo.speak.charter import charter_threads
from suluh.demo.speak.notices import notice_threads
from suluh.demo.speak.past import play
from suluh.demo.speak.plan import calendar_threads
from suluh.demo.speak.states import threads_of_today, threads_of_trouble
from suluh.newsroom.models import Story

UNCLEAR = Step(Fault.ERROR_AFTER, platform="telegram", path="/send", skip=3)
"""The fourth post to Telegram is answered with an error although it is there: nobody but a person can know."""


@transaction.atomic
def stories_furnish(*, origin: str, seed: int = 2026, days: int = DAYS) -> int:
    """Have the units tell their stories and the desk decide; the number of stories. Nothing the second time.

    `origin` is where the simulated platforms answer, `days` how far the ordinary work reaches back. What happened on
    earlier days is told as settled there; what is approved today is due now, and workers send it as soon as they run.
    """
    if Story.objects.exists():
        return 0
    today = timezone.now()
    play(
        chain(
            charter_threads(today),
            archive_threads(today, origin, seed=seed, days=days),
            threads_of_trouble(today, origin),
            repost_threads(today, origin),
            calendar_threads(today),
            notice_threads(today, origin),
            threads_of_today(today),
        )
    )
    return Story.objects.count()
