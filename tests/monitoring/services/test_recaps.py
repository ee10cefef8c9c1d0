from datetime import date, timedelta

import pytest
from django.utils import timezone

from suluh.monitoring.models import Evidence, ItemRow, MonthRecord, Post, SiteDay
from suluh.monitoring.services.posts import url_hash
from suluh.monitoring.services.recaps import recap_publish, recap_rows
from suluh.organization.errors import NotAllowed
from suluh.organization.models import Membership, Person, Role, Unit
from tests.monitoring.services.world import NOW

pytestmark = pytest.mark.django_db
APRIL = date(2026, 4, 1)


def row(month=APRIL):
    [found] = recap_rows(month=month, units=Unit.objects.all())
    return found


def observed(site, day=date(2026, 4, 2), **more):
    SiteDay.objects.create(site=site, day=day, visits=1, **({"alive": 1, "secure": 1} | more))


def posted(site, day):
    url = f"{site.url}{day}"
    Post.objects.create(
        site=site, url=url, url_hash=url_hash(url), title="a", published=day, source="feed", first_seen=NOW
    )


def test_what_was_observed_is_counted_and_what_was_not_judged_stays_unrecorded(site):
    observed(site, items={"I-visi": 2, "I-surel": 0})
    posted(site, date(2026, 4, 1))
    posted(site, date(2026, 3, 31))

    found = row()
    assert (found.updates, found.visi, found.surel, found.telepon) == (1, True, False, None)
    assert (found.source, found.url) == ("observed", site.url)


def test_a_month_nobody_observed_comes_from_the_sheet_that_was_imported(site):
    MonthRecord.objects.create(
        unit=site.unit, month=APRIL, updates=4, visi=True, note="error dropdown menu", source="rekap.xlsx!APRIL!D9"
    )

    found = row()
    assert (found.updates, found.visi, found.struktur, found.note, found.source) == (
        4,
        True,
        None,
        "error dropdown menu",
        "sheet",
    )


def test_a_month_that_nobody_recorded_is_blank_not_zero(site):
    assert (row().updates, row().visi, row().source) == (None, None, "")


def test_a_site_that_was_dead_all_month_has_a_note_and_no_count(site):
    observed(site, alive=0, findings={"dead": 1})

    found = row()
    assert (found.updates, found.note) == (None, "website tidak bisa diakses")


def test_a_published_recap_is_frozen_with_proofs_that_are_kept_two_years(site):
    observed(site, items={"I-visi": 2})
    proof = Evidence.objects.create(site=site, code="I-visi", url=site.url, seen_at=NOW, keep_until=NOW.date())
    ItemRow.objects.create(site=site, code="I-visi", state="found", evidence=proof, since=NOW, checked_at=NOW)
    root = Unit.objects.get()
    boss = Person.objects.create_user("kabid@arunika.example", name="Kabid")
    Membership.objects.create(person=boss, unit=root, role=Role.COORDINATOR, subtree=True, valid_from=date(2025, 1, 1))

    first = recap_publish(month=APRIL, rubric="p5 2026.1", by=boss)
    SiteDay.objects.update(items={"I-visi": 0})
    second = recap_publish(month=APRIL, rubric="p5 2026.1", by=boss)

    assert (first.version, second.version) == (1, 2)
    first.refresh_from_db()
    assert first.rows[0]["visi"] is True
    assert first.digest != second.digest
    proof.refresh_from_db()
    assert proof.keep_until > timezone.localdate() + timedelta(days=700)


def test_an_officer_of_a_unit_publishes_no_recap(site):
    person = Person.objects.create_user("admin@arunika.example", name="Admin")
    Membership.objects.create(person=person, unit=site.unit, role=Role.UNIT_OFFICER, valid_from=date(2025, 1, 1))

    with pytest.raises(NotAllowed):
        recap_publish(month=APRIL, rubric="p5", by=person)
