"""Hashtags: few, different, and spoken well by a screen reader."""

from __future__ import annotations

import re
from collections.abc import Iterator

from suluh.kernel.lexicon.words import word_set
from suluh.kernel.prose.spans import WORD, Span
from suluh.kernel.prose.values import Advice, Bounds, Draft

_TAG = re.compile(r"(?<![\w&/#])#(\w*[^\W\d_]\w*)")
_USUAL = word_set("kabupaten kota dinas desa hari sehat informasi publik layanan warga untuk kita maju bersama info")
_SHORTEST = 3


def check(draft: Draft, _found: list[Span], bounds: Bounds) -> Iterator[Advice]:
    """Too many, the same twice, several words run together in small letters."""
    tags = list(_TAG.finditer(draft.text))
    if len(tags) > bounds.hashtags:
        told = f"{len(tags)} tagar; lebih dari {bounds.hashtags} tidak menambah pembaca."
        yield Advice(
            "tags-many", "text", tags[bounds.hashtags].start(), tags[-1].end(), told, "Pilih yang paling dicari warga."
        )
    seen: set[str] = set()
    vocabulary: frozenset[str] | None = None
    for tag in tags:
        word = tag[1].casefold()
        if word in seen:
            yield Advice("tag-twice", "text", tag.start(), tag.end(), f"#{tag[1]} sudah ada.", "Hapus salah satu.")
        seen.add(word)
        if tag[1].islower():
            vocabulary = vocabulary or _words(draft)
            parts = _parts(word, vocabulary)
            if len(parts) > 1:
                camel = "".join(part.capitalize() for part in parts)
                told = "Pembaca layar mengeja tagar huruf kecil sebagai satu kata."
                yield Advice("tag-case", "text", tag.start(), tag.end(), told, f"Tulis #{camel}.")


def _words(draft: Draft) -> frozenset[str]:
    plain = _TAG.sub(" ", f"{draft.title} {draft.text} {draft.place}").casefold()
    return _USUAL | {word for word in WORD.findall(plain) if len(word) >= _SHORTEST and word.isalpha()}


def _parts(tag: str, vocabulary: frozenset[str]) -> list[str]:
    """The fewest words of the story that make up the tag; empty where they do not."""
    best: list[list[str] | None] = [[]] + [None] * len(tag)
    for end in range(1, len(tag) + 1):
        for start in range(end - _SHORTEST + 1):
            before = best[start]
            if (
                before is not None
                and tag[start:end] in vocabulary
                and (best[end] is None or len(before) + 1 < len(best[end] or []))
            ):
                best[end] = [*before, tag[start:end]]
    return best[-1] or []
