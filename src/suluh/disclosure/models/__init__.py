"""What the room of public information stores."""

from .decrees import Decree, DecreeLine
from .items import Category, Item, ItemVersion

__all__ = ["Category", "Decree", "DecreeLine", "Item", "ItemVersion"]
