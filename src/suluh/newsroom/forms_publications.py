"""What officers fill in about stories on the portal."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from suluh.organization.forms import Dressed


class TakeBackForm(Dressed, forms.Form):
    """Why a story is taken off the portal, in words for citizens."""

    reason = forms.CharField(
        label=_("What do citizens read?"), max_length=500, widget=forms.Textarea(attrs={"rows": 4})
    )
