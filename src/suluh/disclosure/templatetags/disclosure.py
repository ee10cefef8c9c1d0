"""How items are written: their forms, their articles, the values of their columns."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import template
from django.utils import formats
from django.utils.translation import gettext as _

from suluh.disclosure.models import Category, Item
from suluh.law.items import item as law_item

register = template.Library()


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
    return str(value) if value else "–"
