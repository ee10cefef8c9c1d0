"""What the watch stores."""

from .findings import Finding, Reply
from .history import ItemRow, MonthRecord, Post, SiteDay, SiteInterval, WeekCount
from .proofs import Blob, Evidence
from .recaps import Recap
from .sweeps import Server, SiteState, Sweep, Visit, VisitMemory

__all__ = [
    "Blob",
    "Evidence",
    "Finding",
    "ItemRow",
    "MonthRecord",
    "Post",
    "Recap",
    "Reply",
    "Server",
    "SiteDay",
    "SiteInterval",
    "SiteState",
    "Sweep",
    "Visit",
    "VisitMemory",
    "WeekCount",
]  # fmt: skip
