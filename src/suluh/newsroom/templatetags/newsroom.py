"""How steps, shares and entries of the calendar are told in templates."""

from __future__ import annotations

from django import template
from django.urls import reverse
from django.utils import timezone
from django.utils.dates import WEEKDAYS
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from suluh.newsroom.mix import Share
from suluh.newsroom.mix import share_told as told
from suluh.newsroom.models import Slot, Story
from suluh.newsroom.selectors.queue import MOST_COUNTED

register = template.Library()
KINDS = dict(Story.Kind.choices)


@register.simple_tag
def entry(slot: Slot) -> SafeString:
    """An entry of the calendar; a month has a hundred, and a template is ten times as slow."""
    about = [str(KINDS[slot.kind]), slot.unit.short_name or slot.unit.name]
    if slot.story_id:
        about.append(_("approved"))
    return format_html(
        '<li class="entry{}"{}><a id="slot-{}" href="{}"><span class="when">{}</span> {}</a>'
        '<span class="small muted">{}</span></li>',
        " filled" if slot.story_id else "",
        "" if slot.story_id else format_html(' draggable="true" data-slot="{}"', slot.pk),
        slot.pk,
        reverse("newsroom:slot", args=[slot.pk]),
        f"{timezone.localtime(slot.at):%H.%M}",
        slot.title,
        " · ".join(about),
    )


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
