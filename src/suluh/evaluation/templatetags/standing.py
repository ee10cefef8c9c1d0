"""The interval of a score as a picture."""

from __future__ import annotations

from django import template
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from suluh.evaluation.models import Standing
from suluh.kernel.charts import Group, strip

register = template.Library()


@register.simple_tag
def score_strip(row: Standing, middle: float | None) -> SafeString:
    """Grey band = 90 % interval, dot = score, tick = middle of the group, on a scale of 0 to 100."""
    label = _("score %(value).0f, with 90 percent certainty between %(low).0f and %(high).0f") % {
        "value": row.value,
        "low": row.low,
        "high": row.high,
    }
    scale = Group(0, row.low, row.value if middle is None else middle, row.high, 100)
    return mark_safe(strip(row.value, scale, label=label, width=260))  # noqa: S308 - escaped there
