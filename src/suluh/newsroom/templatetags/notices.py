"""How notices are written on pages."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django import template
from django.utils.translation import gettext as _

from suluh.law.announcements import notice_contents
from suluh.newsroom.notices.words import NoticeWords
from suluh.organization.permissions import may

register = template.Library()


@register.simple_tag(takes_context=True)
def allowed(context: dict[str, Any], action: str, thing: object) -> bool:
    """Whether the reader may do the action, for showing or hiding its button."""
    return may(context["request"].user, action, thing)


@register.filter
def contents(words: NoticeWords, brief: bool = False) -> list[tuple[str, str]]:
    """The contents that say something, with their headings; deeds stand apart, in brief the hazard too."""
    apart = ("avoid", "hazard") if brief else ("avoid",)
    rows = ((code, content.label, words.told(code)) for code, content in notice_contents().items())
    return [(label, text) for code, label, text in rows if text and code not in apart]


@register.filter
def hazard(words: NoticeWords) -> str:
    """What is happening, without lines that were left open."""
    return words.told("hazard")


@register.filter
def lasted(span: timedelta) -> str:
    """A short time in words: "48 detik", "3 menit 20 detik"."""
    minutes, seconds = divmod(round(span.total_seconds()), 60)
    if not minutes:
        return _("%(s)d seconds") % {"s": seconds}
    return _("%(m)d minutes %(s)d seconds") % {"m": minutes, "s": seconds}
