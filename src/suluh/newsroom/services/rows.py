"""The row of a story: its words as a value, its name to deliveries, its lock."""

from __future__ import annotations

from suluh.newsroom.errors import StoryMoved
from suluh.newsroom.models import Story
from suluh.newsroom.words import Words


def words_of(story: Story) -> Words:
    """The newest words of a story."""
    return Words(**{name: getattr(story, name) for name in Words.__slots__})


def source_of(story: Story) -> str:
    """What deliveries call the approved revision."""
    return f"story:{story.pk}:{story.revision}"


def story_locked(story: Story, seen: int) -> Story:
    """The row for this transaction alone.

    Raises:
        StoryMoved: it has another revision than the one `seen`.
    """
    story = Story.objects.select_for_update(of=("self",)).select_related("unit").get(pk=story.pk)
    if story.revision != seen:
        raise StoryMoved
    return story
