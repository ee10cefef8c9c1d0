"""Addresses of stories, channels and deliveries."""

from uuid import UUID

from suluh.channels.models import Delivery
from suluh.newsroom.models import Story
from suluh.newsroom.services.pictures import picture_keep
from tests.kernel.pictures.test_cleaning import picture
from tests.matrix.routes import DONE, GONE, LOGIN, NO, SEEN, Route
from tests.newsroom.telling import FORM, connected, delivered, submitted

#              outsider sibling officer leader coordinator admin
EVERYBODY = (LOGIN, SEEN, SEEN, SEEN, SEEN, SEEN)
READERS = (LOGIN, GONE, SEEN, SEEN, SEEN, SEEN)
OFFICE = (LOGIN, GONE, SEEN, NO, SEEN, SEEN)
OFFICE_POST = (LOGIN, GONE, DONE, NO, DONE, DONE)
DESK = (LOGIN, GONE, NO, NO, SEEN, SEEN)
DESK_POST = (LOGIN, GONE, NO, NO, DONE, DONE)
TOKEN = str(UUID(int=7))


def unit(world):
    return [world.health.slug]


def make_story(world):
    world.story = submitted(world)


def make_picture(world):
    make_story(world)
    Story.objects.filter(pk=world.story.pk).update(picture=picture_keep(picture(), alt="Poster"))


def make_channel(world):
    world.channel = connected(world)


def make_approvable(world):
    make_story(world)
    make_channel(world)


def make_unclear(world):
    world.delivery = delivered(world)


def make_waiting(world):
    world.delivery = delivered(world, Delivery.State.WAITING)


def story(world):
    return [world.story.pk]


def site(world):
    return ["situs", world.site.pk]


def channel(world):
    return [world.channel.pk]


def delivery(world):
    return [world.delivery.pk]


def approval(world):
    return {"channels": [world.channel.pk], "seen": 1}


def of(name, expects, args=lambda world: [], method="get", data=None, prepare=None, guard=""):
    return Route(name, expects, args, method, data or {}, prepare, guard)


NEW = {**FORM, "token": TOKEN}
EDITED = {**NEW, "title": "Imunisasi campak besok", "seen": 1}
RETURNED = {"note": "Sebut jamnya.", "seen": 1}
ACCESS = {"address": "https://dinkes.example", "need_user": "redaksi", "need_password": "sandi"}
PROOF = {"url": "https://dinkes.example/p/1"}
ROUTES = [
    of("newsroom:desk", EVERYBODY),
    of("newsroom:choose-unit", (LOGIN, DONE, DONE, SEEN, SEEN, SEEN)),
    of("newsroom:submit", OFFICE, unit, guard="story.submit"),
    of("newsroom:submit", OFFICE_POST, unit, "post", NEW, guard="story.submit"),
    of("newsroom:story", READERS, story, prepare=make_story),
    of("newsroom:picture", READERS, story, prepare=make_picture),
    of("newsroom:story-edit", OFFICE, story, prepare=make_story, guard="story.edit"),
    of("newsroom:story-edit", OFFICE_POST, story, "post", EDITED, make_story, "story.edit"),
    of("newsroom:story-return", DESK, story, prepare=make_story, guard="story.approve"),
    of("newsroom:story-return", DESK_POST, story, "post", RETURNED, make_story, "story.approve"),
    of("newsroom:story-approve", DESK, story, prepare=make_approvable, guard="story.approve"),
    of("newsroom:story-approve", DESK_POST, story, "post", approval, make_approvable, "story.approve"),
    of("channels:channels", EVERYBODY),
    of("channels:deliveries", EVERYBODY),
    of("channels:connect", OFFICE, site, guard="channel.connect"),
    of("channels:connect", OFFICE_POST, site, "post", ACCESS, guard="channel.connect"),
    of("channels:close", OFFICE, channel, prepare=make_channel, guard="channel.connect"),
    of("channels:close", OFFICE_POST, channel, "post", prepare=make_channel, guard="channel.connect"),
    of("channels:confirm", OFFICE, delivery, prepare=make_unclear, guard="delivery.decide"),
    of("channels:confirm", OFFICE_POST, delivery, "post", PROOF, make_unclear, "delivery.decide"),
    of("channels:again", OFFICE, delivery, prepare=make_unclear, guard="delivery.decide"),
    of("channels:again", OFFICE_POST, delivery, "post", prepare=make_unclear, guard="delivery.decide"),
    of("channels:drop", OFFICE, delivery, prepare=make_waiting, guard="delivery.decide"),
    of("channels:drop", OFFICE_POST, delivery, "post", prepare=make_waiting, guard="delivery.decide"),
]
