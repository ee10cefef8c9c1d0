"""A notice as one picture: for channels that show nothing without one, and to send on by WhatsApp."""

from __future__ import annotations

from pathlib import Path

from suluh.kernel.letters import Letterhead, picture
from suluh.newsroom.notices.texts import HEADS, Act, Telling, moment

PAPER = Path(__file__).parent / "notice.typ"
SIDE = 1080
"""Pixels; text of the picture is never smaller than 32 of them."""
MOST_AREA, MOST_DEED, MOST_DEEDS = 90, 110, 3


def notice_picture(telling: Telling, letterhead: Letterhead) -> bytes:
    """A PNG of 1080 × 1080 pixels: title, area, the first deeds, where help is, until when, whose it is."""
    words, ended = telling.words, telling.act in (Act.CLEAR, Act.WITHDRAWN)
    rows = [("Wilayah", _cut(words.where, MOST_AREA))]
    if ended:
        rows.append(("Kabar", _cut(telling.said, 2 * MOST_DEED)))
    else:
        rows.append(("Bantuan", _cut(words.contact, MOST_DEED)))
        deeds = (_cut(deed, MOST_DEED) for deed in words.deeds[:MOST_DEEDS])
        rows += [("" if place else "Lakukan", deed) for place, deed in enumerate(deeds)]
    data = {
        "title": words.title,
        "kind": HEADS[telling.act].capitalize() + (", masih berlaku" if not ended else ""),
        "alarm": not ended,
        "rows": [{"label": label, "words": text} for label, text in rows if text],
        "office": telling.office,
        "address": telling.link.partition("://")[2].rstrip("/"),
        "at": moment(telling.at) if telling.at else "",
    }
    return picture(PAPER, data, letterhead=letterhead)


def _cut(text: str, most: int) -> str:
    """So much of a text as the picture holds, cut between words."""
    return text if len(text) <= most else f"{text[:most].rsplit(' ', 1)[0]} …"
