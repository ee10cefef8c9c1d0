"""What people fill in who miss information that has to be published by itself (objection on ground b, annex X)."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from suluh.disclosure.forms_public import AskForm, PublicAskForm, new_token, token_name
from suluh.disclosure.models import Channel
from suluh.organization.forms import DayInput

MISSED = {"label": _("Which information is not there?"), "max_length": 5000, "min_length": 10}
WHEN = {"label": _("Where did you look, and when?"), "max_length": 5000, "min_length": 10}
FIRST = ["details", "position", "purpose"]


def _area(rows: int, said: dict[str, Any], hint: Any) -> forms.CharField:
    return forms.CharField(widget=forms.Textarea(attrs={"rows": rows}), help_text=hint, **said)


def _leave_out(form: forms.Form) -> None:
    """Nothing is sent and no copy is made: an objection asks neither how nor for proofs beside it."""
    for name in ("ways", "delivery", "papers"):
        form.fields.pop(name, None)


class UnaskedForm(PublicAskForm):
    """The public form: nobody has to ask first for what has to be published at least every six months."""

    details = _area(
        3,
        MISSED,
        _("What has to be announced by itself: profile, budget, programmes, reports, procurement."),
    )
    position = _area(4, WHEN, _("The superior of the PPID reads it and answers within 30 working days."))
    field_order = FIRST

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _leave_out(self)


class UnaskedRecordForm(AskForm):
    """The same written down by an officer."""

    details = _area(3, MISSED, "")
    position = _area(4, WHEN, "")
    channel = forms.ChoiceField(
        label=_("How did it come in?"), choices=[one for one in Channel.choices if one[0] != Channel.WEB]
    )
    received_on = forms.DateField(label=_("Day it came in"), widget=DayInput, initial=timezone.localdate)
    token = forms.CharField(widget=forms.HiddenInput)
    field_order = ["channel", "received_on", *FIRST]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _leave_out(self)
        self.initial.setdefault("token", new_token())

    @property
    def form_token(self) -> Any:
        """The name of this form; a double click writes one objection."""
        return token_name(str(self.cleaned_data["token"]))
