"""What the newsroom lays on a person's table: stories to decide on, stories to mend."""

from __future__ import annotations

from collections.abc import Iterable

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from suluh.newsroom.models import RepostShare, Review, Story
from suluh.newsroom.notice_duties import notices_waiting
from suluh.newsroom.selectors.comments import mentions_open
from suluh.newsroom.selectors.queue import waits_for
from suluh.newsroom.selectors.reposts import shares_visible_to
from suluh.newsroom.selectors.stories import stories_visible_to
from suluh.newsroom.selectors.vacancies import vacancies_for
from suluh.organization.models import Person
from suluh.organization.permissions import may
from suluh.organization.predicates import works_for_unit
from suluh.organization.sockets.duties import Duty, DutySource

MOST = 20


def stories_waiting(person: Person) -> Iterable[Duty]:
    """Stories whose step the person decides, by their promise; returned ones for their unit."""
    rows = stories_visible_to(person)
    at_desk = rows.filter(waits_for(person), state=Story.State.SUBMITTED).order_by("promised_at", "pk")
    for story in at_desk[:MOST]:
        late = story.promised_at is not None and story.promised_at < timezone.now()
        yield Duty(
            title=_("Decide on “%(title)s”") % {"title": story.title},
            reason=f"{story.unit.name} · {story.route[story.step]['name']}",
            url=reverse("newsroom:story-approve", args=[story.pk]),
            action=_("Open the story"),
            due=timezone.localdate(story.promised_at) if story.promised_at else None,
            urgent=late,
        )
    for story in rows.filter(state=Story.State.RETURNED).order_by("pk")[:MOST]:
        if may(person, "story.edit", story):
            yield Duty(
                title=_("Mend “%(title)s”") % {"title": story.title},
                reason=story.note[:160],
                url=reverse("newsroom:story", args=[story.pk]),
                action=_("Open the story"),
            )


def steps_vacant(person: Person) -> Iterable[Duty]:
    """Steps of approval that nobody can decide, for those who can appoint somebody."""
    for one in vacancies_for(person)[:MOST]:
        told = ngettext(
            "%(n)d story waits; it is decided by: %(roles)s.",
            "%(n)d stories wait; they are decided by: %(roles)s.",
            one.count,
        )
        yield Duty(
            title=_("Fill the step %(step)s of %(unit)s") % {"step": one.step, "unit": one.unit.name},
            reason=told % {"n": one.count, "roles": one.roles_told},
            url=reverse("newsroom:story", args=[one.first]),
            action=_("Open the story"),
            due=timezone.localdate(one.since),
            urgent=True,
        )


def reviews_open(person: Person) -> Iterable[Duty]:
    """Stories that were published in a hurry by somebody else."""
    rows = Review.objects.filter(verdict="", story__in=stories_visible_to(person)).exclude(by=person)
    for review in rows.select_related("story__unit", "by")[:MOST]:
        if may(person, "review.decide", review.story):
            yield Duty(
                title=_("Look at “%(title)s”, published in a hurry") % {"title": review.story.title},
                reason=review.reason[:160],
                url=reverse("newsroom:review", args=[review.pk]),
                action=_("Look at it"),
                due=timezone.localdate(review.due_at),
                urgent=review.due_at < timezone.now(),
            )


def mentions_waiting(person: Person) -> Iterable[Duty]:
    """Comments in which the person is named."""
    for mention in mentions_open(person)[:MOST]:
        comment = mention.comment
        yield Duty(
            title=_("Answer %(name)s about “%(title)s”")
            % {"name": comment.by.name if comment.by else "–", "title": comment.story.title},
            reason=comment.text[:160],
            url=reverse("newsroom:story", args=[comment.story_id]) + "#kata",
            action=_("Read the comment"),
        )


def reposts_waiting(person: Person) -> Iterable[Duty]:
    """What the units of the person are asked to carry on."""
    rows = shares_visible_to(person).filter(state=RepostShare.State.OPEN).order_by("call__due_at")
    for share in rows[:MOST]:
        if works_for_unit(person, share):
            yield Duty(
                title=_("Carry on “%(title)s”") % {"title": share.call.title},
                reason=share.unit.name,
                url=reverse("newsroom:repost-kit", args=[share.pk]),
                action=_("Open the kit"),
                due=timezone.localdate(share.call.due_at),
                urgent=share.call.due_at < timezone.now(),
            )


DUTIES = [
    DutySource("newsroom.reposts", reposts_waiting, gettext_lazy("Items to carry on")),
    DutySource("newsroom.stories", stories_waiting, gettext_lazy("Stories")),
    DutySource("newsroom.vacancies", steps_vacant, gettext_lazy("Steps of approval")),
    DutySource("newsroom.reviews", reviews_open, gettext_lazy("Looks afterwards")),
    DutySource("newsroom.mentions", mentions_waiting, gettext_lazy("Comments")),
    DutySource("newsroom.notices", notices_waiting, gettext_lazy("Notices")),
]
