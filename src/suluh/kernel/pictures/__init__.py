"""Pictures from people: recognised by their bytes, drawn anew in a limited child process, never passed on as sent."""

from .cleaning import Crop, Drawn, PictureFault, PictureRefused, picture_clean, picture_redraw
from .size import picture_size

__all__ = ["Crop", "Drawn", "PictureFault", "PictureRefused", "picture_clean", "picture_redraw", "picture_size"]
