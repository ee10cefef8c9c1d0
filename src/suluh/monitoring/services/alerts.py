"""Alerts for what cannot wait: dead, infected, certificate. One mail a finding, and a text for WhatsApp."""

from __future__ import annotations

from collections.abc import Sequence

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from procrastinate.contrib.django import app

from suluh.monitoring.models import Finding
from suluh.organization.models import Person, Role
from suluh.organization.selectors.people import running_memberships

ALERT_TASK = "monitoring.alert"

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


def recipients(finding: Finding) -> QuerySet[Person]:
    """Those who act for the unit, and the coordinators; each person once."""
    for_unit = Q(role=Role.UNIT_OFFICER, unit=finding.unit)
    members = running_memberships().order_by().filter(for_unit | Q(role=Role.COORDINATOR))
    return Person.objects.filter(is_active=True, memberships__in=members).distinct()


def alert_deliver(*, finding_id: int) -> int:
    """Send the alert of a finding once; the number of mails sent. A finding that has closed meanwhile sends none."""
    with transaction.atomic():
        finding = Finding.objects.select_for_update().get(pk=finding_id)
        if finding.alerted_at is not None or not finding.is_open:
            return 0
        finding.alerted_at = timezone.now()
        finding.save(update_fields=["alerted_at"])
    people = list(recipients(finding))
    subject = _("%(unit)s: %(message)s") % {
        "unit": finding.unit.short_name or finding.unit.name,
        "message": finding.message[:120],
    }
    body = alert_text(finding)
    return sum(send_mail(subject, body, settings.CONFIG.mail_from, [person.email]) for person in people)
