"""Pictures that stand beside a link: 1200 × 630 pixels, one message, whose it is."""

from __future__ import annotations

import hashlib
from pathlib import Path

from django.core.cache import caches
from django.utils.translation import gettext as _

from suluh.kernel.letters import picture
from suluh.newsroom.selectors.public_notices import PublicNotice
from suluh.organization.models import Government
from suluh.organization.selectors.government import letterhead_of

PAPER = Path(__file__).parent / "paper" / "card.typ"
KEPT_FOR = 24 * 3600
LONG = 70
"""Characters from which the title is set smaller; beyond twice as many it is cut at a word."""


def card_of(*, kind: str, title: str, office: str, alarm: bool = False) -> bytes:
    """A card as PNG, drawn once a day for the same words."""
    government = Government.objects.first()
    words = title if len(title) <= 2 * LONG else f"{title[: 2 * LONG].rsplit(' ', 1)[0]} …"
    data = {
        "kind": kind,
        "title": words,
        "office": office,
        "alarm": alarm,
        "size": 34 if len(words) > LONG else 44,
        "colour": government.primary_color if government and government.primary_color else "#0b5a63",
    }
    crest = government.crest if government else ""
    key = "portal.card." + hashlib.sha256(repr((sorted(data.items()), crest)).encode()).hexdigest()
    cache = caches["process"]
    drawn: bytes | None = cache.get(key)
    if drawn is None:
        drawn = picture(PAPER, data, letterhead=letterhead_of(government))
        cache.set(key, drawn, KEPT_FOR)
    return drawn


def notice_card(page: PublicNotice) -> bytes:
    """The card of a notice; one that no longer holds says so."""
    kinds = {"clear": _("Declared over"), "withdrawn": _("Withdrawn")}
    kind = kinds.get(page.version.act) or _("Notice without delay")
    return card_of(kind=kind, title=page.words.title, office=page.notice.unit.name, alarm=page.in_force)
