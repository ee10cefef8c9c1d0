"""Every read of the register. What a person may see starts from `visible_to`."""

from .visible import units_open_to, units_visible_to, visible_to

__all__ = ["units_open_to", "units_visible_to", "visible_to"]
