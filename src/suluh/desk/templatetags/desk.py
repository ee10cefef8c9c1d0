"""Components of the shell for templates: icons, marks, charts, and how days and numbers are written."""

from __future__ import annotations

from datetime import date, datetime
from functools import cache, lru_cache
from typing import Any

from django import template
from django.templatetags.static import static
from django.utils import formats, timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from suluh.kernel.charts import pita as draw_pita

register = template.Library()


@register.simple_tag
@cache
def icon(name: str, css: str = "") -> SafeString:
    """An icon of the sprite, hidden from readers: the word beside it carries the meaning."""
    return format_html(
        '<svg class="i {}" viewBox="0 0 20 20" aria-hidden="true"><use href="{}#i-{}"/></svg>',
        css,
        static("suluh/icons.svg"),
        name,
    )


@register.simple_tag
def url_htmx() -> str:
    """Address of the htmx script that ships with django-htmx."""
    return static("django_htmx/htmx-2.min.js")


@register.simple_tag(name="mark")
def state_mark(state: Any) -> SafeString:
    """A state mark from any value with `icon`, `tone` and `words`."""
    return format_html('<span class="mark {}">{}{}</span>', state.tone, icon(state.icon), state.words)


@register.simple_tag
def proof(address: str, words: str = "") -> SafeString:
    """A link to the proof of a statement."""
    return format_html('<a class="proof" href="{}">{}{}</a>', address, icon("proof"), words or _("Proof"))


@register.simple_tag
def pita(weeks: Any, width: int = 132, height: int = 24, label: str = "", css: str = "pita") -> SafeString:
    """The pita nyala of a list of items a week."""
    known = [week for week in weeks if week is not None]
    active = sum(1 for week in known if week) if known else None
    words = label or weeks_told(len(weeks), active)
    return mark_safe(draw_pita(weeks, width=width, height=height, label=words, css=css))  # noqa: S308 - escaped there


def weeks_told(weeks: int, active: int | None) -> str:
    """A row of weeks in words; `active` of them had something published, None where nobody looked in any."""
    if active is None:
        return _("Last %(weeks)d weeks: not observed") % {"weeks": weeks}
    return _("Last %(weeks)d weeks: %(active)d weeks with something published") % {"weeks": weeks, "active": active}


@register.filter
def day(value: date | datetime | None, form: str = "j F Y") -> str:
    """A day in words, in the government's zone: "2 April 2026"."""
    if value is None:
        return "–"
    return _written(timezone.localdate(value) if isinstance(value, datetime) else value, form, get_language())


@lru_cache(maxsize=2000)
def _written(one: date, form: str, _language: str | None) -> str:
    """The days of a list are mostly the same few."""
    return formats.date_format(one, form)


@register.filter
def weekday(value: date | datetime | None) -> str:
    """A day with its weekday: "Kamis, 2 April 2026"."""
    return day(value, "l, j F Y")


@register.filter
def short_day(value: date | datetime | None) -> str:
    """A day for tables: "2 Apr", with the year when it is not this one."""
    if value is None:
        return "–"
    this_year = value.year == timezone.localdate().year
    return day(value, "j M" if this_year else "j M Y")


@register.filter
def clock(value: datetime | None) -> str:
    """A time with its zone: "09.40 WIB"."""
    if value is None:
        return "–"
    local = timezone.localtime(value)
    return f"{local:%H.%M} {local.tzname()}"


@register.filter
def moment(value: datetime | None) -> str:
    """Day and time: "1 April 2026, 06.14 WIB"."""
    return "–" if value is None else f"{day(value)}, {clock(value)}"


@register.filter
def ago(value: date | None) -> str:
    """How long ago a day was, in whole days, weeks or months."""
    if value is None:
        return ""
    days = (timezone.localdate() - value).days
    if days <= 0:
        return _("today")
    if days == 1:
        return _("yesterday")
    if days < 14:
        return _("%(n)d days ago") % {"n": days}
    if days < 61:
        return _("%(n)d weeks ago") % {"n": days // 7}
    return _("%(n)d months ago") % {"n": days // 30}


@register.filter
def signed(value: int | None) -> str:
    """A difference with its sign, as print sets it: "+4", "−5", "0"."""
    if value is None:
        return "–"
    return f"+{value}" if value > 0 else f"−{-value}" if value < 0 else "0"


@register.filter
def grouped_hash(value: str) -> str:
    """The first and last figures of a SHA-256, in groups that can be read aloud."""
    return f"{value[:4]} {value[4:8]} … {value[-4:]}" if len(value) >= 12 else value
