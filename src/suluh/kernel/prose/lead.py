"""The lead: its length, what it begins with, and whether it answers who, what, where and when."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from suluh.kernel.lexicon.words import MONTHS, WEEKDAYS, word_set
from suluh.kernel.prose.names import ACTORS, NAME, OFFICE, POSITION, is_person
from suluh.kernel.prose.spans import Folded, Span, sentences
from suluh.kernel.prose.values import Advice, Bounds, Draft, Facts

DAY_WORDS = "|".join(sorted((word for word in WEEKDAYS if len(word) > 3), key=len, reverse=True))
MONTH_WORDS = "|".join(sorted((word for word in MONTHS if len(word) > 2), key=len, reverse=True))
WHEN = Folded(
    rf"\b\d{{1,2}}(?:\s*[-–]\s*\d{{1,2}})? (?:{MONTH_WORDS})\b(?: \d{{4}})?|\b(?:{MONTH_WORDS}) \d{{4}}\b|"
    rf"\b(?:{DAY_WORDS}|jum'at|jum’at)\b(?=[ ,(.])|\(\d{{1,2}}/\d{{1,2}}(?:/\d{{2,4}})?\)|"
    rf"\b\d{{1,2}}/\d{{1,2}}/\d{{4}}\b|"
    r"\b(?:hari ini|besok|kemarin|lusa|tadi (?:pagi|siang|malam)|pekan (?:ini|depan|lalu)|minggu (?:ini|depan|lalu)|"
    r"bulan (?:ini|depan|lalu)|tahun (?:ini|depan|lalu)|pukul \d{1,2}|sejak \d{4}|tahun \d{4})\b"
)
WHERE = re.compile(
    r"\b(?:di|ke|dari|se-?) ?(?:[A-Z][\w-]+|(?:aula|halaman|kantor|balai|lapangan|ruang|gedung|rumah|pasar|"
    r"kecamatan|desa|kelurahan|pendopo|sekolah|puskesmas|terminal|alun-alun|taman|wilayah|seluruh|sepanjang|jalan|depan|loket|mal)\b"
    r"[^.,;()\n]{0,40})"
)
NAMED_PLACE = re.compile(
    r"\b(?:Desa|Kecamatan|Kelurahan|Dusun|Jalan|Jembatan|Simpang|Pendopo|Aula|Lapangan|Gedung|Balai|"
    r"Gelanggang|Stadion|Taman|Terminal|Stasiun|Pelabuhan|Bandara|Pasar|Pantai|Waduk|Bendungan|Sungai|Hutan|Museum|Masjid|"
    r"Klinik|Puskesmas|RSUD|Kabupaten|Kota) [A-Z][\w-]+"
)
_VERB = re.compile(r"\b(?:me(?:m|n|ng|ny|l|r)?|ber|di|ter)[a-z]{4,}\b|\b(?:mulai|buka|tutup|akan|ikut|gelar|terima)\b")
_NO_VERB = word_set("dengan dinas digital terhadap terkait tersebut menteri merupakan terbatas bersama berita disiplin")
_PERSON = re.compile(NAME)
_TIME_FIRST = re.compile(
    rf"(?:Pada|Hari|Tanggal|Bertempat pada|{DAY_WORDS.title()}|Senin|Selasa|Rabu|Kamis|Jumat|Sabtu|Minggu)\b"
)
_ASKS = {
    "who": ("siapa", "Sebut pelakunya: unit, jabatan, atau warga yang mana."),
    "what": ("apa", "Sebut apa yang berubah atau terjadi dengan kata kerja."),
    "where": ("di mana", "Sebut tempatnya: gedung, desa, atau kecamatan."),
    "when": ("kapan", "Sebut hari dan tanggalnya."),
}


@dataclass(frozen=True, slots=True)
class Answers:
    """What the lead answers, and what the rest does."""

    near: Facts
    far: Facts

    @classmethod
    def of(cls, found: list[Span]) -> Answers:
        """Read the paragraphs of a text."""
        rest = "\n".join(one.text for one in found[1:])
        return cls(_facts_in(found[0].text if found else ""), _facts_in(rest))


def facts_of(draft: Draft, answers: Answers) -> Facts:
    """Words of the lead that answer the first questions; else words of the rest, else what the form says."""
    near, far = answers.near, answers.far
    day = draft.happens_on.isoformat() if draft.happens_on else ""
    return Facts(
        who=near.who or far.who or draft.who,
        what=near.what or far.what,
        where=near.where or far.where or draft.place,
        when=near.when or far.when or day,
    )


def check(draft: Draft, found: list[Span], bounds: Bounds, answers: Answers) -> Iterator[Advice]:
    """Length and begin of a news lead; questions that any text leaves open."""
    if not found:
        return
    lead = found[0]
    if draft.news:
        yield from _length(lead, bounds)
        if _TIME_FIRST.match(lead.text):
            end = lead.start + len(lead.text.split()[0])
            told = "Teras mulai dengan waktu; pembaca mencari dahulu apa dan siapa."
            yield Advice("lead-time-first", "text", lead.start, end, told, "Pindahkan waktu ke akhir kalimat.")
    near, far, whole = answers.near, answers.far, facts_of(draft, answers)
    for name, (asked, remedy) in _ASKS.items():
        if getattr(near, name):
            continue
        if not getattr(whole, name):
            told = f"Belum ditemukan: {asked}."
            yield Advice(f"{name}-missing", "text", lead.start, lead.end, told, remedy)
        elif draft.news and name != "what" and getattr(far, name):
            told = f"Teras belum menjawab {asked}; jawabannya baru ada di bawah."
            yield Advice(f"{name}-late", "text", lead.start, lead.end, told, "Angkat ke alinea pertama.")


def _length(lead: Span, bounds: Bounds) -> Iterator[Advice]:
    count = len(lead.words)
    if count < bounds.lead_least:
        told = (
            f"Teras {count} kata; {bounds.lead_least} sampai {bounds.lead_most} kata memuat siapa, apa, di mana, kapan."
        )
        yield Advice("lead-short", "text", lead.start, lead.end, told, "Tambahkan jawaban yang belum ada.")
    elif count > bounds.lead_most:
        told = f"Teras {count} kata; paling banyak {bounds.lead_most}."
        yield Advice(
            "lead-long", "text", lead.start, lead.end, told, "Pindahkan mengapa dan bagaimana ke alinea kedua."
        )
    elif (count := len(sentences(lead))) > bounds.lead_sentences:
        told = f"Teras {count} kalimat; paling banyak {bounds.lead_sentences}."
        yield Advice("lead-long", "text", lead.start, lead.end, told, "Pindahkan rincian ke alinea kedua.")


def _facts_in(text: str) -> Facts:
    return Facts(
        who=_who(text),
        what=_what(text),
        where=_first(WHERE, text) or _first(NAMED_PLACE, text),
        when=_first(WHEN, text),
    )


def _who(text: str) -> str:
    known = [hit for hit in (OFFICE.search(text), POSITION.search(text), ACTORS.search(text)) if hit]
    if known:
        first = min(known, key=lambda hit: hit.start())
        return text[first.start() : first.end()]
    persons = (hit[0] for hit in _PERSON.finditer(text) if " " in hit[0] and is_person(hit[0]))
    return next(persons, "")


def _what(text: str) -> str:
    return next((hit[0] for hit in _VERB.finditer(text) if hit[0] not in _NO_VERB), "")


def _first(pattern: re.Pattern[str] | Folded, text: str) -> str:
    hit = pattern.search(text)
    return text[hit.start() : hit.end()].strip() if hit else ""
