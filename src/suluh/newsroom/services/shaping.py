"""Make photos and videos of a story fit a platform, for that platform alone; what was handed in stays as it is."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any

from suluh.newsroom.errors import FitsAlready, MediumNotShown
from suluh.newsroom.fitting import fit_for
from suluh.newsroom.models import Story
from suluh.newsroom.selectors.shapes import shape_of
from suluh.organization.permissions import permit
from suluh.organization.rights import Actor
from suluh.studio.models import Medium
from suluh.studio.services.media import medium_render

from .rows import words_of
from .stories import story_edit


def story_medium_fit(
    *, story: Story, platform: str, token: str, across: float = 0.5, down: float = 0.5, seen: int, by: Actor
) -> Story:
    """Let the platform show a rendition of a medium that it takes: cut around a focus, smaller, encoded anew.

    The story has a new revision by this, as by every edit. A video is made by a worker; until then the story cannot
    be approved.

    Args:
        story: whose medium it is.
        platform: where the rendition is shown.
        token: the medium as it was handed in.
        across: where its focus lies, from 0 (left) to 1.
        down: from 0 (top) to 1.
        seen: the revision that `by` had before their eyes.
        by: who wants it.

    Raises:
        NotAllowed: `by` neither works for the unit nor coordinates it.
        MediumNotShown: the story shows no such medium.
        FitsAlready: the platform takes it as it is, or nothing that is done here would help.
        MediumNotTaken: the medium is not ready, or its file is gone.
        StoryMoved: the story has another revision than `seen`.
    """
    permit(by, "story.edit", story)
    shape = shape_of(words_of(story), platform, token)
    if shape is None:
        raise MediumNotShown
    if shape.wish is None:
        raise FitsAlready
    size = {"width": shape.origin["width"], "height": shape.origin["height"]}
    fit = fit_for(shape.wish, **size, across=across, down=down)
    medium = Medium.objects.select_related("unit").get(token=token)
    made = medium_render(medium=medium, crop=fit.crop, within=fit.within, side=fit.side, by=by)
    if made.state == Medium.State.PREPARING:
        # the task's module loads the whole job machinery, which photos do not need
        from suluh.newsroom.tasks import prepare_later

        prepare_later(made.pk)
    return _shown(story, platform, {token: made.facts | {"across": across, "down": down}}, seen, by)


def story_media_choose(*, story: Story, platform: str, tokens: Collection[str], seen: int, by: Actor) -> Story:
    """Show on a platform only some of the story's media; the others stay everywhere else.

    Raises:
        NotAllowed: `by` neither works for the unit nor coordinates it.
        StoryMoved: the story has another revision than `seen`.
    """
    permit(by, "story.edit", story)
    words = words_of(story)
    own = words.renditions.get(platform, {})
    every = [one["token"] for one in words.media]
    back = {token: None for token in every if token in tokens and own.get(token, {}).get("left_out")}
    away = {token: {"left_out": True} for token in every if token not in tokens}
    return _shown(story, platform, {**back, **away}, seen, by)


def story_medium_plain(*, story: Story, platform: str, token: str, seen: int, by: Actor) -> Story:
    """Let the platform show a medium again as it was handed in.

    Raises:
        NotAllowed: `by` neither works for the unit nor coordinates it.
        StoryMoved: the story has another revision than `seen`.
    """
    permit(by, "story.edit", story)
    return _shown(story, platform, {token: None}, seen, by)


def _shown(story: Story, platform: str, changed: Mapping[str, dict[str, Any] | None], seen: int, by: Actor) -> Story:
    words = words_of(story)
    own = {**words.renditions.get(platform, {}), **changed}
    kept = {token: one for token, one in own.items() if one is not None}
    renditions = {**words.renditions, platform: kept}
    return story_edit(story=story, words=replace(words, renditions=renditions), seen=seen, by=by)
