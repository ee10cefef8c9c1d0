"""The way of a story through its steps of approval, laid down when it is sent or edited."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.utils import timezone

from suluh.law.kinds import UnitKind
from suluh.newsroom.models import Story
from suluh.newsroom.rules import DESK, Place, Rules, Step
from suluh.newsroom.voices import somebody_holds
from suluh.organization.models import Unit


def route_lay(story: Story, rules: Rules) -> None:
    """Lay down the route by the charter in force and put the story at its first step; saves nothing.

    A step whose place does not exist for the unit is left out. One that nobody holds today is kept as `vacant`, and
    passed over: the page says so, and the next step decides.
    """
    found = [row for step in rules.steps_for(story.kind) if (row := _row(step, story.unit)) is not None]
    if all(row["vacant"] for row in found):
        found.append({**row_at(DESK, story.unit), "vacant": False})
    story.route = found
    step_enter(story, next(place for place, row in enumerate(found) if not row["vacant"]))


def step_enter(story: Story, place: int) -> None:
    """Put the story at a step of its route, with the promise that the charter gives; saves nothing."""
    row = story.route[place]
    story.step, story.waits_unit_id, story.waits_roles = place, row["unit"], list(row["roles"])
    story.waits_since, story.vacant_since = timezone.now(), None
    story.promised_at = story.waits_since + timedelta(hours=row["hours"])


def step_after(story: Story) -> int | None:
    """The next step that somebody holds; None behind the last."""
    later = range(story.step + 1, len(story.route))
    return next((place for place in later if not story.route[place]["vacant"]), None)


def _row(step: Step, unit: Unit) -> dict[str, Any] | None:
    where = _where(step.place, unit)
    return None if where is None else row_at(step, where)


def row_at(step: Step, where: Unit) -> dict[str, Any]:
    """A step as it stands in a route, decided in the unit `where`."""
    vacant = step.place is not Place.DESK and not somebody_holds(where, step.roles)
    return {
        "name": step.name,
        "unit": where.pk,
        "roles": list(step.roles),
        "quorum": step.quorum,
        "hours": step.hours,
        "vacant": vacant,
    }


def _where(place: Place, unit: Unit) -> Unit | None:
    if place is Place.ABOVE:
        return unit.parent
    if place is not Place.DISTRICT:
        return unit
    above = [int(part) for part in unit.path.split("/") if part]
    return Unit.objects.filter(pk__in=above, kind=UnitKind.KECAMATAN).order_by("-path").first()
