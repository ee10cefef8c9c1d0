"""Stories at a step that nobody holds: noticed by a machine, passed on by a person, promised anew."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from suluh.newsroom.errors import StepIsHeld, StoryMoved
from suluh.newsroom.models import Override, Story
from suluh.newsroom.rules import DESK
from suluh.newsroom.selectors.charter import charter_in_force, rules_in_force
from suluh.newsroom.selectors.vacancies import vacancies, voices_lacking
from suluh.newsroom.voices import rights_of_now
from suluh.organization.models import Person
from suluh.organization.permissions import permit
from suluh.organization.rights import Actor
from suluh.organization.services.trail import record

from .routing import row_at, step_after, step_enter
from .rows import story_locked

State = Story.State


@transaction.atomic
def story_pass_over(*, story: Story, reason: str, seen: int, at_step: int, by: Actor) -> Story:
    """Take a story past a step that too few people hold, to the next one; behind the last the desk decides.

    No voice is made up: the step stays unheard, and the reason stands in the log that every officer may read.

    Raises:
        NotAllowed: `by` does not coordinate the unit.
        StoryMoved: it was changed or decided meanwhile.
        StepIsHeld: enough people can decide the step.
    """
    person = rights_of_now(by)
    story = story_locked(story, seen)
    if story.state != State.SUBMITTED or story.step != at_step:
        raise StoryMoved
    permit(person, "story.pass-over", story)
    charter, name = charter_in_force(), story.route[at_step]["name"]
    if not voices_lacking(story, rules_in_force()):
        raise StepIsHeld
    story.route[at_step]["vacant"] = True
    following = step_after(story)
    if following is None:
        story.route.append({**row_at(DESK, story.unit), "vacant": False})
        following = len(story.route) - 1
    step_enter(story, following)
    story.held_by, story.held_at, story.vacant_since = None, None, None
    story.save()
    Override.objects.create(
        story=story,
        revision=story.revision,
        charter=charter,
        code="step-passed-over",
        rule=_("The step “%(step)s” was passed over, because nobody could decide it.") % {"step": name},
        reason=reason,
        by=person if isinstance(person, Person) else None,
    )
    told = {"title": story.title, "step": name, "next": story.route[story.step]["name"], "reason": reason}
    record("story.passed-over", on=story, by=person, unit=story.unit, **told)
    return story


@transaction.atomic
def vacancies_tend(now: datetime) -> tuple[int, int]:
    """Note steps that fell vacant and those that somebody holds again; how many stories stopped and moved on.

    Where somebody was appointed, the promise of the charter begins anew, for that person could not keep the old one.
    """
    places = vacancies(Story.objects.all())
    short = Q(pk__in=[])
    for one in places:
        short |= Q(waits_unit=one.unit, waits_roles=list(one.roles))
    waiting = Story.objects.select_for_update(of=("self",)).filter(state=State.SUBMITTED).select_related("unit")
    stopped = list(waiting.filter(short, vacant_since=None))
    moving = list(waiting.filter(vacant_since__isnull=False).exclude(short))
    for story in stopped:
        story.vacant_since = now
        _record("story.step-vacant", story)
    for story in moving:
        hours = story.route[story.step]["hours"]
        story.vacant_since, story.waits_since, story.promised_at = None, now, now + timedelta(hours=hours)
        _record("story.step-held", story)
    Story.objects.bulk_update([*stopped, *moving], ["vacant_since", "waits_since", "promised_at"], batch_size=500)
    # what was decided or given back meanwhile waits for nobody
    Story.objects.exclude(state=State.SUBMITTED).filter(vacant_since__isnull=False).update(vacant_since=None)
    return len(stopped), len(moving)


def _record(event: str, story: Story) -> None:
    step = story.route[story.step]["name"]
    record(event, on=story, by=None, unit=story.unit, title=story.title, step=step)
