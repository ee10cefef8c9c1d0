"""How steps, shares and entries of the calendar are told in templates."""

from __future__ import annotations

from functools import cache

from django import template
from django.urls import get_script_prefix, reverse
from django.utils import timezone
from django.utils.dates import WEEKDAYS
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from suluh.newsroom.mix import Share
from suluh.newsroom.mix import share_told as told
from suluh.newsroom.models import Slot, Story
from suluh.newsroom.selectors.queue import MOST_COUNTED

register = template.Library()
MARK = 987654321
"""A key that nothing else in an address looks like."""


@register.simple_tag
def entries(slots: list[Slot]) -> SafeString:
    """Entries of a day; a month has a hundred, and a template is ten times as slow."""
    return mark_safe("".join(_entry(slot) for slot in slots))  # noqa: S308 - `_entry` escapes what people wrote


def _entry(slot: Slot) -> str:
    about = f"{_kinds()[slot.kind]} · {slot.unit.short_name or slot.unit.name}"
    filled, moves = (" filled", "") if slot.story_id else ("", f' draggable="true" data-slot="{slot.pk}"')
    if slot.story_id:
        about += f" · {_('approved')}"
    return (
        f'<li class="entry{filled}"{moves}><a id="slot-{slot.pk}" href="{_address(slot.pk)}">'
        f'<span class="when">{timezone.localtime(slot.at):%H.%M}</span> {escape(slot.title)}</a>'
        f'<span class="small muted">{escape(about)}</span></li>'
    )


def _kinds() -> dict[str, str]:
    """Words for the kinds, in the language of the page."""
    return _kinds_in(get_language() or "")


@cache
def _kinds_in(_language: str) -> dict[str, str]:
    return {value: str(label) for value, label in Story.Kind.choices}


def _address(pk: int) -> str:
    """Where an entry is, without asking the routes a hundred times."""
    before, after = _around_key(get_script_prefix())
    return f"{before}{pk}{after}"


@cache
def _around_key(_prefix: str) -> tuple[str, str]:
    before, _key, after = reverse("newsroom:slot", args=[MARK]).partition(str(MARK))
    return before, after


@register.filter
def share_told(share: Share) -> str:
    """A share beside its bound, as a sentence."""
    return told(share)


@register.filter
def step_name(story: Story) -> str:
    """The step at which a story is."""
    return str(story.route[story.step]["name"])


@register.filter
def is_late(story: Story) -> bool:
    """Whether the step takes longer than the charter promises."""
    return story.promised_at is not None and story.promised_at < timezone.now()


@register.filter
def capped(count: int) -> str:
    """A number as far as it was counted: "12", "999+"."""
    return str(count) if count < MOST_COUNTED else f"{MOST_COUNTED - 1}+"


@register.filter
def weekday_name(number: int) -> str:
    """A day of the week by its number, 0 for Monday."""
    return str(WEEKDAYS[number])
