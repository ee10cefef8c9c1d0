"""Data of persons that do not belong into news without somebody answering for them (UU 27/2022)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from suluh.kernel.lexicon.identity import could_be_nik
from suluh.kernel.prose.lead import MONTH_WORDS
from suluh.kernel.prose.names import NAME, PERSON, is_person
from suluh.kernel.prose.spans import Folded, Span, paragraphs, sentences
from suluh.kernel.prose.values import Advice, Bounds, Draft

_LONG_NUMBER = re.compile(r"(?<![\d.,-])\d(?:[ .-]?\d){15,17}(?![\d]|[.,-]\d)")
_MOBILE = re.compile(r"(?<![\d.,/-])(?:\+62[ .-]?|62[ .-]?|0)8[1-9]\d?(?:[ .-]?\d){6,10}(?![\d]|[.,]\d)")
_MAIL = re.compile(
    r"\b[\w.+-]+@(?:gmail|yahoo|ymail|hotmail|outlook|live|icloud|rocketmail|proton(?:mail)?)\.[a-z.]{2,6}\b",
    re.IGNORECASE,
)
_ACCOUNT = re.compile(
    r"\b(?:rekening|norek|no\.? ?rek\.?|nomor rek(?:ening)?)\b[^\d\n]{0,30}(\d[\d -]{6,18}\d)", re.IGNORECASE
)
_BIRTH = re.compile(
    rf"\bTTL\b[^\n.]{{0,40}}|\b(?:lahir|kelahiran)\b[^\n.]{{0,30}}?\b\d{{1,2}}(?: (?:{MONTH_WORDS})\b|"
    rf"[/-]\d{{1,2}}[/-])\s?\d{{4}}",
    re.IGNORECASE,
)
_DWELLING = re.compile(
    r"\b(?i:beralamat(?: rumah)?(?: di)?|(?:ber)?tinggal di|berdomisili di|kediaman(?:nya)?|alamat rumah(?:nya)?|"
    r"rumah(?:nya)?|warga)\b(?:[^\n.]|\.(?=\s?[A-Z0-9]|\S)){0,60}?\b(?:RT[ .]?\d{1,3}\s?[/,]\s?RW[ .]?\d{1,3}|"
    r"(?:Jl|Jln|Jalan|Gang|Gg)\.? (?:[^\n.,]{2,30}?,? )?(?:No|Nomor|Blok)\.? ?\w{1,5})"
)
_AGED = re.compile(
    rf"({NAME}),? \((\d{{1,2}})(?: ?(?:tahun|th))?\)|"
    rf"({PERSON}),? (\d{{1,2}}) ?(?:tahun|th)\b|({PERSON}), (\d{{1,2}}),"
)
_AGE = re.compile(r"\(\d{1,2}(?: ?(?:tahun|th))?\)| \d{1,2} ?(?:tahun|th)\b|, \d{1,2},")
"""An age; without one the longer pattern before it finds nothing."""
_CHILD = re.compile(
    r"\b(?i:anak(?:nya)?|siswa|siswi|pelajar|murid|santri|balita|bayi|remaja|putra|putri)\b"
    rf"(?:[^\n.“”]{{0,60}}?(?:bernama|berinisial|atas nama|,)) ?({NAME}|[A-Z]{{1,3}}\b(?=[ ,.(]))",
)
_HEALTH = Folded(
    r"\b(?:pasien|penderita|mengidap|menderita|didiagnosis|positif (?:hiv|tbc|covid)|odgj|gangguan jiwa|stunting|"
    r"dirawat karena|korban (?:kekerasan|pelecehan|pencabulan|pemerkosaan|perkosaan|kdrt|perundungan|"
    r"perdagangan orang)|"
    r"hamil di luar|pecandu|narkoba|terduga|tersangka)\b"
)
_NAMED = re.compile(
    r"\b(?:(?i:bernama|berinisial|inisial|atas nama) "
    rf"({NAME}|[A-Z]{{1,3}}\b)|(?i:bapak|ibu|saudara|saudari|sdr\.?|yakni|yaitu|adalah|,) ?({PERSON}))"
)
_AID = re.compile(
    r"\b(?i:penerima (?:bantuan|BLT|PKH|manfaat|bedah rumah|santunan)|keluarga miskin|warga miskin|duafa)\b"
    rf"[^\n.“”]{{0,50}}?(?:bernama|atas nama|yakni|yaitu|,) ?({NAME})",
)
_GROWN = 18
_ASK = "Samarkan atau hapus; bila memang harus tayang, seseorang harus menyatakannya."
_INITIALS = re.compile(r"[A-Z]{1,3}$")


def check(draft: Draft, _found: list[Span], _bounds: Bounds) -> Iterator[Advice]:
    """Numbers, homes, children, health and need of persons, in every part of a draft."""
    for name, text in draft.parts.items():
        if text:
            yield from _numbers(text, name)
            yield from _persons(text, name)


def _numbers(text: str, name: str) -> Iterator[Advice]:
    taken: list[tuple[int, int]] = []
    for hit in _LONG_NUMBER.finditer(text):
        digits = re.sub(r"\D", "", hit[0])
        what = "NIK atau nomor KK" if could_be_nik(digits) else "nomor NIP" if len(digits) == 18 else "nomor 16 angka"
        if len(digits) != 17:
            taken.append(hit.span())
            yield _say("private-id", name, hit.span(), f"Tampak seperti {what}.")
    for hit in _ACCOUNT.finditer(text):
        taken.append(hit.span(1))
        yield _say("private-account", name, hit.span(1), "Tampak seperti nomor rekening.")
    for hit in _MOBILE.finditer(text):
        if not any(start <= hit.start() < end for start, end in taken):
            told = "Tampak seperti nomor telepon genggam."
            yield _say("private-phone", name, hit.span(), told, "Pakai nomor kantor; bila ini nomor layanan, nyatakan.")
    for hit in _MAIL.finditer(text):
        yield _say(
            "private-mail",
            name,
            hit.span(),
            "Alamat surel pribadi.",
            "Pakai surel dinas; bila ini surel layanan, nyatakan.",
        )
    for hit in _BIRTH.finditer(text):
        yield _say("private-birth", name, hit.span(), "Tanggal lahir seseorang.")


def _persons(text: str, name: str) -> Iterator[Advice]:
    for hit in _DWELLING.finditer(text):
        yield _say("private-home", name, hit.span(), "Tampak seperti alamat rumah seseorang.")
    seen: set[int] = set()
    for hit in _AGED.finditer(text) if _AGE.search(text) else ():
        who, age = _aged(hit)
        if age < _GROWN and is_person(who):
            seen.add(hit.start())
            yield _child(name, hit.span())
    for hit in _CHILD.finditer(text):
        if hit.start(1) not in seen and _stands_for_person(hit[1]):
            yield _child(name, hit.span(1))
    for hit in _AID.finditer(text):
        if is_person(hit[1]):
            yield _say("private-need", name, hit.span(1), f"{hit[1]} disebut sebagai penerima bantuan.")
    yield from _health(text, name)


def _aged(hit: re.Match[str]) -> tuple[str, int]:
    """Name and age."""
    who, age = (part for part in hit.groups() if part)
    return who, int(age)


def _health(text: str, name: str) -> Iterator[Advice]:
    """The first person of a sentence that speaks of illness, violence or a crime."""
    if not _HEALTH.search(text):
        return
    for paragraph in paragraphs(text):
        for sentence in sentences(paragraph):
            cue = _HEALTH.search(sentence.text)
            person = _person_in(sentence.text, cue.end()) if cue else None
            if cue and person:
                start, who = sentence.start + person[0], person[1]
                said = sentence.text[cue.start() : cue.end()]
                told = f"{who} disebut bersama “{said}”: kesehatan atau perkara seseorang."
                yield _say("private-case", name, (start, start + len(who)), told)


def _person_in(text: str, since: int) -> tuple[int, str] | None:
    """Where a person stands behind a cue, or anywhere with an age; None for nobody."""
    for hit in _NAMED.finditer(text, since):
        group = 1 if hit[1] else 2
        if _stands_for_person(hit[group]):
            return hit.start(group), hit[group]
    aged = next((hit for hit in _AGED.finditer(text) if is_person(_aged(hit)[0])), None)
    return (aged.start(), _aged(aged)[0]) if aged else None


def _stands_for_person(words: str) -> bool:
    return bool(_INITIALS.match(words)) or is_person(words)


def _child(name: str, span: tuple[int, int]) -> Advice:
    remedy = "Pastikan orang tua atau wali setuju, atau hapus namanya."
    return _say("private-child", name, span, "Tampak seperti nama anak.", remedy)


def _say(code: str, name: str, span: tuple[int, int], reason: str, suggestion: str = _ASK) -> Advice:
    return Advice(code, name, *span, reason, suggestion, confirm=True)
