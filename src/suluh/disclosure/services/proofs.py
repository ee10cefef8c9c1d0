"""Proofs of identity before they are kept: PDF or a picture, and a picture only as it looks, never as it was sent."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from suluh.disclosure.errors import FileRefused
from suluh.kernel.pictures import PictureFault, PictureRefused, picture_clean
from suluh.kernel.uploads import Document, UploadRefused, inspect

PICTURES = ("image/jpeg", "image/png")
KINDS = ("application/pdf", *PICTURES)
PROOF_BYTES = 5 * 1024 * 1024
SIDE = 2400
"""Pixels of the longest side: a card of 86 mm stays readable at 700 dots an inch."""


@dataclass(frozen=True, slots=True)
class Proof:
    """A proof that may be kept."""

    content: bytes
    document: Document


def proof_look(content: bytes, name: str) -> Document:
    """What a proof is, told by its bytes alone; quick, opens no picture.

    Raises:
        UploadRefused: no PDF, JPEG or PNG, too large, damaged, or able to do something when it is opened.
    """
    document = inspect(content, name, most=PROOF_BYTES)
    if document.media_type not in KINDS:
        raise UploadRefused("Bukti identitas berupa PDF, JPEG, atau PNG. Foto atau pindai kartunya, lalu unggah lagi.")
    return document


def proof_clean(content: bytes, name: str) -> Proof:
    """The proof as it is kept: a picture is drawn anew, so that place, device and time of the photograph are gone.

    Raises:
        FileRefused: it may not be kept; the message says why and what to do.
    """
    try:
        document = proof_look(content, name)
        if document.media_type not in PICTURES:
            return Proof(content, document)
        drawn = picture_clean(content, most_bytes=PROOF_BYTES, side=SIDE, photo=True)
        return Proof(drawn, inspect(drawn, name))
    except UploadRefused as refused:
        raise FileRefused(str(refused)) from None
    except PictureRefused as refused:
        raise FileRefused(_picture_words(refused.fault)) from None


def _picture_words(fault: PictureFault) -> str:
    if fault == PictureFault.TOO_MANY_PIXELS:
        return _("The picture has too many pixels. Photograph the card anew with the usual camera settings.")
    return _("The picture cannot be read. Photograph the card anew and send that picture.")
