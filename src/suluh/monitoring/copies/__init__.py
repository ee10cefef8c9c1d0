"""Which news of one unit stands word for word on another's site, and who had it first. Pure; no database."""

from suluh.monitoring.copies.fingerprint import fingerprint
from suluh.monitoring.copies.search import Article, Copy, find_copies

__all__ = ["Article", "Copy", "find_copies", "fingerprint"]
