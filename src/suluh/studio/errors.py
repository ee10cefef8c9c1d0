"""What the studio refuses, each with a sentence that says what to do."""

from __future__ import annotations

from django.utils.translation import gettext as _

from suluh.kernel.pictures import PictureFault
from suluh.kernel.videos import VideoFault
from suluh.organization.errors import Refused


class MediumNotTaken(Refused):
    """The upload is nothing that can be published."""


class MediumElsewhere(Refused):
    """The name of the upload belongs to another unit's medium."""

    def __init__(self) -> None:
        super().__init__(_("This photo was handed in for another unit. Choose it again."))


def picture_words(fault: PictureFault) -> str:
    """What was wrong with a photo, and what to do."""
    return {
        PictureFault.TOO_HEAVY: _("The photo is larger than 20 MB. Choose a smaller one."),
        PictureFault.NOT_A_PICTURE: _("This is not a JPEG, PNG or WebP picture. Choose a photo."),
        PictureFault.TOO_MANY_PIXELS: _("The picture has too many pixels to open it safely. Choose a smaller one."),
    }[fault]


def video_words(fault: VideoFault) -> str:
    """What was wrong with a video, and what to do."""
    return {
        VideoFault.NOT_A_VIDEO: _("This video is damaged or not a video. Film it again, or save it anew as MP4."),
        VideoFault.TOO_LONG: _("The video is longer than 10 minutes. Cut it on the phone, then send it again."),
        VideoFault.TOO_MANY_PIXELS: _("The video has too many pixels. Film in Full HD, then send it again."),
        VideoFault.TOO_HEAVY: _("So long a video cannot be made that light. Cut it on the phone, then send it again."),
        VideoFault.UNKNOWN_CODEC: _("The format of this video is unknown. Save it as MP4, then send it again."),
    }[fault]
