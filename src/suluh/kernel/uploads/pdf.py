"""A PDF is looked into by a child process with little memory and time, before anybody keeps or opens it."""

from __future__ import annotations

import subprocess
import sys

from .pdf_child import ACTIVE, DAMAGED, LOCKED, QUIET
from .refusal import UploadRefused

PATIENCE = 30
"""Seconds after which the child is killed."""
WHY = {
    DAMAGED: "Berkas PDF terpotong atau rusak. Simpan ulang dari aplikasi pembuatnya.",
    LOCKED: "Berkas PDF ini terkunci sandi. Simpan tanpa sandi, lalu unggah lagi.",
    ACTIVE: "Berkas PDF ini berisi skrip, lampiran, atau perintah. Cetak ulang ke PDF biasa, lalu unggah lagi.",
}
TOO_MUCH = "Isi berkas PDF ini terlalu besar untuk diperiksa. Cetak ulang ke PDF biasa, atau bagi menjadi beberapa."


def pdf_kind(content: bytes) -> tuple[str, str]:
    """Media type and ending of a PDF that does nothing by itself.

    Raises:
        UploadRefused: cut, locked with a password, able to do something when opened, or made to unpack without end.
    """
    if b"%%EOF" not in content[-2048:]:
        raise UploadRefused(WHY[DAMAGED])
    try:
        child = subprocess.run(
            [sys.executable, "-I", "-m", "suluh.kernel.uploads.pdf_child"],
            input=content,
            capture_output=True,
            timeout=PATIENCE,
            check=False,
            env={},
        )
    except subprocess.TimeoutExpired:
        raise UploadRefused(TOO_MUCH) from None
    if child.returncode != QUIET:
        raise UploadRefused(WHY.get(child.returncode, TOO_MUCH))
    return "application/pdf", "pdf"
