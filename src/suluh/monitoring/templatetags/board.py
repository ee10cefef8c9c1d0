"""Charts of the board for templates."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import pairwise

from django import template
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from suluh.kernel.charts import axis, pita, split_bar
from suluh.monitoring.axes import ends_of, month_names
from suluh.monitoring.selectors.overview import GROUP_STEPS, GroupLine, Overview
from suluh.organization.sockets.handoffs import Handoff

register = template.Library()


@register.filter
def offered(offers: Mapping[str, list[Handoff]] | str, code: str) -> list[Handoff]:
    """What an item may be turned into; nothing on pages that show no offers."""
    return offers.get(code, []) if isinstance(offers, Mapping) else []


def _axis(mondays: Sequence[date]) -> str:
    if len(mondays) > 26:
        return axis(month_names(mondays))
    return axis(ends_of(mondays), end=_("this week"))


@register.simple_tag
def week_axis(cells: Sequence[object]) -> SafeString:
    """Axis under the cells of a unit's weeks."""
    return mark_safe(_axis([cell.monday for cell in cells]))  # type: ignore[attr-defined]  # noqa: S308


@register.simple_tag
def regency_pita(board: Overview, count: int) -> SafeString:
    """How many units published each week, with its axis."""
    weeks = board.weeks[-count:]
    watched = [(monday, lit) for monday, lit, seen in weeks if seen]
    lowest = min(watched, key=lambda pair: pair[1], default=(weeks[-1][0], 0))
    label = _(
        "Units that published each week, %(n)d weeks; least %(low)d in the week of %(day)s, this week %(now)d"
    ) % {
        "n": count,
        "low": lowest[1],
        "day": date_format(lowest[0], "j F"),
        "now": weeks[-1][1],
    }
    cells = [lit if seen else None for _monday, lit, seen in weeks]
    wide = 1300 if count > 26 else 358
    drawing = pita(
        cells, label=label, width=wide, height=64 if count > 26 else 52, steps=board.regency_steps, css="pita wide"
    )
    return mark_safe(drawing + _axis([monday for monday, _lit, _seen in weeks]))  # noqa: S308 - escaped there


@register.simple_tag
def regency_key(board: Overview) -> SafeString:
    """Words of the steps of the government's pita, in units."""
    bounds = board.regency_steps
    words = [_("under %(n)d units") % {"n": bounds[0]}]
    words += [f"{low}–{high - 1}" if high - 1 > low else str(low) for low, high in pairwise(bounds)]
    words.append(_("%(n)d units or more") % {"n": bounds[-1]})
    return format_html_join("", '<span><i class="k{}"></i>{}</span>', enumerate(words))


@register.simple_tag
def group_pita(group: GroupLine) -> SafeString:
    """Share of a group's units that published each week."""
    drawing = pita(group.shares, label=group.label, width=420, height=26, steps=GROUP_STEPS)
    return mark_safe(drawing)  # noqa: S308 - escaped there


@register.simple_tag
def unit_split(board: Overview) -> SafeString:
    """Units by their last publication, as one row."""
    parts = "; ".join(f"{key.part.value} {key.mark.words}" for key in board.split if key.part.value)
    label = _("%(n)d units by last publication: %(parts)s") % {"n": board.total, "parts": parts}
    return mark_safe(split_bar([key.part for key in board.split], label=label))  # noqa: S308 - escaped there


@register.simple_tag
def marked(runs: Sequence[object]) -> SafeString:
    """An excerpt with its marked words; everything is escaped."""
    return format_html_join(
        "",
        "{}",
        (
            (format_html("<mark>{}</mark>", run.words) if run.marked else run.words,)  # type: ignore[attr-defined]
            for run in runs
        ),
    )
