"""What an upload is, by its first bytes; its name and what the browser says about it do not count."""

from __future__ import annotations

from django.utils.translation import gettext as _

from suluh.kernel.pictures.cleaning import is_picture
from suluh.kernel.videos import is_video
from suluh.studio.errors import MediumNotTaken
from suluh.studio.models import Medium

HEAD = 512
"""Bytes that suffice to tell."""


def kind_of(head: bytes) -> Medium.Kind:
    """Photo or video.

    Raises:
        MediumNotTaken: something else; the sentence names what it is where people often take it for a photo.
    """
    if is_picture(head):
        return Medium.Kind.PHOTO
    if is_video(head):
        return Medium.Kind.VIDEO
    raise MediumNotTaken(_told(head))


def _told(head: bytes) -> str:
    text = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if text.startswith(b"<") and b"<svg" in text:
        return _("This is an SVG drawing, which can hold a program. Save it as PNG, then choose it again.")
    if text.startswith((b"#extm3u", b"ffconcat", b"[playlist]")):
        return _("This is a playlist, not a video. Choose the video itself.")
    if text.startswith(b"%pdf"):
        return _("This is a PDF document. Take a picture of the page, or send it under Public information.")
    if text.startswith(b"gif8"):
        return _("Moving GIF pictures are not taken. Send a photo, or the video.")
    if head[4:8] == b"ftyp":
        return _("This is a HEIC picture. Set the camera to “most compatible” (JPEG), or send a screenshot of it.")
    return _("This is neither a photo (JPEG, PNG, WebP) nor a video (MP4, MOV, WebM). Choose another file.")
