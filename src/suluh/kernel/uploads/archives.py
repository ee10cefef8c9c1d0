"""Office and OpenDocument files are archives: what is in them, before anything unpacks them."""

from __future__ import annotations

import io
import zipfile

from .refusal import UploadRefused

MOST_UNPACKED = 300 * 1024 * 1024
MOST_PARTS = 5_000
MOST_RATIO = 200
"""Unpacked bytes for each packed one; text in sheets reaches about 40."""
OFFICE = {
    "word/document.xml": ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    "xl/workbook.xml": ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    "ppt/presentation.xml": ("application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx"),
}
OPEN = {
    "application/vnd.oasis.opendocument.text": "odt",
    "application/vnd.oasis.opendocument.spreadsheet": "ods",
    "application/vnd.oasis.opendocument.presentation": "odp",
}
ACTIVE = ("vbaproject", "vbadata", "activex", "oleobject", "embeddings/", "basic/", "scripts/", "externallinks/")


def archive_kind(content: bytes) -> tuple[str, str]:
    """The office file that an archive is.

    Raises:
        UploadRefused: a plain archive, a bomb, a damaged file, or one with macros or embedded objects.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
            _measure(parts, len(content))
            names = {part.filename for part in parts}
            if any(sign in name.lower() for name in names for sign in ACTIVE):
                raise UploadRefused("Berkas ini berisi makro atau objek tersemat. Simpan tanpa itu, lalu unggah lagi.")
            for mark, kind in OFFICE.items():
                if mark in names and "[Content_Types].xml" in names:
                    return kind
            if "mimetype" in names:
                declared = archive.read("mimetype")[:80].decode("ascii", "replace")
                if declared in OPEN:
                    return declared, OPEN[declared]
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError) as error:
        raise UploadRefused("Berkas rusak atau terkunci sandi. Simpan ulang, lalu unggah lagi.") from error
    raise UploadRefused("Arsip ZIP tidak diterima. Unggah berkasnya satu per satu.")


def _measure(parts: list[zipfile.ZipInfo], packed: int) -> None:
    unpacked = sum(part.file_size for part in parts)
    if len(parts) > MOST_PARTS or unpacked > MOST_UNPACKED or unpacked > packed * MOST_RATIO:
        raise UploadRefused("Isi berkas ini jauh lebih besar daripada berkasnya dan tidak dibuka. Simpan ulang.")
