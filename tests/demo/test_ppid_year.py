"""Arunika's year of public information has the sizes and the troubles of a real one."""

from collections import Counter
from datetime import date

import pytest
from django.db import transaction

from suluh.deadlines.models import Clock
from suluh.demo.furnish import regency_furnish
from suluh.demo.ppid.plan import year_of_requests
from suluh.demo.ppid.year import ppid_furnish
from suluh.demo.register import demo_units
from suluh.disclosure.models import Answer, InformationRequest, Item, Letter
from suluh.kernel.workdays.calendar import national_calendar

TODAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def year(django_db_setup, django_db_blocker):
    """The year is written once for this module and rolled back after it."""
    with django_db_blocker.unblock(), transaction.atomic():
        regency_furnish(password="arunika-ppid-1")
        yield ppid_furnish(password="arunika-ppid-1", today=TODAY)
        transaction.set_rollback(True)


def test_the_year_has_the_requests_of_the_design(year):
    ends = Counter(Answer.objects.values_list("result", flat=True))
    answers = Clock.objects.filter(code="ANS")
    assert year == InformationRequest.objects.count() == 90
    assert ends["refused"] == 6
    assert answers.filter(state=Clock.State.LATE).count() == 5
    assert sum(clock.extended for clock in answers) == 12


def test_the_list_has_twelve_hundred_public_items(year):
    assert Item.objects.filter(state=Item.State.PUBLISHED).count() == 1200


def test_every_answer_has_its_letter_and_no_refusal_is_late(year):
    signed = Letter.objects.filter(kind__in=("notification", "refusal")).count()
    assert signed == Answer.objects.count()
    assert not Clock.objects.filter(code="REJ", state=Clock.State.LATE).exists()


def test_a_second_call_changes_nothing(year):
    assert ppid_furnish(password="other-password-2", today=TODAY) == year
    assert Item.objects.filter(state=Item.State.PUBLISHED).count() == 1200


def test_some_answers_are_counted_across_the_leave_weeks_of_lebaran():
    free = [day for day, why in national_calendar().free.items() if day.year == 2026 and "Idul Fitri" in why]
    cases = year_of_requests(demo_units(), seed=2026, today=TODAY)
    assert free
    assert [case for case in cases if case.checked < min(free) <= case.checked.replace(month=3, day=31)]
