"""Photos and videos of stories: taken in by the studio, tied to the story that shows them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import IO, Any
from uuid import UUID

from django.db import transaction

from suluh.newsroom.models import Revision, Story
from suluh.newsroom.words import Words
from suluh.organization.models import Unit
from suluh.organization.rights import Actor
from suluh.studio.models import Medium
from suluh.studio.services.media import media_hold, medium_prepare, medium_take

MOST_MEDIA = 10
"""Photos and videos of one story."""


def story_medium_take(*, unit: Unit, token: UUID, file: IO[bytes], size: int, by: Actor) -> Medium:
    """Take a photo or video for a story that is being written; a video is prepared by a worker.

    Raises:
        NotAllowed: `by` neither works for the unit nor coordinates it.
        MediumNotTaken: nothing that can be published; the sentence says why.
        MediumElsewhere: the token belongs to another unit's medium.
    """
    medium = medium_take(unit=unit, token=token, file=file, size=size, by=by)
    if medium.state == Medium.State.PREPARING:
        # the task's module loads the whole job machinery, which the phone's upload of photos does not need
        from suluh.newsroom.tasks import prepare_later

        prepare_later(medium.pk)
    return medium


def media_entries(*, unit: Unit, described: Iterable[tuple[str, str]]) -> list[dict[str, Any]]:
    """What a story keeps of its media, in their order; tokens of nobody or of other units are left out.

    Args:
        unit: whose story it is.
        described: token of each medium, and what it shows.
    """
    wanted = list(described)
    found = {str(one.token): one for one in Medium.objects.filter(unit=unit, token__in=[token for token, _ in wanted])}
    return [found[token].facts | {"alt": alt} for token, alt in wanted if token in found]


def with_settled_media(words: Words) -> Words:
    """The words with what the studio says now of videos that were being prepared; called within the story's deed.

    The rows are locked, so that a worker that ends meanwhile finds the story that waits for it. What the story shows
    is kept from now on.
    """
    unready = [one["token"] for one in words.media if not one.get("name")]
    now = {str(one.token): one for one in Medium.objects.select_for_update(of=("self",)).filter(token__in=unready)}
    media_hold(tokens=[one["token"] for one in words.media if "token" in one])
    media = [one | now[one["token"]].facts if one.get("token") in now else one for one in words.media]
    return replace(words, media=media)


def medium_settle(*, medium_id: int) -> None:
    """Prepare a video and tell the stories that wait for it; called by a worker, as often as it likes."""
    medium = medium_prepare(medium_id=medium_id) or Medium.objects.filter(pk=medium_id).first()
    if medium is None or medium.state != Medium.State.READY:
        return
    waiting = Story.objects.filter(unit_id=medium.unit_id, media__contains=[{"token": str(medium.token), "name": ""}])
    for story_id in waiting.values_list("pk", flat=True):
        _fill_in(story_id, medium)


@transaction.atomic
def _fill_in(story_id: int, medium: Medium) -> None:
    """The file's facts, in the story and in the revision that named the video; nobody's words change."""
    story = Story.objects.select_for_update(of=("self",)).get(pk=story_id)
    story.media = _filled(story.media, medium)
    story.save(update_fields=["media"])
    for revision in Revision.objects.filter(story=story):
        revision.words["media"] = _filled(revision.words.get("media", []), medium)
        revision.save(update_fields=["words"])


def _filled(media: list[dict[str, Any]], medium: Medium) -> list[dict[str, Any]]:
    token = str(medium.token)
    return [one | medium.facts if one.get("token") == token and not one.get("name") else one for one in media]
