"""What the newsroom lays on a person's table: stories to decide on, stories to mend."""

from __future__ import annotations

from collections.abc import Iterable

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from suluh.newsroom.models import Story
from suluh.newsroom.selectors.stories import stories_visible_to
from suluh.organization.models import Person
from suluh.organization.permissions import may
from suluh.organization.sockets.duties import Duty, DutySource

MOST = 20


def stories_waiting(person: Person) -> Iterable[Duty]:
    """Stories at the desk for those who approve, returned ones for their unit."""
    rows = stories_visible_to(person).filter(state__in=[Story.State.SUBMITTED, Story.State.RETURNED])
    for story in rows.order_by("pk")[:MOST]:
        returned = story.state == Story.State.RETURNED
        if may(person, "story.approve", story) is returned or not may(person, "story.edit", story):
            continue
        yield Duty(
            title=_("Mend “%(title)s”") % {"title": story.title}
            if returned
            else _("Decide on “%(title)s”") % {"title": story.title},
            reason=story.note[:160] if returned else story.unit.name,
            url=reverse("newsroom:story", args=[story.pk]),
            action=_("Open the story"),
        )


DUTIES = [DutySource("newsroom.stories", stories_waiting, gettext_lazy("Stories"))]
