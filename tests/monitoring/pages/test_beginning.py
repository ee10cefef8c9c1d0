"""The first page of a new installation: it says nothing of sites that nobody looked at, and leads on."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from lxml import html

from suluh.monitoring.models import SiteState, Sweep
from suluh.organization.models import Role
from suluh.organization.rights import OPERATOR
from suluh.organization.services.sites import site_add
from tests.world import appointed, build_world

pytestmark = pytest.mark.django_db
FIRST = "4 unit tercatat; belum ada situs yang diperiksa."


@pytest.fixture
def world():
    return build_world()


def shown(client, person):
    client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    return html.fromstring(client.get(reverse("monitoring:overview")).content)


def sentence(page) -> str:
    return " ".join(page.xpath("string(//h1)").split())


def test_after_the_import_the_board_claims_nothing_and_offers_the_first_check(world, client):
    page = shown(client, world.coordinator)

    assert sentence(page) == FIRST
    assert page.xpath(f"//main//form[@action='{reverse('monitoring:sweep_start')}']")


def test_a_running_first_check_is_where_the_page_leads(world, client):
    sweep = Sweep.objects.create(cause=Sweep.Cause.COMMAND, started_at=timezone.now())
    page = shown(client, world.coordinator)

    assert page.xpath(f"//main//a[@href='{reverse('monitoring:sweep', args=[sweep.pk])}']")


def test_once_a_site_was_seen_the_others_are_counted_as_not_looked_at(world, client):
    site_add(unit=world.social, url="http://dinsos.arunika.localhost", by=OPERATOR)
    SiteState.objects.create(
        site=world.site, checked_at=timezone.now(), observations=1, alive=True, weeks="1", weeks_from=monday()
    )
    page = shown(client, world.coordinator)

    assert "1 situs belum diperiksa" in sentence(page)
    assert "semua situs hidup dan bersih" not in sentence(page)


def test_a_head_of_a_district_is_told_of_the_units_and_sites_below_alone(world, client):
    site_add(unit=world.village, url="http://embun.arunika.localhost", by=OPERATOR)
    page = shown(client, appointed("camat@arunika.example", Role.LEADER, world.district, subtree=True))

    assert sentence(page) == "2 unit tercatat; belum ada situs yang diperiksa."
    assert "memeriksa 1 situs" in page.text_content()


def monday():
    today = timezone.localdate()
    return today - timedelta(days=today.weekday())
