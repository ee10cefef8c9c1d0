"""What officers fill in about data of persons: search, correction, holds, destruction, terms."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from suluh.disclosure.models import Applicant
from suluh.disclosure.services.requests_intake import ApplicantDraft
from suluh.organization.forms import Dressed

from .forms_public import nik_fault


class PersonSeekForm(Dressed, forms.Form):
    """By what a person is found."""

    typed = forms.CharField(
        label=_("NIK, mail address, code or number of a case"),
        max_length=160,
        help_text=_("What you type is not kept; that you looked is recorded."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )


class CorrectForm(Dressed, forms.Form):
    """What is kept of a requester, as it should be."""

    kind = forms.ChoiceField(label=_("Capacity"), choices=Applicant.Kind.choices)
    name = forms.CharField(label=_("Full name"), max_length=160)
    represents = forms.CharField(label=_("On behalf of"), max_length=300, required=False)
    identity = forms.CharField(
        label=_("Right identity number"), max_length=80, required=False,
        help_text=_("Leave it empty if the number on record is right."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )  # fmt: skip
    address = forms.CharField(
        label=_("Address"), max_length=600, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    email = forms.EmailField(label=_("Mail"), required=False)
    phone = forms.CharField(label=_("Telephone"), max_length=40, required=False)
    occupation = forms.CharField(label=_("Occupation"), max_length=120, required=False)
    reason = forms.CharField(
        label=_("Reason of the correction"), max_length=300,
        help_text=_("For example: the requester showed the identity card. Name no data here; it stays on record."),
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        """The number of a person has to be a possible one."""
        cleaned = super().clean() or {}
        if cleaned.get("identity") and cleaned.get("kind") != Applicant.Kind.BODY:
            cleaned["identity"] = re.sub(r"[\s.\-]", "", cleaned["identity"])
            if fault := nik_fault(cleaned["identity"]):
                self.add_error("identity", fault)
        return cleaned

    def told(self) -> ApplicantDraft:
        """The data as corrected."""
        return ApplicantDraft(**{name: self.cleaned_data[name] for name in ApplicantDraft.__slots__})


class HoldForm(Dressed, forms.Form):
    """Why nothing of a requester may be destroyed."""

    reason = forms.CharField(
        label=_("Reason of the legal hold"), max_length=1000, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("For example an audit, an investigation or a court case, with its number."),
    )  # fmt: skip


class DestroyForm(Dressed, forms.Form):
    """The approval of a destruction."""

    record_number = forms.CharField(
        label=_("Number of the record of destruction"), max_length=120,
        help_text=_("Berita acara pemusnahan; it stays on record with the number of requesters."),
    )  # fmt: skip


class TermForm(Dressed, forms.Form):
    """The years of the body's own archive schedule."""

    years = forms.IntegerField(label=_("Years after the end of the case"), min_value=1, max_value=100)
    decree = forms.CharField(label=_("Decree of the archive schedule (JRA)"), max_length=160)
