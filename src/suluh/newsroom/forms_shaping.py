"""What people fill in to make photos and videos fit a channel."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from suluh.newsroom.models import Story
from suluh.newsroom.selectors.shapes import Shape
from suluh.organization.forms import Dressed


class FocusInput(forms.NumberInput):
    """A slider, moved by touch and by the arrow keys."""

    input_type = "range"


class FitForm(Dressed, forms.Form):
    """Where the focus of what is kept lies, in percent of the picture; without a part to choose, nothing but a yes."""

    across = forms.IntegerField(
        label=_("To the side"),
        min_value=0,
        max_value=100,
        widget=FocusInput(attrs={"step": 1}),
        help_text=_("0 is the left edge, 100 the right one."),
    )
    down = forms.IntegerField(
        label=_("Up and down"),
        min_value=0,
        max_value=100,
        widget=FocusInput(attrs={"step": 1}),
        help_text=_("0 is the upper edge, 100 the lower one."),
    )
    seen = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, shape: Shape, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        across, down = shape.focus
        self.shape = shape
        self.initial.update(across=round(100 * across), down=round(100 * down))
        if shape.wish is None or shape.wish.ratio is None:
            del self.fields["across"], self.fields["down"]
        # only the side that is cut has anything to choose
        elif shape.frame.width == shape.origin["width"]:
            del self.fields["across"]
        else:
            del self.fields["down"]

    @property
    def focus(self) -> tuple[float, float]:
        """Across and down, from 0 to 1."""
        return self.cleaned_data.get("across", 50) / 100, self.cleaned_data.get("down", 50) / 100


class ShownForm(Dressed, forms.Form):
    """Which of the story's photos and videos a channel shows."""

    seen = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, story: Story, platform: str, shapes: list[Shape], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.story, self.platform, self.shapes = story, platform, shapes

    @property
    def tokens(self) -> list[str]:
        """Those that were ticked."""
        return self.data.getlist("show") if isinstance(self.data, QueryDict) else []
