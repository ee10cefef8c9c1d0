"""Who is told what by mail: gathered every ten minutes, each thing once, one mail a person.

Nobody is told twice, also when a run is lost or made again: the rows are unique, and a run looks a day back.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q
from procrastinate.contrib.django import app

from suluh.newsroom.models import Mention, Nudge, RepostShare, Slot, Story
from suluh.newsroom.selectors.charter import rules_in_force
from suluh.newsroom.selectors.vacancies import Holders, vacancies
from suluh.newsroom.voices import running_deputies
from suluh.organization.models import Person, Role, Unit

MAIL_TASK = "newsroom.mail"
BACK = timedelta(days=1)
SOON = timedelta(hours=12)
"""Before the end of a call and before a planned moment, those who can still act are reminded."""
KEPT = timedelta(days=90)
Kind = Nudge.Kind
Pace = Person.WorkMail


@transaction.atomic
def nudges_gather(now: datetime, *, daily: bool = False) -> int:
    """Note what is new for whom and queue one mail a person; how many people.

    People who want one mail a day are served by the `daily` run; those who want none get no rows.
    """
    silent = set(Person.objects.filter(Q(work_mail=Pace.NONE) | Q(is_active=False)).values_list("pk", flat=True))
    found = [*_approvals(now), *_mentions(now), *_reposts(now), *_slots(now), *_vacancies(now)]
    rows = [one for one in found if one.person_id not in silent]
    Nudge.objects.bulk_create(rows, ignore_conflicts=True, batch_size=1000)
    waiting = Nudge.objects.filter(sent_at=None, person__is_active=True)
    people = waiting.filter(person__work_mail=Pace.DAILY if daily else Pace.SOON)
    keys = set(people.order_by().values_list("person_id", flat=True))
    for person in keys:
        app.configure_task(MAIL_TASK, queue="mail").defer(person_id=person)
    return len(keys)


def nudges_forget(now: datetime) -> int:
    """Remove what was told three months ago; the number of rows."""
    return Nudge.objects.filter(made_at__lt=now - KEPT).delete()[0]


def _approvals(now: datetime) -> Iterator[Nudge]:
    """Stories that came to a step, for those who hold it and their deputies; not for those who may not decide."""
    rows = Story.objects.filter(state=Story.State.SUBMITTED, waits_since__gte=now - BACK).select_related("waits_unit")
    holders, deputies, own_words = Holders(), _deputies(), rules_in_force().own_words
    for story in rows:
        if story.waits_unit is None:
            continue
        able = holders.of(story.waits_unit, story.waits_roles)
        able |= {deputy for one in able for deputy in deputies.get(one, ())}
        for person in able if own_words else able - {story.submitted_by_id}:
            yield Nudge(person_id=person, kind=Kind.APPROVE, about=story.pk, stage=f"{story.revision}.{story.step}")


def _mentions(now: datetime) -> Iterator[Nudge]:
    for mention in Mention.objects.filter(read_at=None, comment__at__gte=now - BACK):
        yield Nudge(person_id=mention.person_id, kind=Kind.MENTION, about=mention.pk)


def _reposts(now: datetime) -> Iterator[Nudge]:
    """New calls, and calls that end soon and were not followed yet."""
    rows = RepostShare.objects.filter(state=RepostShare.State.OPEN, call__due_at__gte=now).select_related(
        "call", "unit"
    )
    fresh = rows.filter(Q(call__made_at__gte=now - BACK) | Q(call__due_at__lte=now + SOON))
    holders = Holders()
    for share in fresh:
        stage = "soon" if share.call.due_at <= now + SOON else "new"
        for person in _officers(holders, share.unit):
            yield Nudge(person_id=person, kind=Kind.REPOST, about=share.pk, stage=stage)


def _slots(now: datetime) -> Iterator[Nudge]:
    rows = Slot.objects.filter(story=None, at__range=(now, now + BACK)).select_related("unit")
    holders = Holders()
    for slot in rows:
        for person in _officers(holders, slot.unit):
            yield Nudge(person_id=person, kind=Kind.SLOT, about=slot.pk, stage=slot.at.isoformat()[:16])


def _vacancies(now: datetime) -> Iterator[Nudge]:
    """Steps that fell vacant, for those who can appoint somebody."""
    known = Story.objects.filter(vacant_since__gte=now - BACK)
    holders = Holders()
    for one in vacancies(known):
        ranks = [Role.ADMIN] if {Role.ADMIN, Role.COORDINATOR} & set(one.roles) else [Role.ADMIN, Role.COORDINATOR]
        for person in holders.of(one.unit, ranks):
            yield Nudge(person_id=person, kind=Kind.VACANT, about=one.first, stage=one.step[:40])


def _officers(holders: Holders, unit: Unit) -> set[int]:
    """Those who write for a unit: its own officers, else those above it."""
    roles = [Role.UNIT_OFFICER]
    return holders.own(unit, roles) or holders.of(unit, roles) or holders.of(unit, [Role.COORDINATOR])


def _deputies() -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for principal, deputy in running_deputies().values_list("principal_id", "deputy_id"):
        found.setdefault(principal, []).append(deputy)
    return found
