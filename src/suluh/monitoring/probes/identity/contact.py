"""Addresses, mail addresses and telephone numbers as offices print them; placeholders do not count."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote

from suluh.monitoring.engine.values import Document
from suluh.monitoring.probes.outline import outline

STREET = re.compile(
    r"\b(jl|jln)\b\.?\s*[a-z0-9][\w.'-]*"
    r"|\b(jalan|gang|gg)\b\.?\s+[a-z][\w.'-]*.{0,80}?\b(no|nomor|km|rt|rw|kec|kecamatan|kab|kabupaten|kode pos|\d{5})\b"
    r"|\b(komplek|kompleks|perkantoran|gedung)\b[^.]{0,60}\b(lantai|lt|blok|no|nomor|jalan|jl)\b"
    r"|\b[a-z]+\s+(street|road|avenue)\b.{0,20}\d|\d.{0,20}\b[a-z]+\s+(street|road|avenue)\b"
    r"|\b(rt|rw)\.?\s*\d{1,3}\b"
    r"|\b(dusun|dukuh|banjar|kampung)\s+[a-z]+.{0,60}\b(desa|kecamatan|kec)\b"
    r"|\b(kode\s*pos|postal\s*code)\b\D{0,3}\d{5}\b",
    re.I,
)
LABELLED = re.compile(
    r"^\W*(alamat( kantor)?|address|office address|lokasi( kantor)?|kantor( kami)?|our office)"
    r"\s*[:：\-–|]\s*(?P<rest>.{12,200})",
    re.I,
)
LABEL_ALONE = re.compile(
    r"^\W*(alamat( kantor)?( kami)?|(office )?address|lokasi( kantor)?|kantor( kami)?|our office|visit us)\W*$", re.I
)
PLACE = re.compile(
    r"\b(kab|kabupaten|kec|kecamatan|kel|kelurahan|desa|kota|provinsi|no|nomor|blok|rt|rw|\d{5}|\d{1,3})\b", re.I
)
BLANK = re.compile(
    r"\b(nama jalan|jalan (contoh|anda|xxx+)|alamat (kantor )?anda|isi alamat|your address"
    r"|alamat lengkap di sini|lorem|123 (main|street)|belum (diisi|tersedia|ada))\b|\bx{3,}\b|\.{4,}|_{3,}",
    re.I,
)
MAIL = re.compile(
    r"[a-z0-9][\w.+-]{0,64}\s?(?:@|\[at\]|\(at\)|&#64;)\s?[a-z0-9][a-z0-9-]{0,63}(?:(?:\.|\[dot\]|\(dot\))[a-z0-9-]{1,63}){1,8}",
    re.I,
)
NO_MAIL = re.compile(
    r"^(email|e-mail|nama|name|user|username|your|youremail|yourname|anda|emailanda|alamat|contoh|example|test|admin|info|mail)"
    r"@(example|domain|yourdomain|email|mail|contoh|website|company|situs|test|sample|namadomain|domainanda)\."
    r"|@(example\.(com|org|net)|domain\.(com|tld|id)|yourdomain\.|email\.com|contoh\.(com|id)|sentry\.|wixpress\.)|\.(png|jpe?g|gif|svg|webp)$",
    re.I,
)
LABEL = re.compile(
    r"\b(telp|telepon|telpon|tlp|phone|tel|call\s*cent(er|re)|hotline|hp|no\.?\s*hp|wa|whatsapp|kontak|hubungi|contact)\b",
    re.I,
)
FAX = re.compile(r"\b(fax|faks|faksimile|faximile|facsimile)\b", re.I)
NEAR = 200
"""Characters before a number in which the word for it is looked for; it may stand at most sixty away."""
NUMBER = re.compile(r"(?<![\w@./-])(\(?\+?\d[\d().\s\-–/]{4,20}\d)(?![\w@])")
PHONE_LINK = re.compile(r"^(tel|callto|sms|whatsapp):|wa\.me/\+?\d|api\.whatsapp\.com/send\S*phone=\+?\d", re.I)


def streets(page: Document) -> Iterator[str]:
    """Postal addresses on a page; titles and links that mention a road are none."""
    before = ""
    for block in outline(page).blocks:
        text = block.text
        if not text:
            continue
        if block.kind != "heading" and block.link_share < 0.6 and len(text) <= 400 and not BLANK.search(text):
            labelled = LABELLED.search(text)
            stated = labelled.group("rest") if labelled else text if LABEL_ALONE.match(before) else ""
            if STREET.search(text) or PLACE.search(stated):
                yield text
        before = text
    for text in marked_addresses(page):
        if len(text) > 20 and PLACE.search(text) and not BLANK.search(text):
            yield text


def marked_addresses(page: Document) -> list[str]:
    """What a page marks as an address in its source; looked for once a visit."""
    if "addresses" not in page.notes:
        found = page.tree.css("address") if "<address" in page.html.casefold() else []
        page.notes["addresses"] = [node.text(separator=" ").strip() for node in found]
    texts: list[str] = page.notes["addresses"]
    return texts


def mails(page: Document) -> Iterator[str]:
    """Mail addresses on a page, written out, hidden behind `[at]`, or linked."""
    for link in outline(page).links:
        if link.url.casefold().startswith("mailto:"):
            yield from _real_mails(unquote(link.url[7:]).partition("?")[0])
    for text in _lines(page):
        if "@" in text or "at" in text:
            yield from _real_mails(text)


def _real_mails(text: str) -> Iterator[str]:
    for found in MAIL.finditer(text):
        mail = re.sub(r"\s", "", found.group(0)).replace("[at]", "@").replace("(at)", "@")
        if not NO_MAIL.search(mail):
            yield mail


def phones(page: Document) -> Iterator[str]:
    """Telephone numbers on a page: linked ones, and ones beside a word that says so; fax numbers do not count."""
    for link in outline(page).links:
        if PHONE_LINK.search(link.url) and _is_number(re.sub(r"\D", "", link.url)):
            yield link.text or link.url
    before = ""
    for text in _lines(page):
        yield from _numbers(text, before)
        before = text if len(text) <= 40 else ""


def _numbers(text: str, before: str) -> Iterator[str]:
    """Numbers of a line whose nearest word before says telephone; a label may stand on the line above."""
    for found in NUMBER.finditer(text):
        lead = text[max(0, found.start() - NEAR) : found.start()] or before
        labels = [*LABEL.finditer(lead)]
        faxes = [*FAX.finditer(lead)]
        if not labels or (
            faxes and faxes[-1].start() > labels[-1].start() and "/" not in lead[labels[-1].end() : faxes[-1].start()]
        ):
            continue
        if len(lead) - labels[-1].end() <= 60 and _is_number(re.sub(r"\D", "", found.group(1))):
            yield found.group(1).strip()


def _is_number(digits: str) -> bool:
    return 6 <= len(digits) <= 15 and len(set(digits.lstrip("0") or "0")) > 1


def _lines(page: Document) -> Iterator[str]:
    for block in outline(page).blocks:
        if block.text:
            yield block.text
