"""What is kept of uploads and what is refused, by the bytes alone."""

import io
import struct
import zipfile
import zlib
from random import Random
from typing import Any

import pikepdf
import pytest

from suluh.kernel.sheets import TabOut, write_xlsx
from suluh.kernel.uploads import UploadRefused, inspect
from tests.support.pdf import PDF, small_pdf

ODT = "application/vnd.oasis.opendocument.text"
SCRIPT = "/OpenAction <</S /JavaScript /JS (app.alert(1))>>"


def archive(parts: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def word(more: dict[str, bytes] | None = None) -> bytes:
    return archive({"[Content_Types].xml": b"<a/>", "word/document.xml": b"<a/>", **(more or {})})


def written(content: bytes, **how: Any) -> bytes:
    """The same document as another program would write it."""
    buffer = io.BytesIO()
    with pikepdf.open(io.BytesIO(content)) as document:
        document.save(buffer, **how)
    return buffer.getvalue()


def packed(content: bytes) -> bytes:
    return written(content, object_stream_mode=pikepdf.ObjectStreamMode.generate)


def locked(content: bytes, password: str) -> bytes:
    return written(content, encryption=pikepdf.Encryption(owner="pemilik", user=password))


def unpacks_to(size: int) -> bytes:
    """A PDF with one packed object and that much room behind it: a few kilobytes of file."""
    inner = zlib.compressobj(9)
    room = b" " * 10_000_000
    data = inner.compress(b"5 0 <</A /B>>") + b"".join(inner.compress(room) for _ in range(size // len(room)))
    data += inner.flush()
    head = small_pdf(catalog="/X 5 0 R").partition(b"trailer")[0]
    stream = b"4 0 obj <</Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length %d>>stream\n" % len(data)
    body = head + stream + data + b"\nendstream endobj\n"
    places = [(1, body.index(b"%d 0 obj" % number), 0) for number in (1, 2, 3, 4)]
    lines = [(0, 0, 0), *places, (2, 4, 0), (1, len(body), 0)]
    index = b"".join(struct.pack(">BIB", *line) for line in lines)
    told = b"6 0 obj <</Type /XRef /Size 7 /W [1 4 1] /Root 1 0 R /Length %d>>stream\n" % len(index)
    return body + told + index + b"\nendstream endobj\nstartxref\n%d\n%%%%EOF\n" % len(body)


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
        small_pdf(catalog=SCRIPT),
        small_pdf(catalog="/OpenAction <</S /J#61vaScript>>"),
        small_pdf(catalog="/Names <</EmbeddedFiles 3 0 R>>"),
        small_pdf(catalog="/AcroForm <</Fields [<</A [[<</S /Launch /F (a.exe)>>]]>>]>>"),
        packed(small_pdf(catalog=SCRIPT)),
        packed(small_pdf(catalog=SCRIPT)).replace(b"/ObjStm", b"/Obj#53tm"),
        locked(packed(small_pdf(catalog=SCRIPT)), ""),
        locked(PDF, "rahasia"),
        unpacks_to(1_500_000_000),
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
    ],
    ids=lambda content: repr(content[:24]),
)
def test_what_could_hurt_or_is_none_of_these_is_refused_with_a_reason(content):
    with pytest.raises(UploadRefused, match=r"\w+ .+\."):
        inspect(content, "laporan.pdf")


@pytest.mark.parametrize("make", [packed, lambda pdf: locked(pdf, ""), lambda _pdf: unpacks_to(10_000_000)])
def test_packed_objects_and_printing_locks_are_no_harm(make):
    assert inspect(make(PDF), "laporan.pdf").media_type == "application/pdf"


def test_bytes_of_a_scan_that_read_like_a_deed_by_chance_are_none():
    scan = Random(1).randbytes(4_000_000) + b" /JS /Launch /JavaScript "
    stream = b"4 0 obj <</Type /XObject /Length %d>> stream\n" % len(scan) + scan + b"\nendstream endobj\n"

    assert inspect(small_pdf(catalog="/X 4 0 R", more=stream), "pindai.pdf").media_type == "application/pdf"


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
