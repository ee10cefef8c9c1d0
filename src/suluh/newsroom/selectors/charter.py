"""The charter in force, the draft of the next one, how kinds are mixed at present, and who may stand where."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.db.models import Count, QuerySet
from django.utils import timezone

from suluh.newsroom.mix import DAYS, Share, shares_of
from suluh.newsroom.models import Charter, Story
from suluh.newsroom.rules import UNWRITTEN, Rules
from suluh.organization.models import Person, Role
from suluh.organization.permissions import may
from suluh.organization.selectors.people import running_memberships


def charter_in_force() -> Charter | None:
    """The newest adopted version; None until one is adopted."""
    return Charter.objects.filter(state=Charter.State.ADOPTED).order_by("-number").first()


def rules_in_force() -> Rules:
    """What holds now."""
    charter = charter_in_force()
    return charter.rules if charter else UNWRITTEN


def shares_now(rules: Rules) -> list[Share]:
    """How the stories that were approved in the last thirty days are mixed, over the whole government."""
    if not rules.pillars:
        return []
    since = timezone.now() - timedelta(days=DAYS)
    rows = Story.objects.filter(state=Story.State.APPROVED, approved_at__gte=since)
    counts = dict(rows.order_by().values_list("kind").annotate(Count("pk")))
    return shares_of(counts, rules.pillars)


def charter_draft_now() -> Charter | None:
    """The version that is worked on."""
    return Charter.objects.filter(state=Charter.State.DRAFT).first()


def people_of_the_desk() -> list[Person]:
    """People who may stand on the rota: coordinators and administrators of today."""
    return list(_holders(Role.COORDINATOR, Role.ADMIN))


def on_duty(rules: Rules, day: date) -> Person | None:
    """Whom the charter's rota names for the day, while they still sign in."""
    pk = rules.rota.get(str(day.weekday()))
    return Person.objects.filter(pk=pk, is_active=True).first() if pk else None


def people_signing_in() -> QuerySet[Person]:
    """Everybody with a running membership."""
    return _holders(*Role)


def principals_open_to(person: Any) -> QuerySet[Person]:
    """In whose place the person may let somebody decide: their own, or, for Diskominfo, anybody's."""
    rows = people_signing_in()
    return rows if may(person, "charter.draft") else rows.filter(pk=person.pk)


def _holders(*roles: Role) -> QuerySet[Person]:
    held = running_memberships().filter(role__in=roles)
    return Person.objects.filter(is_active=True, pk__in=held.values("person_id")).order_by("name", "pk")
