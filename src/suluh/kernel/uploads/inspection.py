"""Tell a document by its bytes, never by its name, and refuse what could hurt whoever opens it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from .archives import archive_kind
from .pdf import pdf_kind
from .refusal import UploadRefused

MOST_BYTES = 20 * 1024 * 1024
NAME_LENGTH = 120
MOST_PIXELS = 60_000_000


@dataclass(frozen=True, slots=True)
class Document:
    """What a document really is."""

    name: str
    """A safe file name that ends as the content demands."""
    media_type: str
    size: int


def inspect(content: bytes, name: str, *, most: int = MOST_BYTES) -> Document:
    """What the bytes are, with a name that fits them.

    Kept are PDF without passwords, scripts, attachments and launch deeds, Office and OpenDocument files without macros,
    plain text and CSV, JPEG and PNG.

    Raises:
        UploadRefused: too large, empty, of another kind, disguised, or able to do something when it is opened.
    """
    if not content:
        raise UploadRefused("Berkas kosong. Periksa apakah yang dipilih sudah benar.")
    if len(content) > most:
        raise UploadRefused(f"Berkas lebih dari {most // 1024 // 1024} MB. Perkecil atau bagi menjadi beberapa berkas.")
    media_type, ending = _kind(content)
    return Document(name=safe_name(name, ending), media_type=media_type, size=len(content))


def safe_name(name: str, ending: str) -> str:
    """The last part of a name in letters that every system takes, with the ending that the content demands."""
    stem = re.split(r"[\\/]", name)[-1].rsplit(".", 1)[0]
    stem = re.sub(r"[^\w .,()&+-]+", "-", stem).strip(" .-")[:NAME_LENGTH]
    return f"{stem or 'berkas'}.{ending}"


def _kind(content: bytes) -> tuple[str, str]:
    for starts, judge in JUDGES:
        if content.startswith(starts):
            return judge(content)
    return _text(content)


def _archive(content: bytes) -> tuple[str, str]:
    return archive_kind(content)


def _png(content: bytes) -> tuple[str, str]:
    if len(content) < 33 or content[12:16] != b"IHDR":
        raise UploadRefused("Gambar PNG rusak. Simpan ulang gambarnya.")
    _pixels(int.from_bytes(content[16:20], "big"), int.from_bytes(content[20:24], "big"))
    return "image/png", "png"


def _jpeg(content: bytes) -> tuple[str, str]:
    place = 2
    while place + 9 < len(content) and content[place] == 0xFF:
        marker, length = content[place + 1], int.from_bytes(content[place + 2 : place + 4], "big")
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            _pixels(
                int.from_bytes(content[place + 7 : place + 9], "big"),
                int.from_bytes(content[place + 5 : place + 7], "big"),
            )
            return "image/jpeg", "jpg"
        place += 2 + max(length, 2)
    raise UploadRefused("Gambar JPEG rusak. Simpan ulang gambarnya.")


def _pixels(width: int, height: int) -> None:
    if not 0 < width * height <= MOST_PIXELS:
        raise UploadRefused("Gambar terlalu besar ukurannya. Perkecil sampai di bawah 60 megapiksel.")


def _old_office(_content: bytes) -> tuple[str, str]:
    raise UploadRefused("Berkas Office lama atau terkunci sandi. Simpan sebagai .docx, .xlsx, atau PDF tanpa sandi.")


def _text(content: bytes) -> tuple[str, str]:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UploadRefused(_WRONG_KIND) from None
    if any(ord(sign) < 32 and sign not in "\t\r\n\f" for sign in text):
        raise UploadRefused(_WRONG_KIND)
    if re.match(r"\s*<(!doctype|html|svg|\?xml|script|body|head|iframe)", text, re.I):
        raise UploadRefused("Berkas ini berisi HTML, SVG, atau XML. Simpan sebagai PDF, lalu unggah lagi.")
    first = text.splitlines()[0] if text.splitlines() else ""
    separated = any(first.count(sign) for sign in ";,\t") and "\n" in text
    return ("text/csv", "csv") if separated else ("text/plain", "txt")


_WRONG_KIND = "Jenis berkas ini tidak diterima. Unggah PDF, Word, Excel, OpenDocument, CSV, JPEG, atau PNG."

JUDGES: tuple[tuple[bytes, Callable[[bytes], tuple[str, str]]], ...] = (
    (b"%PDF-", pdf_kind),
    (b"PK\x03\x04", _archive),
    (b"\x89PNG\r\n\x1a\n", _png),
    (b"\xff\xd8\xff", _jpeg),
    (b"\xd0\xcf\x11\xe0", _old_office),
)
