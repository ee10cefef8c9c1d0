"""A photo from a phone, drawn anew and put away."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from suluh.kernel.pictures import PictureFault, PictureRefused, picture_clean
from suluh.newsroom.errors import PictureNotTaken
from suluh.organization.media_store import keep

MOST_BYTES = 20_000_000
SIDE = 1600
"""Longest side in pixels; a drawn-anew photo of this size stays under the million bytes that platforms take."""


def picture_keep(content: bytes, *, alt: str) -> dict[str, Any]:
    """Draw a photo anew, without place and device, and put it away; returns what a story keeps of it.

    Raises:
        PictureNotTaken: too heavy, no picture, or too many pixels.
    """
    try:
        drawn = picture_clean(content, most_bytes=MOST_BYTES, side=SIDE, photo=True)
    except PictureRefused as fault:
        raise PictureNotTaken(_told(fault.fault)) from None
    name, digest = keep(drawn)
    return {"name": name, "mime": "image/jpeg", "digest": digest, "alt": alt}


def _told(fault: PictureFault) -> str:
    return {
        PictureFault.TOO_HEAVY: _("The photo is larger than 20 MB. Choose a smaller one."),
        PictureFault.NOT_A_PICTURE: _("This is not a JPEG, PNG or WebP picture. Choose a photo."),
        PictureFault.TOO_MANY_PIXELS: _("The picture has too many pixels to open it safely. Choose a smaller one."),
    }[fault]
