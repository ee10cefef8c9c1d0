"""The charts of the house as SVG text: pita nyala, split bar, strip with dot. Pure; colours come from CSS classes."""

from .pita import ITEM_STEPS, axis, pita, step_of
from .split import Part, split_bar
from .strip import Group, strip

__all__ = ["ITEM_STEPS", "Group", "Part", "axis", "pita", "split_bar", "step_of", "strip"]
