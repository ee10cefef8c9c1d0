"""The week as a mail: the government for whoever oversees it, their own units for officers.

The head of the audit trail goes along to overseers: who keeps these mails can tell later whether the trail was cut.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from suluh.monitoring.reports.whatsapp import unit_text, weekly_digest
from suluh.monitoring.selectors.duties import home_of, waiting_for
from suluh.monitoring.selectors.overview import overview
from suluh.monitoring.selectors.unit_file import unit_file
from suluh.organization.models import ChainHead, Government, Person
from suluh.organization.selectors.people import running_memberships

WEEKLY_TASK = "monitoring.weekly-mail"


def weekly_mails_defer() -> int:
    """Queue one mail for everybody who holds a role and wants it; how many."""
    held = running_memberships().order_by().values("person_id")
    people = Person.objects.filter(pk__in=held, is_active=True, wants_digest=True)
    for person in people:
        job = app.configure_task(WEEKLY_TASK, queue="mail", queueing_lock=f"weekly:{person.pk}")
        # last week's may still wait for the mail server; a savepoint: its refusal must not spoil the others
        with contextlib.suppress(AlreadyEnqueued), transaction.atomic():
            job.defer(person_id=person.pk)
    return len(people)


def weekly_mail_send(*, person_id: int) -> bool:
    """Send a person's week; False when there is nothing to tell, or the person no longer wants it."""
    person = Person.objects.get(pk=person_id)
    if not (person.is_active and person.wants_digest):
        return False
    government = Government.objects.first()
    with translation.override(person.language), timezone.override(government.zone if government else None):
        text = "\n\n".join(_of_own_units(person) if home_of(person) else _of_everything(person))
        if not text:
            return False
        subject = _("Site news, %(day)s") % {"day": date_format(timezone.localdate(), "j F Y")}
        fewer = _("Fewer mails, or none: %(page)s") % {"page": _address("organization:profile")}
        return bool(send_mail(subject, f"{text}\n\n{fewer}", settings.CONFIG.mail_from, [person.email]))


def _of_everything(person: Person) -> Iterator[str]:
    """Nothing before a first site was looked at."""
    if overview(person) is None:
        return
    yield weekly_digest(person, address=_address("monitoring:overview"))
    head = ChainHead.objects.filter(seq__gt=0).first()
    if head is not None:
        yield _("Audit trail: entry %(n)d, fingerprint %(hash)s") % {"n": head.seq, "hash": head.digest}


def _of_own_units(person: Person) -> Iterator[str]:
    desk = waiting_for(person)
    for row in desk.own:
        yield unit_text(unit_file(person, row.slug), address=_address("monitoring:unit", row.slug))
    if desk.own and desk.duties:
        told = {"n": len(desk.duties), "address": _address("monitoring:waiting")}
        yield _("Things that wait for you: %(n)d. %(address)s") % told


def _address(name: str, *words: str) -> str:
    return settings.CONFIG.base_url.rstrip("/") + reverse(name, args=words)
