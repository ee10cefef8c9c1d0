"""What the deadlines tell features without knowing them."""

from django.dispatch import Signal

clock_lapsed = Signal()
"""The date of an open clock has passed. Sent once a clock, in a transaction of its own, with the keyword `clock`."""
