"""How steps and shares are told in templates."""

from __future__ import annotations

from django import template
from django.utils import timezone
from django.utils.dates import WEEKDAYS

from suluh.newsroom.mix import Share
from suluh.newsroom.mix import share_told as told
from suluh.newsroom.models import Story
from suluh.newsroom.selectors.queue import MOST_COUNTED

register = template.Library()


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
