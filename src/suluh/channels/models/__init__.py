"""What the channels store."""

from .channels import Channel
from .deliveries import Attempt, Delivery

__all__ = ["Attempt", "Channel", "Delivery"]
