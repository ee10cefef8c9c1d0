"""Signals of title, description and address: what a search engine would show of the page."""

from __future__ import annotations

from collections.abc import Iterator

from suluh.monitoring.probes.injection.address import doorway
from suluh.monitoring.probes.injection.fold import mixed_alphabets
from suluh.monitoring.probes.injection.identity import belongs_to_body, names_its_body
from suluh.monitoring.probes.injection.lexicon import read
from suluh.monitoring.probes.injection.reading import Reading, judge_reading, note_named_door
from suluh.monitoring.probes.injection.script import foreign_goods, foreign_share
from suluh.monitoring.probes.injection.verdict import History, Signal

_MOST = 6.0
_ENOUGH = 2.0
_PLAIN_SALE = 4.5
_PER_WARNING = 3.0
_HACKED = (
    "hacked by",
    "defaced by",
    "pwned by",
    "owned by",
    "h4cked by",
    "hack3d by",
    "hacked",
    "was here",
    "touched by",
    "got hacked",
)


def merged(title: str, description: str) -> Reading:
    """Both texts as one reading; a word of the description weighs half of one in the title."""
    first, second = read(title).copy(), read(description)
    for role in ("promo", "topic", "other", "soft"):
        mine, theirs = getattr(first, role), getattr(second, role)
        for phrase, weight in theirs.items():
            mine.setdefault(phrase, weight * 0.5)
    first.strong_guard += second.strong_guard
    first.weak_guard += second.weak_guard
    first.disguised = sorted({*first.disguised, *second.disguised})
    first.words += second.words
    first.names |= second.names
    first.doors |= second.doors
    note_named_door(first)
    return first


def weigh_words(title: str, description: str) -> tuple[Reading, float]:
    """The merged reading and its weight. A stray warning below does not silence a title that plainly sells."""
    both, above = merged(title, description), read(title)
    if above.selling >= _PLAIN_SALE and not above.strong_guard and both.strong_guard:
        warnings, both.strong_guard = len(set(both.strong_guard)), []
        return both, max(0.0, judge_reading(both) - _PER_WARNING * warnings)
    return both, judge_reading(both)


def text_signals(url: str, title: str, description: str, history: History) -> Iterator[Signal]:
    """Lexicon, disguise, address and identity of one search-engine entry."""
    reading, total = weigh_words(title, description)
    yield from _lexicon(reading, total)
    if reading.disguised and total >= 1.0:
        yield Signal("disguised", "mixed-script", 2.0, "ditulis samar: " + ", ".join(reading.disguised[:5]))
    elif (mixed := mixed_alphabets(f"{title} {description}")) and not reading.strong_guard:
        yield Signal("mixed-alphabets", "mixed-script", 0.5 + 0.5 * bool(total), ", ".join(mixed[:5]))
    yield from _foreign(title, description)
    weight, shown = doorway(url)
    if weight and not (reading.strong_guard and weight < 3.5):
        yield Signal("doorway", "address", weight, shown)
    if belongs_to_body(url, history.unit_name):
        yield from _identity(url, title, description, min(total, reading.selling), history)


def _lexicon(reading: Reading, total: float) -> Iterator[Signal]:
    if total >= 1.0:
        shown = [*reading.promo, *reading.other, *reading.topic]
        guards = f"; peredam: {', '.join(reading.weak_guard[:3])}" if reading.weak_guard else ""
        yield Signal("lexicon", "lexicon", round(min(_MOST, total), 2), ", ".join(shown[:8]) + guards)


def _foreign(title: str, description: str) -> Iterator[Signal]:
    goods = foreign_goods(f"{title} {description}")
    if goods:
        yield Signal("foreign-goods", "lexicon", min(4.0, 1.0 + len(goods)), ", ".join(goods[:6]))
    share = foreign_share(title)
    if share >= 0.5:
        yield Signal("foreign-script", "mixed-script", 2.0 if goods else 1.0, f"{share:.0%} huruf judul bukan Latin")


def _identity(url: str, title: str, description: str, sold: float, history: History) -> Iterator[Signal]:
    text = f"{title} {description}"
    alien = foreign_share(title) >= 0.5 and bool(foreign_goods(text))
    if (sold >= _ENOUGH or alien) and title and not names_its_body(url, title, history.unit_name):
        yield Signal("identity", "identity", 1.5, f"judul tidak menyebut pemilik alamat: {title[:80]}")
