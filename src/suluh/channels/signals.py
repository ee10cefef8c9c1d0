"""What the channels tell features without knowing them."""

from django.dispatch import Signal

delivery_settled = Signal()
"""A delivery came to an end, or asks for a person. Sent in the transaction that says so, with keyword `delivery`."""
