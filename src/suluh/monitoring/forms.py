"""Forms of the board."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _


class ContestForm(forms.Form):
    """What a unit says against a finding."""

    text = forms.CharField(
        max_length=4000,
        widget=forms.Textarea(attrs={"class": "input area", "rows": 4}),
        label=_("Why is it not so?"),
        help_text=_("One or two sentences. They are shown beside the finding, in the same size."),
        error_messages={"required": _("Write why the finding is not right.")},
    )
    link = forms.URLField(
        required=False,
        max_length=500,
        assume_scheme="https",
        widget=forms.URLInput(attrs={"class": "input", "inputmode": "url"}),
        label=_("Address of the page that shows it"),
        help_text=_("For example the page where the document stands. May stay empty."),
        error_messages={"invalid": _("Write the address like https://dinkes.example/laporan.")},
    )


class SettleForm(forms.Form):
    """What a coordinator decides about a contested finding."""

    DECISIONS = (("uphold", _("The finding stands")), ("withdraw", _("The unit is right; withdraw the finding")))

    decision = forms.ChoiceField(
        choices=DECISIONS,
        widget=forms.RadioSelect,
        label=_("Decision"),
        error_messages={"required": _("Choose one of the two decisions.")},
    )
    text = forms.CharField(
        max_length=4000,
        widget=forms.Textarea(attrs={"class": "input area", "rows": 3}),
        label=_("Reason"),
        help_text=_("The unit reads this beside its reply."),
        error_messages={"required": _("Write the reason; the unit reads it.")},
    )
