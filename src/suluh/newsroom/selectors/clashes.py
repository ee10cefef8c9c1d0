"""What speaks against a moment: the same account at the same hour, a free day, days of mourning."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Count, DateTimeField, F, Func, Value
from django.utils import timezone
from django.utils.translation import gettext as _

from suluh.channels.models import Channel
from suluh.deadlines.calendars import book_of
from suluh.deadlines.services.calendars import version_now
from suluh.newsroom.models import Slot
from suluh.newsroom.selectors.days import moment_of
from suluh.newsroom.selectors.keeping import kept_between
from suluh.organization.models import Unit
from suluh.organization.selectors.visible import visible_to

MOST = 20
"""Clashes that a page shows; it says that there are more."""
HOUR = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Clash:
    """More than one entry in the same hour on the same channel."""

    hour: datetime
    channel: Channel
    count: int


def clashes_on(person: Any, days: Sequence[date]) -> list[Clash]:
    """Hours of days that follow each other in which a channel is planned more than once, earliest first.

    `MOST` of them, and one more where there are more.
    """
    since, until = moment_of(days[0]), moment_of(days[-1] + timedelta(days=1))
    rows = visible_to(person, Slot.objects.filter(at__gte=since, at__lt=until, channels__isnull=False))
    hour = Func(Value(HOUR), F("at"), Value(since), function="date_bin", output_field=DateTimeField())
    several = rows.annotate(hour=hour).values_list("hour", "channels").annotate(n=Count("pk")).filter(n__gt=1)
    told = list(several.order_by("hour", "channels")[: MOST + 1])
    names = Channel.objects.select_related("account").in_bulk({channel for _hour, channel, _n in told}) if told else {}
    return [Clash(hour, names[channel], n) for hour, channel, n in told]


def warnings_for(*, unit: Unit, at: datetime, channels: Iterable[Channel], besides: int = 0) -> list[str]:
    """Sentences for whoever plans something at this moment; none where nothing speaks against it."""
    local = timezone.localtime(at)
    hour = local.replace(minute=0, second=0, microsecond=0)
    others = Slot.objects.filter(at__gte=hour, at__lt=hour + HOUR).exclude(pk=besides)
    told = [
        _("%(channel)s already has “%(title)s” in this hour.") % {"channel": channel.label, "title": other.title}
        for channel in channels
        if (other := others.filter(channels=channel).first()) is not None
    ]
    holiday = book_of(version_now()).of(unit).reason(local.date())
    if holiday:
        told.append(_("This day is free: %(name)s.") % {"name": holiday})
    told += [
        _("Days of mourning: %(name)s.") % {"name": kept.name}
        for kept in kept_between(local.date(), local.date())[local.date()]
        if kept.mourning
    ]
    return told
