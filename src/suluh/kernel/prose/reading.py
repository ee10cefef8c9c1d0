"""All checks on one draft, in the order of reading."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from suluh.kernel.prose import acronyms, days, figures, lead, picture, private, quotes, spelling, substance, tags, title
from suluh.kernel.prose.spans import Span, paragraphs, sentences
from suluh.kernel.prose.values import Advice, Bounds, Draft, Report

Check = Callable[[Draft, list[Span], Bounds], Iterator[Advice]]
CHECKS: tuple[Check, ...] = (
    title.check,
    quotes.check,
    days.check,
    figures.check,
    acronyms.check,
    spelling.check,
    substance.check,
    tags.check,
    picture.check,
    private.check,
)
_STANDARD = Bounds()


def advise(draft: Draft, bounds: Bounds = _STANDARD) -> Report:
    """What is to be said about a draft. The same draft always gets the same report."""
    found = paragraphs(draft.text)
    answers = lead.Answers.of(found)
    told = [one for check in CHECKS for one in check(draft, found, bounds)]
    told += lead.check(draft, found, bounds, answers)
    told += _long_sentences(found, bounds)
    order = list(draft.parts)
    told.sort(key=lambda one: (not one.confirm, order.index(one.field), one.start, one.code))
    return Report(lead.facts_of(draft, answers), tuple(told))


def _long_sentences(found: list[Span], bounds: Bounds) -> Iterator[Advice]:
    for paragraph in found:
        for sentence in sentences(paragraph):
            count = len(sentence.words)
            if count > bounds.sentence_long:
                yield Advice(
                    "sentence-long",
                    "text",
                    sentence.start,
                    sentence.end,
                    f"Kalimat ini {count} kata; pembaca di telepon kehilangan benang sesudah {bounds.sentence_long}."
                    if count <= bounds.sentence_too_long
                    else f"Kalimat ini {count} kata, terlalu panjang untuk sekali baca.",
                    "Bagi menjadi dua kalimat di dekat “dan”, “serta”, atau “yang”.",
                )
