"""Arunika speaks: what a newcomer finds in the newsroom, and that a second start adds nothing."""

from collections import Counter
from datetime import timedelta

import pytest
from django.conf import settings
from django.db import transaction
from django.db.models import Count
from django.test import override_settings
from django.utils import timezone

from suluh.channels.models import Channel, Delivery
from suluh.channels.services.pace import Pace
from suluh.channels.services.pump import channel_run
from suluh.channels.services.tokens import channel_ask
from suluh.demo.furnish import regency_furnish
from suluh.demo.platforms.server import SimulatedPlatforms
from suluh.demo.speak.channels import LOCKED_OUT, channels_connect, posts_show_again
from suluh.demo.speak.furnish import UNCLEAR, stories_furnish
from suluh.demo.speak.people import DESK
from suluh.demo.speak.plan import SERIES
from suluh.demo.speak.tales import TALES, Fate
from suluh.kernel.http.client import Client, Limits
from suluh.newsroom.models import Charter, Notice, Observance, Override, RepostCall, Review, Series, Slot, Story
from suluh.newsroom.selectors.calendar import calendar_page
from suluh.newsroom.selectors.hand_over import estate
from suluh.organization.models import Event, Person

QUICK = Pace(looks=(0.0, 0.0, 0.0), settles=0.0)
DAYS = 15
"""As short a past as has everything in it."""
TAKES_ALL = ("wordpress", "telegram", "bluesky", "mastodon", "x")
"""Platforms that fetch nothing from the government's own server, which does not run here."""


pytestmark = pytest.mark.xdist_group("demo-newsroom")


@pytest.fixture(scope="module")
def furnished(django_db_setup, django_db_blocker):
    """Arunika told once for all tests here; each undoes what it changes, and the end undoes everything."""
    config = settings.CONFIG.model_copy(update={"base_url": "http://localhost:8000"})
    with django_db_blocker.unblock(), override_settings(CONFIG=config), transaction.atomic():
        regency_furnish(password="arunika-papan-1")
        with SimulatedPlatforms() as running:
            channels_connect(running)
            stories_furnish(origin=running.origin, days=DAYS)
            yield running
        transaction.set_rollback(True)


@pytest.fixture
def servers(furnished, db):
    return furnished


def client() -> Client:
    return Client(allow_private=True, limits=Limits(total=15.0))


def test_a_newcomer_finds_stories_in_every_state_and_a_second_start_adds_nothing(servers):
    before, slots = Event.objects.count(), Slot.objects.count()

    channels_connect(servers)

    assert stories_furnish(origin=servers.origin) == 0
    assert (Event.objects.count(), Slot.objects.count()) == (before, slots)
    wanted = Counter(tale.fate for tale in TALES)
    waiting = Story.objects.filter(state="submitted")
    assert waiting.filter(waits_roles__contains=["coordinator"]).count() == wanted[Fate.AT_DESK] + wanted[Fate.HELD]
    assert waiting.filter(waits_unit__kind="kecamatan").count() == wanted[Fate.AT_DISTRICT]
    assert waiting.filter(waits_roles=["leader"]).count() == wanted[Fate.AT_UNIT]
    assert Story.objects.filter(state="returned").count() == wanted[Fate.RETURNED]
    assert Review.objects.filter(verdict="").count() == wanted[Fate.HURRIED]


def test_two_months_lie_behind_the_newsroom_in_the_order_of_their_days(servers):
    charters = Charter.objects.order_by("number")
    assert [one.state for one in charters] == ["adopted", "adopted"]
    assert Override.objects.count() == 1
    assert Story.objects.filter(submitted_at__lt=timezone.now() - timedelta(days=DAYS - 2)).exists()

    told = Event.objects.filter(code__startswith="story.").order_by("pk").values_list("at", flat=True)
    assert list(told) == sorted(told)
    assert max(told) <= timezone.now()


def test_posts_of_earlier_days_ended_in_every_way(servers):
    past = Delivery.objects.filter(due_at__lt=timezone.now() - timedelta(days=1))

    assert set(past.values_list("state", flat=True)) == {"live", "failed", "gone"}
    assert past.filter(deed="correct", state="live").exists()
    assert not Delivery.objects.filter(state="sending").exists()


def test_the_calendar_has_series_a_clash_a_kept_day_and_days_with_nothing(servers):
    today = timezone.localdate()
    page = calendar_page(Person.objects.get(email=DESK), view="bulan", around=today + timedelta(days=10))

    assert Series.objects.count() == len(SERIES)
    assert page.empty_days
    assert Slot.objects.filter(at__gt=timezone.now(), story=None).values("at").annotate(n=Count("pk")).filter(n=2)
    assert Observance.objects.filter(first__gt=today).exists()


def test_units_carried_on_in_time_late_or_not_at_all_and_one_is_excused(servers):
    due = RepostCall.objects.get(due_at__lt=timezone.now())
    shares = {share.unit.slug: share for share in due.shares.select_related("unit", "call")}

    assert {slug for slug, share in shares.items() if share.in_time} == {"dinkes", "dlh", "disdik", "kec-fajarwana"}
    assert shares["dishub"].state == "carried"
    assert shares["kec-arunika-kota"].state == "open"
    assert shares["dispora"].state == "excused"


def test_one_notice_is_in_force_one_is_over_one_waits(servers):
    found = Counter(Notice.objects.values_list("state", "work"))
    assert found == {("in_force", "none"): 1, ("over", "none"): 1, ("unsaid", "waiting"): 1}


def test_whoever_takes_over_finds_what_was_decided(servers):
    left = estate(Person.objects.get(email=DESK))

    assert left.charter is not None
    assert left.charter.number == 2
    assert left.overrides
    assert left.reviews
    assert left.deputies
    assert len(left.on_duty) == 5


def test_what_is_approved_appears_one_is_unclear_one_site_is_locked_out(servers):
    servers.script.steps.append(UNCLEAR)
    today = Delivery.objects.filter(due_at__gt=timezone.now() - timedelta(hours=12))
    for channel in Channel.objects.filter(platform__in=TAKES_ALL, deliveries__in=today).distinct():
        for _ in range(9):
            Channel.objects.update(posted_at=None)
            channel_run(channel_id=channel.pk, client=client(), pace=QUICK)
    locked = Channel.objects.get(unit__slug=LOCKED_OUT)
    channel_ask(channel_id=locked.pk, client=client())

    found = Counter(today.filter(channel__platform__in=TAKES_ALL).values_list("state", flat=True))
    assert found["live"] >= 8
    assert found["unclear"] == 1
    assert set(found) == {"live", "unclear", "waiting"}
    locked.refresh_from_db()
    assert locked.state == Channel.State.LOST
    assert Channel.objects.exclude(ends_at=None).exists()

    servers.shown.posts.clear()
    servers.shown.pages.clear()
    live = set(Delivery.objects.filter(state="live", deed="publish").values_list("url", flat=True))
    assert posts_show_again(servers) == len(servers.shown.pages) == len(live)
