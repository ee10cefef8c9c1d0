"""Addresses of writing help and the calendar."""

from datetime import date, timedelta

from django.utils import timezone

from suluh.channels.services.connecting import channel_connect
from suluh.newsroom.models import Story
from suluh.newsroom.services.keeping import feed_key_make, observance_add
from suluh.newsroom.services.reposts import repost_ask
from suluh.newsroom.services.slots import Plan, slot_add
from suluh.organization.models import Account, ImportDraft
from suluh.organization.rights import OPERATOR
from tests.matrix.routes import BAD, DONE, GONE, LOGIN, NO, SEEN, Route
from tests.newsroom.telling import FORM, live, submitted

#              outsider sibling officer leader coordinator admin
EVERYBODY = (LOGIN, SEEN, SEEN, SEEN, SEEN, SEEN)
OFFICE = (LOGIN, GONE, SEEN, NO, SEEN, SEEN)
OFFICE_POST = (LOGIN, GONE, DONE, NO, DONE, DONE)
READERS = (LOGIN, GONE, SEEN, SEEN, SEEN, SEEN)
DESK = (LOGIN, GONE, NO, NO, SEEN, SEEN)
DESK_POST = (LOGIN, GONE, NO, NO, DONE, DONE)
CARRIED = {"url": "https://dinkes.example/p/2"}
KEEPERS = (LOGIN, NO, NO, NO, SEEN, SEEN)
KEEPERS_POST = (LOGIN, NO, NO, NO, DONE, DONE)
ANSWER = {"reason": "Setuju", "seen": 1}
PLANNED = {"title": "Jadwal imunisasi", "kind": "service", "at": "2026-04-06T09:00"}
KEPT = {"name": "Hari jadi kabupaten", "kind": "observance", "first": "2026-09-09", "source": "Perda 3/2001"}


def unit(world):
    return [world.health.slug]


def make_story(world):
    world.story = submitted(world)


def make_slot(world):
    plan = Plan("Jadwal imunisasi", "service", timezone.now() + timedelta(days=3))
    world.slot = slot_add(unit=world.health, plan=plan, by=OPERATOR)


def make_sheet(world):
    sheet = b"Tanggal,Judul\n6 April 2026,Jadwal imunisasi\n"
    world.sheet = ImportDraft.objects.create(person=world.officer, file_name="rencana.csv", content=sheet)


def make_observance(world):
    day = date(2026, 9, 9)
    world.observance = observance_add(
        name="Hari jadi", kind="observance", first=day, last=day, yearly=True, source="Perda 3/2001", by=OPERATOR
    )


def make_feed(world):
    world.feed = feed_key_make(by=world.officer)


def make_live(world):
    world.live = live(world)
    world.story = Story.objects.get()


def make_share(world):
    make_live(world)
    call = repost_ask(delivery=world.live, units=[world.health], caption="Jadwal", by=OPERATOR)
    world.share = call.shares.get()
    account = Account.objects.create(unit=world.health, platform="facebook", handle="@dinkes.arunika")
    secrets = {"token": "token-halaman"}
    world.voice = channel_connect(holder=account, address="https://graph.example", secrets=secrets, by=OPERATOR)


def asked(world):
    return {"delivery": world.live.pk, "units": [world.district.pk], "caption": "Jadwal"}


def touch(world):
    return [world.share.pk, world.voice.pk]


def call(world):
    return [world.share.call_id]


def share(world):
    return [world.share.pk]


def story(world):
    return [world.story.pk]


def slot(world):
    return [world.slot.pk]


def sheet(world):
    return [world.sheet.pk]


def observance(world):
    return [world.observance.pk]


def feed(world):
    return [world.feed]


def of(name, expects, args=lambda world: [], method="get", data=None, prepare=None, guard=""):
    return Route(name, expects, args, method, data or {}, prepare, guard)


ROUTES = [
    of("newsroom:writing-check", EVERYBODY, method="post", data=FORM),
    of("newsroom:private-confirm", OFFICE, story, prepare=make_story, guard="story.edit"),
    of("newsroom:private-confirm", OFFICE_POST, story, "post", ANSWER, make_story, "story.edit"),
    of("newsroom:calendar", EVERYBODY),
    of("newsroom:slot-unit", (LOGIN, DONE, DONE, SEEN, SEEN, SEEN)),
    of("newsroom:slot-add", OFFICE, unit, guard="calendar.plan"),
    of("newsroom:slot-add", OFFICE_POST, unit, "post", PLANNED, guard="calendar.plan"),
    of("newsroom:slot", OFFICE, slot, prepare=make_slot, guard="calendar.plan"),
    of("newsroom:slot", OFFICE_POST, slot, "post", PLANNED, make_slot, "calendar.plan"),
    of("newsroom:slot-move", OFFICE_POST, slot, "post", {"tanggal": "2036-04-09"}, make_slot, "calendar.plan"),
    of("newsroom:slot-drop", OFFICE, slot, prepare=make_slot, guard="calendar.plan"),
    of("newsroom:slot-drop", OFFICE_POST, slot, "post", prepare=make_slot, guard="calendar.plan"),
    of("newsroom:plan-import", EVERYBODY),
    of("newsroom:plan-import", (LOGIN, BAD, BAD, BAD, BAD, BAD), method="post"),
    of("newsroom:plan-preview", (LOGIN, GONE, SEEN, GONE, GONE, GONE), sheet, prepare=make_sheet),
    of("newsroom:plan-preview", (LOGIN, GONE, DONE, GONE, GONE, GONE), sheet, "post", prepare=make_sheet),
    of("newsroom:observances", KEEPERS, guard="calendar.keep"),
    of("newsroom:observances", KEEPERS_POST, method="post", data=KEPT, guard="calendar.keep"),
    of("newsroom:observance-drop", KEEPERS, observance, prepare=make_observance, guard="calendar.keep"),
    of("newsroom:observance-drop", KEEPERS_POST, observance, "post", prepare=make_observance, guard="calendar.keep"),
    of("newsroom:calendar-subscription", EVERYBODY),
    of("newsroom:calendar-subscription", EVERYBODY, method="post"),
    of("newsroom:calendar-feed", (SEEN,) * 6, feed, prepare=make_feed),
    of("newsroom:reposts", EVERYBODY),
    of("newsroom:repost", READERS, call, prepare=make_share),
    of("newsroom:repost-kit", OFFICE, share, prepare=make_share, guard="repost.carry"),
    of("newsroom:repost-kit", OFFICE_POST, share, "post", CARRIED, make_share, "repost.carry"),
    of("newsroom:repost-touch", OFFICE_POST, touch, "post", prepare=make_share, guard="repost.carry"),
    of("newsroom:repost-ask", DESK, story, prepare=make_live, guard="repost.ask"),
    of("newsroom:repost-ask", DESK_POST, story, "post", asked, make_live, "repost.ask"),
    of("newsroom:repost-excuse", DESK, share, prepare=make_share, guard="repost.ask"),
    of("newsroom:repost-excuse", DESK_POST, share, "post", {"reason": "Situs diganti"}, make_share, "repost.ask"),
]
