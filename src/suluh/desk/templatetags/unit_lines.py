"""Rows of the list of units as text.

A row is written by one function, not by a template: five hundred of them through template tags take half a second.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cache
from html import escape

from django import template
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from suluh.desk.templatetags.desk import ago, short_day, signed, state_mark, weeks_told
from suluh.kernel.charts import pita
from suluh.monitoring.selectors.list_page import Line
from suluh.monitoring.selectors.marks import unit_mark

register = template.Library()

WIDTH, HEIGHT = 168, 26


@register.simple_tag
def unit_lines(lines: Iterable[Line]) -> SafeString:
    """The rows of the list, in their order; every word from the register is escaped."""
    writer = LineWriter()
    return mark_safe("\n".join(writer.line(line) for line in lines))  # noqa: S308 - escaped by the writer


class LineWriter:
    """Writes rows in the reader's language; what rows share is looked up once."""

    def __init__(self) -> None:
        self.compare = escape(_("Compare %(unit)s"))
        self.active = _label(_("Active weeks"))
        self.apart = _label(_("From the middle"))
        self.last = _label(_("Last published"))
        self.items = _label(_("Items found"))
        self.address = reverse("monitoring:unit", args=["slug"]).removesuffix("slug/")
        self.day = cache(_day)
        self.told = cache(weeks_told)
        self.signed = cache(signed)
        self.state = cache(lambda standing, worst: state_mark(unit_mark(standing, worst)))

    def line(self, line: Line) -> str:
        """One row: box, name and host, weeks, figures, state."""
        row = line.row
        unwatched = not line.active and all(week is None for week in line.weeks)
        told = self.told(len(line.weeks), None if unwatched else line.active)
        name = escape(row.name)
        return (
            f'<tr><td><input class="tick" type="checkbox" name="u" value="{row.id}" data-compare="{name}"'
            f' aria-label="{self.compare % {"unit": name}}"></td>'
            f'<th scope="row"><a href="{self.address}{row.slug}/">{name}</a>'
            f'<span class="host">{escape(row.host or "")}</span></th>'
            f"<td>{pita(line.weeks, width=WIDTH, height=HEIGHT, label=told)}</td>"
            f'<td class="r"{self.active}><b>{line.active}</b></td>'
            f'<td class="r"{self.apart}>{self.signed(line.apart)}</td>'
            f"<td{self.last}>{self.day(row.last_post)}</td>"
            f'<td class="r"{self.items}>{row.items_found} / {row.items_total}</td>'
            f"<td>{self.state(row.standing, row.worst)}</td></tr>"
        )


def _label(words: str) -> str:
    """What a cell is called where the table becomes blocks."""
    return f' data-l="{escape(words)}"'


def _day(day: date | None) -> str:
    return f'{escape(short_day(day))}<span class="host">{escape(ago(day))}</span>'
