"""Addresses of stories, channels and deliveries."""

from dataclasses import replace
from io import BytesIO
from uuid import UUID

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from suluh.channels.models import Delivery
from suluh.newsroom.models import Story
from suluh.newsroom.rules import SUGGESTED
from suluh.newsroom.services.charter import charter_draft
from suluh.newsroom.services.deputies import deputy_appoint
from suluh.newsroom.services.hurrying import story_hurry
from suluh.organization.models import Account
from suluh.organization.rights import OPERATOR
from suluh.studio.services.media import medium_take
from tests.kernel.pictures.test_cleaning import picture
from tests.matrix.routes import BAD, DONE, GONE, LOGIN, NO, SEEN, Route, open_to_all
from tests.newsroom.ruling import adopted
from tests.newsroom.telling import FORM, WORDS, connected, delivered, filmed, photo, submitted

#              outsider sibling officer leader coordinator admin
EVERYBODY = (LOGIN, SEEN, SEEN, SEEN, SEEN, SEEN)
READERS = (LOGIN, GONE, SEEN, SEEN, SEEN, SEEN)
OFFICE = (LOGIN, GONE, SEEN, NO, SEEN, SEEN)
OFFICE_POST = (LOGIN, GONE, DONE, NO, DONE, DONE)
DESK = (LOGIN, GONE, NO, NO, SEEN, SEEN)
DESK_POST = (LOGIN, GONE, NO, NO, DONE, DONE)
HEADS = (LOGIN, GONE, NO, SEEN, SEEN, SEEN)
HEADS_POST = (LOGIN, GONE, NO, DONE, DONE, DONE)
TOLD = (LOGIN, GONE, DONE, DONE, DONE, DONE)
DESK_ALL = (LOGIN, NO, NO, NO, SEEN, SEEN)
DESK_ALL_POST = (LOGIN, NO, NO, NO, DONE, DONE)
OWN = (LOGIN, NO, SEEN, NO, SEEN, SEEN)
OWN_POST = (LOGIN, NO, DONE, NO, DONE, DONE)
TYPED = (LOGIN, GONE, BAD, NO, BAD, BAD)
STATELESS = (LOGIN, 409, 409, 409, 409, 409)
PLACED = (LOGIN, BAD, DONE, BAD, DONE, DONE)
CHARTER = {
    "aim": "Warga lebih dahulu.",
    "review_hours": 24,
    "seen": 0,
    **{f"{part}-{name}_FORMS": 0 for part in ("langkah", "pilar") for name in ("TOTAL", "INITIAL")},
}
DECIDED = {"decision": "SK 12/2026", "decided_on": "2026-02-03", "decided_by": "Bupati Arunika", "seen": 1}
PASSED = {"reason": "Jabatan kosong", "seen": 1, "at_step": 0}
TOKEN = str(UUID(int=7))
PHOTO = picture("JPEG")


def unit(world):
    return [world.health.slug]


def make_story(world):
    world.story = submitted(world)


def make_strip(world):
    """A story with a photo that Telegram takes only cut."""
    content = picture("JPEG", (800, 20))
    medium = medium_take(unit=world.health, token=UUID(int=8), file=BytesIO(content), size=len(content), by=OPERATOR)
    world.story = submitted(world, words=replace(WORDS, media=[medium.facts | {"alt": "Spanduk"}]))


def on_telegram(world):
    return [world.story.pk, "telegram"]


def strip(world):
    return [world.story.pk, "telegram", UUID(int=8)]


def make_vacant(world):
    make_story(world)
    Story.objects.filter(pk=world.story.pk).update(waits_roles=[])


def make_medium(world):
    world.medium = photo(world)


def make_video(world):
    world.medium = filmed(world)


def make_channel(world):
    world.channel = connected(world)


def make_approvable(world):
    make_story(world)
    make_channel(world)


def make_review(world):
    make_approvable(world)
    world.review = story_hurry(story=world.story, channels=[world.channel], reason="Banjir.", seen=1, by=OPERATOR)


def make_unclear(world):
    world.delivery = delivered(world)


def make_waiting(world):
    world.delivery = delivered(world, Delivery.State.WAITING)


def story(world):
    return [world.story.pk]


def medium(world):
    return [world.medium.token]


def upload(world):
    return {"token": TOKEN, "file": SimpleUploadedFile("foto.jpg", PHOTO)}


def site(world):
    return ["situs", world.site.pk]


def channel(world):
    return [world.channel.pk]


def make_account(world):
    world.account = Account.objects.create(unit=world.health, platform="mastodon", handle="@dinkes")


def on_mastodon(world):
    return [world.account.pk]


def delivery(world):
    return [world.delivery.pk]


def approval(world):
    return {"channels": [world.channel.pk], "seen": 1}


def hurry(world):
    return {**approval(world), "reason": "Banjir."}


def review(world):
    return [world.review.pk]


def make_charters(world):
    adopted()
    make_draft(world)


def make_draft(world):
    charter_draft(rules=SUGGESTED, reason="Kuota", seen=0, by=OPERATOR)


def make_deputy(world):
    day = timezone.localdate()
    world.deputy = deputy_appoint(
        principal=world.officer, deputy=world.sibling, valid_from=day, valid_until=day, reason="Cuti", by=OPERATOR
    )


def deputy(world):
    day = timezone.localdate()
    told = {"valid_from": day, "valid_until": day, "reason": "Cuti"}
    return {"principal": world.officer.pk, "deputy": world.sibling.pk, **told}


def stand_in(world):
    return [world.deputy.pk]


def none(world):
    return []


def of(name, expects, args=none, method="get", data=None, prepare=None, guard=""):
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
    of("newsroom:medium-add", (LOGIN, GONE, 201, NO, 201, 201), unit, "post", upload, guard="medium.take"),
    of("newsroom:medium", READERS, medium, prepare=make_medium),
    of("newsroom:video", READERS, medium, prepare=make_video),
    of("newsroom:sender", (401, SEEN, SEEN, SEEN, SEEN, SEEN)),
    of("newsroom:share", (DONE,) * 6, method="post"),
    *open_to_all("newsroom:offline", "newsroom:worker", "newsroom:manifest", "newsroom:styles"),
    of("newsroom:story-edit", OFFICE, story, prepare=make_story, guard="story.edit"),
    of("newsroom:story-edit", OFFICE_POST, story, "post", EDITED, make_story, "story.edit"),
    of("newsroom:story-return", DESK, story, prepare=make_story, guard="story.approve"),
    of("newsroom:story-return", DESK_POST, story, "post", RETURNED, make_story, "story.approve"),
    of("newsroom:story-approve", DESK, story, prepare=make_approvable, guard="story.approve"),
    of("newsroom:story-approve", DESK_POST, story, "post", approval, make_approvable, "story.approve"),
    of("newsroom:story-claim", DESK_POST, story, "post", prepare=make_story, guard="story.claim"),
    of("newsroom:story-hurry", HEADS, story, prepare=make_approvable, guard="story.hurry"),
    of("newsroom:story-hurry", HEADS_POST, story, "post", hurry, make_approvable, "story.hurry"),
    of("newsroom:story-pass-over", DESK, story, prepare=make_vacant, guard="story.pass-over"),
    of("newsroom:story-pass-over", DESK_POST, story, "post", PASSED, make_vacant, "story.pass-over"),
    of("newsroom:review", HEADS, review, prepare=make_review, guard="review.decide"),
    of("newsroom:review", HEADS_POST, review, "post", {"verdict": "stands"}, make_review, "review.decide"),
    of("newsroom:story-versions", READERS, story, prepare=make_story),
    of("newsroom:story-variants", OFFICE, story, prepare=make_story, guard="story.edit"),
    of("newsroom:story-shapes", OFFICE, on_telegram, prepare=make_strip, guard="story.edit"),
    of("newsroom:story-shapes", OFFICE_POST, on_telegram, "post", {"seen": 1}, make_strip, "story.edit"),
    of("newsroom:medium-fit", OFFICE, strip, prepare=make_strip, guard="story.edit"),
    of("newsroom:medium-fit", OFFICE_POST, strip, "post", {"seen": 1, "across": 30}, make_strip, "story.edit"),
    of("newsroom:story-variants", OFFICE_POST, story, "post", {"seen": 1}, make_story, "story.edit"),
    of("newsroom:story-comment", READERS, story, prepare=make_story),
    of("newsroom:story-comment", TOLD, story, "post", {"text": "Jam berapa?"}, make_story),
    of("newsroom:story-mention-read", TOLD, story, "post", prepare=make_story),
    of("newsroom:charter", EVERYBODY),
    of("newsroom:charter-version", EVERYBODY, lambda world: [1], prepare=make_charters),
    of("newsroom:charter-compare", EVERYBODY, lambda world: [1, 2], prepare=make_charters),
    of("newsroom:charter-draft", DESK_ALL, guard="charter.draft"),
    of("newsroom:charter-draft", DESK_ALL_POST, method="post", data=CHARTER, guard="charter.draft"),
    of("newsroom:charter-adopt", DESK_ALL, prepare=make_draft, guard="charter.adopt"),
    of(
        "newsroom:charter-adopt",
        DESK_ALL_POST,
        method="post",
        data=DECIDED,
        prepare=make_charters,
        guard="charter.adopt",
    ),
    of("newsroom:overrides", EVERYBODY),
    of("newsroom:hand-over", EVERYBODY),
    of("newsroom:deputies", EVERYBODY),
    of("newsroom:deputy-appoint", EVERYBODY),
    of(
        "newsroom:deputy-appoint",
        (LOGIN, BAD, DONE, BAD, DONE, DONE),
        method="post",
        data=deputy,
        guard="deputy.appoint",
    ),
    of("newsroom:deputy-end", OWN, stand_in, prepare=make_deputy, guard="deputy.appoint"),
    of(
        "newsroom:deputy-end",
        (LOGIN, NO, DONE, NO, DONE, DONE),
        stand_in,
        "post",
        prepare=make_deputy,
        guard="deputy.appoint",
    ),
    of("channels:channels", EVERYBODY),
    of("channels:channel", READERS, channel, prepare=make_channel),
    of("channels:deliveries", EVERYBODY),
    of("channels:connect", OFFICE, site, guard="channel.connect"),
    of("channels:connect", OFFICE_POST, site, "post", ACCESS, guard="channel.connect"),
    of("channels:consent", OFFICE, on_mastodon, prepare=make_account, guard="channel.connect"),
    of("channels:consent", TYPED, on_mastodon, "post", {"address": ""}, make_account, "channel.connect"),
    of("channels:consent-back", STATELESS),
    of("channels:ask", OFFICE_POST, channel, "post", prepare=make_channel, guard="channel.connect"),
    of("channels:close", OFFICE, channel, prepare=make_channel, guard="channel.connect"),
    of("channels:close", OFFICE_POST, channel, "post", prepare=make_channel, guard="channel.connect"),
    of("channels:confirm", OFFICE, delivery, prepare=make_unclear, guard="delivery.decide"),
    of("channels:confirm", OFFICE_POST, delivery, "post", PROOF, make_unclear, "delivery.decide"),
    of("channels:again", OFFICE, delivery, prepare=make_unclear, guard="delivery.decide"),
    of("channels:again", OFFICE_POST, delivery, "post", prepare=make_unclear, guard="delivery.decide"),
    of("channels:drop", OFFICE, delivery, prepare=make_waiting, guard="delivery.decide"),
    of("channels:drop", OFFICE_POST, delivery, "post", prepare=make_waiting, guard="delivery.decide"),
]
