"""Stories for tests: the smallest that can be published."""

from io import BytesIO
from uuid import UUID, uuid4

from django.utils import timezone

from suluh.channels.models import Channel, Delivery
from suluh.channels.services.connecting import channel_connect
from suluh.newsroom.models import Story
from suluh.newsroom.services.approving import story_approve
from suluh.newsroom.services.stories import story_submit
from suluh.newsroom.words import Words
from suluh.organization.media_store import keep
from suluh.organization.rights import OPERATOR
from suluh.studio.models import Medium
from suluh.studio.services.media import medium_take
from tests.kernel.pictures.test_cleaning import picture

WORDS = Words("service", "Imunisasi campak", "Imunisasi campak untuk balita, Senin 6 April 2026 di puskesmas.")
FORM = {"kind": "service", "title": "Imunisasi campak", "text": "Senin 6 April 2026 di semua puskesmas."}


def submitted(world, *, words: Words = WORDS, token: UUID | None = None) -> Story:
    """A story of the health office at the desk."""
    return story_submit(unit=world.health, words=words, form_token=token or uuid4(), by=world.officer)


def photo(world) -> Medium:
    """A photo that the health office's officer handed in."""
    content = picture("JPEG")
    return medium_take(unit=world.health, token=uuid4(), file=BytesIO(content), size=len(content), by=world.officer)


def filmed(world) -> Medium:
    """A video that is ready."""
    name, digest = keep(b"film")
    facts = {"name": name, "digest": digest, "mime": "video/mp4", "poster": keep(picture("JPEG"))[0]}
    return Medium.objects.create(unit=world.health, token=uuid4(), kind="video", **facts)


def connected(world) -> Channel:
    """The health office's own site."""
    secrets = {"user": "redaksi", "password": "sandi aplikasi"}
    return channel_connect(holder=world.site, address="https://dinkes.example", secrets=secrets, by=OPERATOR)


def approved(world) -> Story:
    """A story that waits for its time on the site."""
    story = submitted(world)
    due = timezone.now()
    return story_approve(story=story, channels=[connected(world)], due_at=due, seen=1, by=world.coordinator)


def live(world) -> Delivery:
    """A story that everybody can read on the site."""
    delivery = delivered(world, Delivery.State.LIVE)
    delivery.url = "https://dinkes.example/p/1"
    delivery.save()
    return delivery


def delivered(world, state: str = Delivery.State.UNCLEAR) -> Delivery:
    """An approved story's delivery in a state."""
    approved(world)
    delivery = Delivery.objects.get()
    delivery.state, delivery.begun_at = state, timezone.now()
    if state not in (*Delivery.OPEN, *Delivery.ASKS):
        delivery.settled_at = timezone.now()
    delivery.save()
    return delivery
