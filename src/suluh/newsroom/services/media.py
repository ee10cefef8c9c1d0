"""Photos and videos of stories: taken in by the studio, tied to the story that shows them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import IO, Any
from uuid import UUID

from django.db import transaction

from suluh.newsroom.models import Revision, Story
from suluh.newsroom.services.rows import words_of
from suluh.newsroom.words import Words
from suluh.organization.models import Unit
from suluh.organization.rights import Actor
from suluh.studio.models import Medium
from suluh.studio.services.media import media_hold, medium_prepare, medium_take

Shapes = dict[str, dict[str, dict[str, Any]]]
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
    is kept from now on; shapes of what it shows no longer fall away.
    """
    shown = {one["token"] for one in words.media if "token" in one}
    renditions = {
        platform: {token: one for token, one in own.items() if token in shown}
        for platform, own in words.renditions.items()
    }
    words = replace(words, renditions={platform: own for platform, own in renditions.items() if own})
    every = [*words.media, *words.made]
    unready = [one["token"] for one in every if not one.get("name")]
    now = {str(one.token): one for one in Medium.objects.select_for_update(of=("self",)).filter(token__in=unready)}
    media_hold(tokens=[one["token"] for one in every if "token" in one])
    for medium in now.values():
        words = _filled(words, medium)
    return words


def medium_settle(*, medium_id: int) -> None:
    """Prepare a video and tell the stories that wait for it; called by a worker, as often as it likes."""
    medium = medium_prepare(medium_id=medium_id) or Medium.objects.filter(pk=medium_id).first()
    if medium is None or medium.state != Medium.State.READY:
        return
    origin = medium.made_from or medium
    waiting = Story.objects.filter(unit_id=medium.unit_id, media__contains=[{"token": str(origin.token)}])
    for story_id in waiting.values_list("pk", flat=True):
        _fill_in(story_id, medium)


@transaction.atomic
def _fill_in(story_id: int, medium: Medium) -> None:
    """The file's facts, in the story and in the revision that named the video; nobody's words change."""
    story = Story.objects.select_for_update(of=("self",)).get(pk=story_id)
    words = _filled(words_of(story), medium)
    story.media, story.renditions = words.media, words.renditions
    story.save(update_fields=["media", "renditions"])
    for revision in Revision.objects.filter(story=story):
        told = revision.words
        told["media"] = [_with(one, medium) for one in told.get("media", [])]
        told["renditions"] = _with_shapes(told.get("renditions", {}), medium)
        revision.save(update_fields=["words"])


def _filled(words: Words, medium: Medium) -> Words:
    media = [_with(one, medium) for one in words.media]
    return replace(words, media=media, renditions=_with_shapes(words.renditions, medium))


def _with_shapes(renditions: Shapes, medium: Medium) -> Shapes:
    return {platform: {token: _with(one, medium) for token, one in own.items()} for platform, own in renditions.items()}


def _with(one: dict[str, Any], medium: Medium) -> dict[str, Any]:
    waits = one.get("token") == str(medium.token) and not one.get("name")
    return one | medium.facts if waits else one
