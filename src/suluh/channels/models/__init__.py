"""What the channels store."""

from .channels import Channel
from .deliveries import Attempt, Delivery
from .handshakes import Handshake

__all__ = ["Attempt", "Channel", "Delivery", "Handshake"]
