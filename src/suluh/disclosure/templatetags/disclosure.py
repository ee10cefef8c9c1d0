"""How items are written: their forms, their articles, the values of their columns."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from functools import cache
from html import escape
from typing import Any

from django import template
from django.utils import formats
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from suluh.disclosure.links import WHY
from suluh.disclosure.models import CaseFile, Category, Exclusion, InformationRequest, Item
from suluh.disclosure.papers.contents import rupiah
from suluh.disclosure.selectors.exclusions import grounds_of
from suluh.disclosure.selectors.figures import Figure, rows_address
from suluh.disclosure.services.case_files import file_link
from suluh.law.grounds import RefusalGround, refusal_grounds
from suluh.law.items import item as law_item
from suluh.organization.models import Unit

register = template.Library()

_OFFICE = "application/vnd.openxmlformats-officedocument"
FILE_KINDS = {
    f"{_OFFICE}.wordprocessingml.document": "Word",
    f"{_OFFICE}.spreadsheetml.sheet": "Excel",
    f"{_OFFICE}.presentationml.presentation": "PowerPoint",
    "application/vnd.oasis.opendocument.text": "ODT",
    "application/vnd.oasis.opendocument.spreadsheet": "ODS",
    "application/vnd.oasis.opendocument.presentation": "ODP",
}


@register.simple_tag
def rows_behind(figure: Figure, body: Unit, year: int, public: str = "") -> str:
    """The address of the rows that a figure counts; the open ones with any word for `public`."""
    return rows_address(figure, body=body, year=year, public=bool(public))


@register.filter
def forms(item: Item) -> str:
    """In which forms an item is kept."""
    words = [word for held, word in ((item.softcopy, _("digital file")), (item.hardcopy, _("on paper"))) if held]
    return ", ".join(words) or "–"


@register.filter
def article(code: str) -> str:
    """The mandatory item with its article; the code alone where the law does not know it."""
    try:
        found = law_item(code)
    except KeyError:
        return code
    return f"{found.label} ({found.article})"


@register.filter
def told(value: Any, name: str = "") -> str:
    """The value of a column in words."""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, date):
        return formats.date_format(value, "j F Y")
    if name == "category" and value in Category.values:
        return str(Category(value).label)
    if name == "law_code" and value:
        return article(value)
    return str(value) if value else "–"


@register.filter
def ways(request: InformationRequest) -> str:
    """In which ways a requester wants to get the information."""
    wanted = (
        (request.wants_view, _("see, read or take notes")),
        (request.wants_softcopy, _("digital copy")),
        (request.wants_hardcopy, _("copy on paper")),
    )
    return ", ".join(word for wants, word in wanted if wants)


@register.simple_tag
def register_cells(lines: Iterable[tuple[int, list[Any]]], address: str = "") -> SafeString:
    """Rows of a register as text, the number of each leading to `address` plus its key; every cell is escaped.

    Five hundred rows of nineteen columns take a quarter of a second through template tags.
    """
    worded = cache(lambda day: formats.date_format(day, "j F Y"))
    return mark_safe("\n".join(_register_row(pk, cells, address, worded) for pk, cells in lines))  # noqa: S308 - escaped


def _register_row(pk: int, cells: list[Any], address: str, worded: Callable[[date], str]) -> str:
    number, *others = (worded(cell) if isinstance(cell, date) else told(cell) if cell else "" for cell in cells)
    head = f'<a href="{address}{pk}/">{escape(number)}</a>' if address else escape(number)
    return f'<tr><th scope="row">{head}</th>' + "".join(f"<td>{escape(cell)}</td>" for cell in others) + "</tr>"


@register.filter
def refusal(code: str) -> str:
    """A ground of refusal with its article."""
    ground = refusal_grounds().get(code)
    return f"{ground.label} ({ground.article})" if ground else code


@register.filter(name="rupiah")
def amount(value: int) -> str:
    """An amount: "Rp12.500"."""
    return rupiah(value)


@register.filter
def link_for(file: CaseFile, person: Any) -> str:
    """The word of a file's address, for this person and five minutes."""
    return file_link(file, person)


@register.filter
def grounds(exclusion: Exclusion) -> list[RefusalGround]:
    """The grounds of an exclusion as the law words them."""
    return grounds_of(exclusion)


@register.filter
def file_kind(media_type: str) -> str:
    """A media type as people call it: PDF, Excel, Word."""
    return FILE_KINDS.get(media_type, media_type.rpartition("/")[2].upper())


@register.filter
def found_state(state: str) -> str:
    """What the watch says of a mandatory item, in words."""
    words = {
        "found": _("found"),
        "inherited": _("found with the government"),
        "stub": _("empty page"),
        "missing": _("not found"),
    }
    return words.get(state, state)


@register.filter
def link_reason(why: str) -> str:
    """What was seen at an address that did not open."""
    return str(WHY.get(why, why))
