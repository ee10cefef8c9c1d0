"""The units and sites a person may see on the board, and the government's day."""

from __future__ import annotations

from datetime import date

from django.db.models import Q, QuerySet
from django.utils import timezone

from suluh.organization.models import Person, Site, Unit
from suluh.organization.selectors import units_visible_to


def today() -> date:
    """The day in the government's zone."""
    return timezone.localdate()


def visible_units(person: Person) -> QuerySet[Unit]:
    """Units the person may see that still exist today."""
    return units_visible_to(person).filter(Q(active_until__isnull=True) | Q(active_until__gte=today()))


def visible_sites(person: Person) -> QuerySet[Site]:
    """Sites in use of visible units."""
    return Site.objects.filter(active=True, unit__in=visible_units(person).order_by())
