"""Pictures to send on by WhatsApp: the week of the government, or of one unit. Each has the page's text as its twin.

A card is forwarded far: it names no unit with an unsettled accusation and tells nothing but counts about faults.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from suluh.kernel.charts import step_of
from suluh.kernel.charts.weeks import Week
from suluh.kernel.letters import picture
from suluh.monitoring.reports.papers import FOLDER
from suluh.monitoring.selectors.overview import Overview
from suluh.monitoring.selectors.saying import Piece
from suluh.monitoring.selectors.scope import today
from suluh.monitoring.selectors.unit_file import UnitFile
from suluh.organization.models import Government
from suluh.organization.selectors.government import letterhead_of

WEEKS = 26
LONG = 90
"""Characters from which the sentence is set smaller."""

LATEST = 3
TITLE = 70
"""Publications on a unit's card, and how many characters of a title are shown."""


def regency_card(board: Overview, *, address: str) -> bytes:
    """The week of the government as a PNG of 1080 × 1350 pixels.

    Args:
        board: the overview of the person who asks.
        address: full address of the board, for the foot.
    """
    weeks = board.weeks[-WEEKS:]
    lit = [count if watched else None for _monday, count, watched in weeks]
    return _card(
        sentence=board.sentence,
        weeks=lit,
        levels=[0 if count is None else step_of(count, board.regency_steps) for count in lit],
        first=weeks[0][0],
        lines=[(str(place), step.nameless or step.title) for place, step in enumerate(board.steps, 1)],
        address=address,
    )


def unit_card(file: UnitFile, *, address: str) -> bytes:
    """One unit's half year as a PNG of 1080 × 1350 pixels: what it published, never what it is accused of.

    Args:
        file: the unit's dossier.
        address: full address of the unit's page, for the foot.
    """
    cells = file.weeks[-WEEKS:]
    latest = [(post.published, post.title or post.url) for post in file.posts[:LATEST]]
    return _card(
        sentence=file.sentence,
        weeks=[cell.items for cell in cells],
        levels=None,
        first=cells[0].monday,
        lines=[(date_format(day, "j M"), title[:TITLE]) for day, title in latest if day is not None],
        address=address,
        mark_width=72,
    )


def _card(
    *,
    sentence: Sequence[Piece],
    weeks: Sequence[Week],
    levels: Sequence[int] | None,
    first: date,
    lines: Sequence[tuple[str, str]],
    address: str,
    mark_width: int = 28,
) -> bytes:
    parts = urlsplit(address)
    words = "".join(piece.words for piece in sentence)
    data: Mapping[str, Any] = {
        "title": words,
        "language": (get_language() or "id")[:2],
        "stamp": _("Site news, %(day)s") % {"day": date_format(today(), "l, j F Y")},
        "sentence": [{"words": piece.words, "number": piece.link is not None} for piece in sentence],
        "size": 28 if len(words) > LONG else 36,
        "weeks": list(weeks),
        "levels": levels,
        "axis": {"first": date_format(first, "M Y"), "last": _("this week")},
        "lines": [{"mark": mark, "words": text} for mark, text in lines],
        "mark-width": mark_width,
        "address": f"{parts.netloc}{parts.path}".rstrip("/"),
    }
    return picture(FOLDER / "card.typ", data, letterhead=letterhead_of(Government.objects.first()))
