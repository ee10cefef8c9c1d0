"""What stands on every public page."""

from __future__ import annotations

from django import template
from django.core.cache import caches
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from suluh.newsroom.selectors.public_notices import notices_in_force

register = template.Library()

FRESH_FOR = 3
"""Seconds for which a process shows the same banner: so late is a new notice at most, and so seldom is it asked for."""


@register.simple_tag
def notice_banner() -> SafeString:
    """Notices in force, in the reader's language; one query every few seconds, none between."""
    key = f"portal.banner.{get_language()}"
    cache = caches["process"]
    found = cache.get(key)
    if found is None:
        found = str(render_to_string("portal/parts/banner.html", {"notices": notices_in_force()[:5]}))
        cache.set(key, found, FRESH_FOR)
    return SafeString(found)
