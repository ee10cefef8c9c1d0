"""What words on Indonesian pages mean: dates first. Pure Python, no input or output."""

from suluh.kernel.lexicon.dates import read_date, read_dates
from suluh.kernel.lexicon.reading import DateReading

__all__ = ["DateReading", "read_date", "read_dates"]
