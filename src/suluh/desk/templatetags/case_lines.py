"""Rows of the lists of requests and objections as text: five hundred of them through template tags take a second."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from html import escape
from typing import Any

from django import template
from django.template.loader import get_template
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from suluh.deadlines.models import Clock
from suluh.deadlines.selectors.clocks import Pace
from suluh.deadlines.templatetags.deadlines import bar_parts
from suluh.desk.templatetags.desk import short_day
from suluh.disclosure.selectors.case_lists import CaseLine

register = template.Library()

MOST_SIGNS = 110
"""So much of a question is read in a list."""


@register.simple_tag
def case_lines(lines: Iterable[CaseLine], target: str) -> SafeString:
    """The rows of a list, in their order, each leading to its page; every word of a citizen is escaped."""
    writer = CaseWriter(target)
    return mark_safe("\n".join(writer.line(line) for line in lines))  # noqa: S308 - escaped by the writer


class CaseWriter:
    """Writes rows in the reader's language; what rows share is looked up once."""

    def __init__(self, target: str) -> None:
        names = (_("Information asked for"), _("Came in"), _("Date due"), _("State"))
        self.details, self.came, self.due, self.state = (f' data-l="{escape(name)}"' for name in names)
        self.address = reverse(target, args=[0]).removesuffix("0/")
        self.bar = get_template("deadlines/parts/bar.html")
        self.bars: dict[tuple[Any, ...], str] = {}
        self.day = cache(lambda day: escape(short_day(day)))
        self.told: dict[tuple[str, str], str] = {}

    def line(self, line: CaseLine) -> str:
        """One row: number, what was asked, when it came in, its clock, where it stands."""
        row = line.row
        asked = getattr(row, "request", None)
        words = row.details if len(row.details) <= MOST_SIGNS else f"{row.details[: MOST_SIGNS - 1]}…"
        under = f"{asked.number} · " if asked is not None else ""
        return (
            f'<tr><th scope="row"><a href="{self.address}{row.pk}/">{escape(row.number)}</a></th>'
            f'<td class="break"{self.details}>{escape(words)}'
            f'<span class="host">{escape(under)}{self.label("kind", row.applicant)}</span></td>'
            f'<td class="nowrap"{self.came}>{self.day(row.received_on)}</td>'
            f"<td{self.due}>{self.drawn(line.clock, line.pace)}</td>"
            f"<td{self.state}>{self.label('state', row)}</td></tr>"
        )

    def label(self, name: str, row: Any) -> str:
        """What a choice of a row is called."""
        key = (name, getattr(row, name))
        if key not in self.told:
            self.told[key] = escape(getattr(row, f"get_{name}_display")())
        return self.told[key]

    def drawn(self, clock: Clock | None, how: Pace | None) -> str:
        """The clock's small form; clocks that look alike are drawn once."""
        if clock is None or how is None:
            return "–"
        parts = bar_parts(clock, how)
        key = (how, clock.due, clock.state, str(parts["others"]), tuple(parts["boxes"]))
        if key not in self.bars:
            self.bars[key] = self.bar.render(parts)
        return self.bars[key]
