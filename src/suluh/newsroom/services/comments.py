"""Saying something about a story, and having seen that one is named."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from suluh.newsroom.errors import NobodyOfThatName
from suluh.newsroom.models import Comment, Mention, Story
from suluh.newsroom.selectors.comments import named_in, people_who_see
from suluh.organization.models import Person
from suluh.organization.permissions import permit
from suluh.organization.services.trail import record


@transaction.atomic
def comment_add(*, story: Story, text: str, by: Person) -> Comment:
    """Write a remark. Whoever is named with @ has it on the table until it is seen; the writer's own are seen now.

    Raises:
        NotAllowed: `by` does not see the story.
        NobodyOfThatName: somebody is named who does not see the story; nothing is written then.
    """
    permit(by, "story.comment", story)
    people, words = people_who_see(story), named_in(text)
    if unknown := [word for word in words if word not in people]:
        raise NobodyOfThatName(unknown)
    comment = Comment.objects.create(story=story, revision=story.revision, text=text, by=by)
    Mention.objects.bulk_create(
        [Mention(comment=comment, person=people[word]) for word in words if people[word].pk != by.pk]
    )
    mentions_read(story=story, by=by)
    record("story.commented", on=story, by=by, unit=story.unit, title=story.title)
    return comment


@transaction.atomic
def mentions_read(*, story: Story, by: Person) -> int:
    """Note that the person has seen where they are named on the story; returns how many were open.

    Raises:
        NotAllowed: `by` does not see the story.
    """
    permit(by, "story.comment", story)
    rows = Mention.objects.filter(comment__story=story, person=by, read_at=None)
    return rows.update(read_at=timezone.now())
