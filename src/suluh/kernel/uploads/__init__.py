"""Documents that people upload: what they really are, and whether they may be kept. Pure, no settings."""

from .inspection import MOST_BYTES, Document, inspect
from .refusal import UploadRefused

__all__ = ["MOST_BYTES", "Document", "UploadRefused", "inspect"]
