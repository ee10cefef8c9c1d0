"""What is kept of uploads and what is refused, by the bytes alone."""

import io
import struct
import zipfile
import zlib

import pytest

from suluh.kernel.sheets import TabOut, write_xlsx
from suluh.kernel.uploads import UploadRefused, inspect

ODT = "application/vnd.oasis.opendocument.text"
PDF = b"%PDF-1.7\n1 0 obj <</Type /Catalog>> endobj\ntrailer\n%%EOF\n"


def archive(parts: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def word(more: dict[str, bytes] | None = None) -> bytes:
    return archive({"[Content_Types].xml": b"<a/>", "word/document.xml": b"<a/>", **(more or {})})


def packed_script() -> bytes:
    inner = zlib.compress(b"3 0 <</S /JavaScript /JS (app.alert(1))>>")
    stream = b"4 0 obj <</Type /ObjStm /N 1 /Filter /FlateDecode>> stream\n" + inner + b"\nendstream endobj\n"
    return PDF.replace(b"trailer", stream + b"trailer")


def png(width: int, height: int) -> bytes:
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + b"IHDR" + head + struct.pack(">I", zlib.crc32(b"IHDR" + head))


@pytest.mark.parametrize(
    ("content", "media_type", "ending"),
    [
        (PDF, "application/pdf", "pdf"),
        (word(), "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
        (
            write_xlsx([TabOut("A", [["Kode", "Nama"]])]),
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "xlsx",
        ),
        (
            archive({"mimetype": ODT.encode()}),
            "application/vnd.oasis.opendocument.text",
            "odt",
        ),
        (b"Kode;Nama\nA;B\n", "text/csv", "csv"),
        (b"Catatan rapat.", "text/plain", "txt"),
        (png(800, 600), "image/png", "png"),
    ],
    ids=["pdf", "docx", "xlsx", "odt", "csv", "txt", "png"],
)
def test_documents_are_told_by_their_bytes(content, media_type, ending):
    found = inspect(content, "apa saja.exe")

    assert (found.media_type, found.name) == (media_type, f"apa saja.{ending}")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        PDF.replace(b"/Catalog", b"/Catalog /OpenAction <</S /JavaScript /JS (app.alert(1))>>"),
        PDF.replace(b"/Catalog", b"/Catalog /OpenAction <</S /J#61vaScript>>"),
        PDF.replace(b"/Catalog", b"/Catalog /Names <</EmbeddedFiles 3 0 R>>"),
        PDF[:20],
        word({"word/vbaProject.bin": b"x"}),
        word({"word/embeddings/oleObject1.bin": b"x"}),
        word({"word/media/bomb.xml": b"0" * 30_000_000}),
        archive({"data.txt": b"hanya zip"}),
        word()[:-30],
        b"PK\x03\x04rusak",
        png(100_000, 100_000),
        b"\xff\xd8\xff\xe0rusak",
        b"<html><script>alert(1)</script>",
        b"  <svg xmlns='http://www.w3.org/2000/svg'>",
        b"MZ\x90\x00\x03",
        b"\x7fELF\x02\x01",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        b"GIF89a\x01\x00",
        packed_script(),
    ],
    ids=lambda content: repr(content[:24]),
)
def test_what_could_hurt_or_is_none_of_these_is_refused_with_a_reason(content):
    with pytest.raises(UploadRefused, match=r"\w+ .+\."):
        inspect(content, "laporan.pdf")


def test_too_large_is_refused():
    with pytest.raises(UploadRefused, match="1 MB"):
        inspect(b"a" * (1024 * 1024 + 1), "a.txt", most=1024 * 1024)


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("../../etc/passwd", "passwd.pdf"),
        ("C:\\fakepath\\Laporan 2025.pdf.exe", "Laporan 2025.pdf.pdf"),
        ('a"b\r\nX: y.pdf', "a-b-X- y.pdf"),
        ("", "berkas.pdf"),
        ("...", "berkas.pdf"),
        ("x" * 500, "x" * 120 + ".pdf"),
    ],
)
def test_names_are_made_safe(name, kept):
    assert inspect(PDF, name).name == kept
