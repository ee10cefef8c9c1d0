"""The whole year of public information, in one transaction."""

from __future__ import annotations

from datetime import date, timedelta

from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.utils import timezone

from suluh.deadlines.services.reminders import lapses_tell
from suluh.demo.ppid.excluded import exclusions_make
from suluh.demo.ppid.listing import list_publish
from suluh.demo.ppid.objections import objection_write
from suluh.demo.ppid.office import Office, office_open
from suluh.demo.ppid.plan import YEAR, year_of_requests
from suluh.demo.ppid.requests import request_write
from suluh.demo.register import demo_units
from suluh.disclosure.models import InformationRequest
from suluh.organization.models import Membership, Role, Unit


@transaction.atomic
def ppid_furnish(*, password: str, seed: int = 2026, today: date | None = None) -> int:
    """Give a furnished regency its PPID year up to today; the number of requests. Nothing happens the second time."""
    if Membership.objects.filter(role=Role.PPID).exists():
        return InformationRequest.objects.count()
    today = today or timezone.localdate()
    plans = demo_units(seed)
    units = {unit.slug: unit for unit in Unit.objects.all()}
    office = office_open(units[plans[0].slug], secret=make_password(password), since=today - timedelta(days=YEAR + 30))
    list_publish(plans, units, office, seed=seed, today=today)
    exclusions_make(office, units, today=today)
    made = _requests(units, office, seed=seed, today=today)
    lapses_tell(today=today)
    return made


def _requests(units: dict[str, Unit], office: Office, *, seed: int, today: date) -> int:
    cases = year_of_requests(demo_units(seed), seed=seed, today=today)
    for plan in cases:
        request = request_write(plan, office, units, today=today)
        if plan.objection is not None:
            objection_write(plan, request, office)
    return len(cases)
