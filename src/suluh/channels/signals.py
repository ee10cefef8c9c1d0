"""What the channels tell features without knowing them."""

from django.dispatch import Signal

delivery_shown = Signal()
"""Something new is live on a channel. Sent inside the transaction that notes it, with the keyword `delivery`."""
