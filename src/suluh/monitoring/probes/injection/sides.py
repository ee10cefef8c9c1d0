"""One address as two visitors got it, short enough to stand side by side."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from typing import Any

from suluh.monitoring.engine.values import Document
from suluh.monitoring.probes.injection.source import Source
from suluh.monitoring.probes.injection.verdict import Signal

VISITOR = "visitor"
_SHARED, _ONLY, _LONG = 4, 8, 120
_SPACE = re.compile(r"\s+")


def cloaked_agent(signals: Sequence[Signal], agents: Sequence[str]) -> str | None:
    """Whom the site shows another page; None when everybody gets the same."""
    codes = [signal.code for signal in signals if signal.code.startswith("cloak-")]
    return next((agent for agent in agents if any(code.endswith(f"-{agent}") for code in codes)), None)


def sides(home: tuple[Document, Source], agent: str, other: tuple[Document, Source]) -> list[dict[str, Any]]:
    """What a visitor gets, then what `agent` gets: title, some lines both see, and the lines only this one sees."""
    mine, theirs = _lines(home[1]), _lines(other[1])
    return [_side(VISITOR, *home, mine, theirs), _side(agent, *other, theirs, mine)]


def _side(who: str, page: Document, source: Source, lines: list[str], against: list[str]) -> dict[str, Any]:
    elsewhere = set(against)
    return {
        "who": who,
        "url": page.url,
        "title": source.title[:_LONG],
        "shared": [line[:_LONG] for line in lines if line in elsewhere][:_SHARED],
        "only": [line[:_LONG] for line in lines if line not in elsewhere][:_ONLY],
        "sha256": hashlib.sha256(page.answer.body).hexdigest(),
    }


def _lines(source: Source) -> list[str]:
    """Lines of the page's text in their order, each once."""
    return list(dict.fromkeys(line for part in source.text.splitlines() if (line := _SPACE.sub(" ", part).strip())))
