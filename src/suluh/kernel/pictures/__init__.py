"""Pictures from people: recognised by their bytes, drawn anew in a limited child process, never passed on as sent."""

from .cleaning import PictureFault, PictureRefused, picture_clean
from .size import picture_size

__all__ = ["PictureFault", "PictureRefused", "picture_clean", "picture_size"]
