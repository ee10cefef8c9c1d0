"""Arunika's year of public information has the sizes and the troubles of a real one."""

from datetime import date

from suluh.deadlines.models import Clock
from suluh.demo.furnish import regency_furnish
from suluh.demo.ppid.plan import year_of_requests
from suluh.demo.ppid.year import ppid_furnish
from suluh.demo.register import demo_units
from suluh.disclosure.models import Answer, Decree, Dispute, Exclusion, InformationRequest, Item, Objection
from suluh.disclosure.services.withholding import require_grounded_answer
from suluh.kernel.workdays.calendar import national_calendar
from suluh.organization.models import Event

TODAY = date(2026, 11, 22)


def test_the_year_has_the_sizes_of_the_design_however_often_it_is_asked_for(db):
    regency_furnish(password="arunika-ppid-1")
    for _again in range(2):
        ppid_furnish(password="arunika-ppid-1", today=TODAY)

    answers, signed = Clock.objects.filter(code="ANS"), Answer.objects.filter(state=Answer.State.SIGNED)
    assert {
        "items": Item.objects.filter(state=Item.State.PUBLISHED).count(),
        "exclusions": Exclusion.objects.filter(state=Exclusion.State.IN_FORCE).count(),
        "requests": InformationRequest.objects.count(),
        "refused": signed.filter(result=Answer.Result.REFUSED).count(),
        "late": answers.filter(state=Clock.State.LATE).count(),
        "extended": sum(clock.extended for clock in answers),
        "answers without a letter": signed.exclude(request__letters__kind__in=("notification", "refusal")).count(),
        "objections": Objection.objects.exclude(result="").count(),
        "disputes": Dispute.objects.count(),
        "late refusals": Clock.objects.filter(code="REJ", state=Clock.State.LATE).count(),
    } == {
        "items": 1200, "exclusions": 40, "requests": 90, "refused": 6, "late": 5, "extended": 12,
        "answers without a letter": 0, "objections": 4, "disputes": 1, "late refusals": 0,
    }  # fmt: skip

    every_tab_and_every_page_of_a_case_has_something_to_show()
    nothing_contradicts_the_law()


def every_tab_and_every_page_of_a_case_has_something_to_show() -> None:
    states = set(InformationRequest.objects.values_list("state", flat=True))
    open_late = Clock.objects.filter(code="ANS", state=Clock.State.RUNNING, due__lt=TODAY)
    told = {event.subject for event in Event.objects.filter(code__in=("request.registered", "objection.registered"))}

    assert states >= {"received", "incomplete", "running", "answered", "lapsed", "withdrawn"}
    assert Answer.objects.filter(state=Answer.State.SENT).count() == 1
    assert set(Objection.objects.values_list("state", flat=True)) >= {"running", "answered", "disputed"}
    assert open_late.exists()
    assert Clock.objects.get(code="KI2", state=Clock.State.RUNNING).due > TODAY
    assert told == {case.subject for case in (*InformationRequest.objects.all(), *Objection.objects.all())}


def nothing_contradicts_the_law() -> None:
    for answer in Answer.objects.filter(result__in=Answer.WITHHOLDS).select_related("request", "exclusion"):
        require_grounded_answer(answer)
        assert answer.exclusion.decree_day < answer.request.received_on
    for exclusion in Exclusion.objects.all():
        assert all(f"Pasal 17 huruf {ground[-1]}" in exclusion.law_basis for ground in exclusion.grounds)
    assert not Item.objects.filter(made_on__gt=TODAY).exists()
    signed = {*Decree.objects.values_list("day", flat=True), *Exclusion.objects.values_list("decree_day", flat=True)}
    assert [day for day in signed if not national_calendar().works(day)] == []


def test_some_answers_are_counted_across_the_leave_weeks_of_lebaran():
    free = [day for day, why in national_calendar().free.items() if day.year == 2026 and "Idul Fitri" in why]
    cases = year_of_requests(demo_units(), seed=2026, today=TODAY)
    assert free
    assert [case for case in cases if case.checked < min(free) <= case.checked.replace(month=3, day=31)]
