"""The portal as a channel: an approved story is public there once, from its hour on, until somebody takes it back."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from suluh.channels.services.amending import deliveries_withdraw
from suluh.newsroom.errors import StoryMoved
from suluh.newsroom.models import Publication, Revision, Story
from suluh.organization.models import Person
from suluh.organization.permissions import permit
from suluh.organization.rights import Actor
from suluh.organization.services.trail import record

Section, Kind = Publication.Section, Story.Kind
SECTIONS = {
    Kind.NEWS: Section.NEWS,
    Kind.PROGRAMME: Section.NEWS,
    Kind.DATA: Section.NEWS,
    Kind.AGENDA: Section.AGENDA,
}
"""Where citizens find a kind; the others are announcements."""


def story_publish(*, story: Story, due_at: datetime) -> Publication:
    """Put the approved revision of a story on the portal, inside the transaction that approves it.

    Called again with the same revision it changes nothing; a corrected revision takes the place of the former one at
    the same address, when its hour comes.
    """
    revision = Revision.objects.get(story=story, number=story.approved_revision or 0)
    found = Publication.objects.select_for_update(of=("self",)).filter(story=story).first()
    if found is None:
        made = Publication(story=story, unit=story.unit, appears_at=due_at)
        return _set(made, revision)
    if found.withdrawn_at is not None or found.appears_at > timezone.now():
        found.appears_at = due_at
        found.withdrawn_at, found.withdrawn_by, found.reason = None, None, ""
        return _set(found, revision)
    if revision.number != found.revision:
        found.next_revision, found.next_at = revision.number, due_at
        found.save(update_fields=["next_revision", "next_at"])
        publications_renew(only=found)
    return found


def story_unpublish(*, story: Story) -> None:
    """What is not public yet of an approved story does not become so, inside the transaction that opens it again."""
    Publication.objects.filter(story=story, withdrawn_at=None, appears_at__gt=timezone.now()).delete()
    Publication.objects.filter(story=story).update(next_revision=None, next_at=None)


def publications_renew(*, only: Publication | None = None) -> int:
    """Let corrected revisions whose hour has come take their place; returns how many did. Safe to call at any time."""
    rows = Publication.objects.filter(next_at__lte=timezone.now())
    keys = [only.pk] if only else list(rows.values_list("pk", flat=True))
    return sum(_renewed(key) for key in keys)


@transaction.atomic
def publication_withdraw(*, publication: Publication, reason: str, by: Actor) -> Publication:
    """Take a story off the portal and every channel; its address says why, for good.

    Raises:
        NotAllowed: `by` may not approve stories of the unit.
        StoryMoved: it is withdrawn already.
    """
    permit(by, "publication.withdraw", publication)
    publication = Publication.objects.select_for_update(of=("self",)).select_related("unit").get(pk=publication.pk)
    if publication.withdrawn_at is not None:
        raise StoryMoved
    publication.withdrawn_at, publication.reason = timezone.now(), reason
    publication.withdrawn_by = by if isinstance(by, Person) else None
    publication.next_revision, publication.next_at = None, None
    publication.save()
    told = {"title": publication.title, "reason": reason}
    deliveries_withdraw(about=f"story:{publication.story_id}", reason=reason, urgent=False, by=by)
    record("publication.withdrawn", on=f"story:{publication.story_id}", by=by, unit=publication.unit, **told)
    return publication


@transaction.atomic
def _renewed(key: int) -> bool:
    due = Publication.objects.select_for_update(of=("self",)).select_related("story")
    one = due.filter(pk=key, next_at__lte=timezone.now()).first()
    if one is None:
        return False
    revision = Revision.objects.get(story=one.story, number=one.next_revision or 0)
    one.changed_at, one.next_revision, one.next_at = one.next_at, None, None
    _set(one, revision)
    return True


def _set(publication: Publication, revision: Revision) -> Publication:
    words: Mapping[str, Any] = revision.words
    publication.section = SECTIONS.get(Kind(words["kind"]), Section.ANNOUNCEMENTS)
    publication.revision, publication.words = revision.number, dict(words)
    publication.title, publication.text = words["title"], words["text"]
    publication.happens_on = date.fromisoformat(words["happens_on"]) if words.get("happens_on") else None
    plain = json.dumps(words, sort_keys=True, ensure_ascii=False)
    publication.digest = hashlib.sha256(plain.encode()).hexdigest()
    publication.save()
    return publication
