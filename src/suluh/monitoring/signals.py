"""What the watch announces to rooms above it, which it does not know."""

from django.dispatch import Signal

sweep_finished = Signal()
"""Sent once a sweep with `sweep_id`, after its results were stored and its news compared."""
