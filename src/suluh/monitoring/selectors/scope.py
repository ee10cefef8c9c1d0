"""The units a person may see on the board, and the government's day."""

from __future__ import annotations

from datetime import date

from django.db.models import Q, QuerySet
from django.utils import timezone

from suluh.organization.models import Membership, Person, Site, Unit


def today() -> date:
    """The day in the government's zone."""
    return timezone.localdate()


def visible_units(person: Person) -> QuerySet[Unit]:
    """Units the person may see that still exist today."""
    day = today()
    units = Unit.objects.filter(Q(active_until__isnull=True) | Q(active_until__gte=day))
    reach = Q(pk__in=[])
    for row in Membership.objects.filter(person=person, valid_from__lte=day).exclude(
        valid_until__lt=day
    ).select_related("unit"):
        reach |= Q(path__startswith=row.unit.path) if row.subtree else Q(pk=row.unit_id)
    return units.filter(reach)


def visible_sites(person: Person) -> QuerySet[Site]:
    """Sites in use of visible units."""
    return Site.objects.filter(active=True, unit__in=visible_units(person))
