"""What the newsroom measures of units: whether they carry on what the government asks them to."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import Count
from django.utils.translation import gettext_lazy as _

from suluh.newsroom.models import RepostShare
from suluh.newsroom.selectors.reposts import COUNTED, IN_TIME
from suluh.organization.models import Unit
from suluh.organization.sockets.measures import Measure, MeasureValue, Period


def reposts_in_time(units: Sequence[Unit], period: Period) -> dict[int, MeasureValue]:
    """Share of the calls due in the period that the unit carried on within 48 hours; excused ones do not count."""
    rows = RepostShare.objects.filter(COUNTED, unit__in=units, call__due_at__date__range=(period.first, period.last))
    counted = rows.order_by().values("unit").annotate(all=Count("pk"), good=Count("pk", filter=IN_TIME))
    return {row["unit"]: MeasureValue(good=row["good"], observed=row["all"]) for row in counted}


MEASURES = [Measure("newsroom.reposts-in-time", _("Items carried on within 48 hours"), reposts_in_time)]
