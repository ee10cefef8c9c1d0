"""Alerts for what cannot wait: dead, infected, certificate. One mail a finding, and a text for WhatsApp."""

from __future__ import annotations

from collections.abc import Sequence

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from procrastinate.contrib.django import app

from suluh.monitoring.models import Finding
from suluh.organization.models import Person, Role
from suluh.organization.permissions import may
from suluh.organization.selectors.people import running_memberships

ALERT_TASK = "monitoring.alert"
ALERT_MAIL_TASK = "monitoring.alert-mail"

ALERTING = frozenset({"dead", "infected", "defaced", "cert-expired", "cert-soon", "cert-mismatch", "cert-chain"})


def alerts_defer(*, findings: Sequence[Finding]) -> None:
    """Queue one alert a finding, in the transaction that opened it."""
    for finding in findings:
        if finding.code in ALERTING:
            app.configure_task(ALERT_TASK, queue="mail").defer(finding_id=finding.pk)


def alert_text(finding: Finding) -> str:
    """The alert in words that can be sent on: what was seen, what to do, where the proof is."""
    lines = [
        f"{finding.unit.name}: {finding.message}",
        finding.step,
        _("Proof and reply: %(url)s") % {"url": finding_url(finding)},
    ]
    return "\n".join(line for line in lines if line)


def finding_url(finding: Finding) -> str:
    """Full address of the finding's page."""
    return settings.CONFIG.base_url.rstrip("/") + reverse("monitoring:finding", args=[finding.pk])


def recipients(finding: Finding) -> list[Person]:
    """Those who act for the unit, and the coordinators who see it; each person once."""
    for_unit = Q(role=Role.UNIT_OFFICER, unit=finding.unit)
    members = running_memberships().order_by().filter(for_unit | Q(role=Role.COORDINATOR))
    people = Person.objects.filter(is_active=True, memberships__in=members).distinct()
    return [person for person in people if may(person, "finding.view", finding)]


def alert_deliver(*, finding_id: int) -> int:
    """Queue the mails of a finding once, one a person; their number. One that has closed meanwhile gets none."""
    with transaction.atomic():
        finding = Finding.objects.select_for_update().get(pk=finding_id)
        if finding.alerted_at is not None or not finding.is_open:
            return 0
        finding.alerted_at = timezone.now()
        finding.save(update_fields=["alerted_at"])
        people = recipients(finding)
        for person in people:
            app.configure_task(ALERT_MAIL_TASK, queue="mail").defer(finding_id=finding.pk, person_id=person.pk)
    return len(people)


def alert_mail_send(*, finding_id: int, person_id: int) -> bool:
    """Tell one person of a finding that is still open. Where the mail server takes nothing, the job comes back."""
    finding = Finding.objects.select_related("unit").get(pk=finding_id)
    person = Person.objects.get(pk=person_id)
    if not finding.is_open or not may(person, "finding.view", finding):
        return False
    with translation.override(person.language):
        subject = _("%(unit)s: %(message)s") % {
            "unit": finding.unit.short_name or finding.unit.name,
            "message": finding.message[:120],
        }
        body = alert_text(finding)
    one_line = " ".join(subject.split())  # words of a foreign page must not begin a header of their own
    return bool(send_mail(one_line, body, settings.CONFIG.mail_from, [person.email]))
