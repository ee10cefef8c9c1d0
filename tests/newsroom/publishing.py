"""Stories on the portal for tests: public, waiting for their hour, withdrawn."""

from dataclasses import replace
from datetime import timedelta

from django.utils import timezone

from suluh.newsroom.models import Publication
from suluh.newsroom.services.approving import story_approve
from suluh.newsroom.services.publications import publication_withdraw
from tests.newsroom.telling import WORDS, connected, photo, submitted


def shown(world, *, due_at=None, words=WORDS) -> Publication:
    """A story of the health office, approved for the portal."""
    story = submitted(world, words=words)
    channels = [getattr(world.site, "channel", None) or connected(world)]
    story_approve(story=story, channels=channels, due_at=due_at or timezone.now(), seen=1, by=world.coordinator)
    return Publication.objects.get(story=story)


def public_story(world, *, pictured: bool = False) -> Publication:
    """One that everybody reads; its picture is a poster."""
    words = replace(WORDS, media=[photo(world).facts | {"alt": "Poster"}]) if pictured else WORDS
    return shown(world, words=words)


def waiting_story(world) -> Publication:
    """One whose hour has not come."""
    return shown(world, due_at=timezone.now() + timedelta(hours=2))


def withdrawn_story(world) -> Publication:
    """One that was taken back."""
    return publication_withdraw(publication=public_story(world), reason="Jadwalnya keliru.", by=world.coordinator)
