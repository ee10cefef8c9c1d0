"""What the PPID and the head fill in about excluded information."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from suluh.disclosure.models import Exclusion
from suluh.disclosure.services.exclusions import ConsequenceTest
from suluh.law.grounds import refusal_grounds
from suluh.organization.forms import DayInput, Dressed

AREA = {"rows": 4}
TESTER_PARTS = ("name", "position", "unit")


def ground_choices() -> list[tuple[str, str]]:
    """Grounds that close information by their code (UU 14/2008 art. 17), each with what the act counts under it."""
    return [
        (row.code, f"{row.article}: {row.label}{' – ' if row.parts else ''}{'; '.join(row.parts)}")
        for row in refusal_grounds().values()
        if row.exempt
    ]


class ExclusionForm(Dressed, forms.Form):
    """A consequence test as annex II asks for it."""

    label = forms.CharField(
        label=_("What the public list of exclusions calls it"),
        max_length=300,
        help_text=_("In general words; it must not tell what is to stay closed."),
    )
    scope = forms.ChoiceField(label=_("How much is closed"), choices=Exclusion.Scope.choices)
    exact = forms.CharField(
        label=_("The exact information"),
        max_length=4000,
        widget=forms.Textarea(attrs=AREA),
        help_text=_("Never public."),
    )
    grounds = forms.MultipleChoiceField(
        label=_("Grounds"), choices=ground_choices, required=False, widget=forms.CheckboxSelectMultiple
    )
    law_basis = forms.CharField(
        label=_("Law that it rests on"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("An act with its article, for example UU 14/2008 Pasal 17 huruf h."),
    )
    harm = forms.CharField(
        label=_("What follows when it is opened"), max_length=4000, required=False, widget=forms.Textarea(attrs=AREA)
    )
    benefit = forms.CharField(
        label=_("What is protected when it is closed"),
        max_length=4000,
        required=False,
        widget=forms.Textarea(attrs=AREA),
    )
    testers = forms.CharField(
        label=_("Testers"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs=AREA),
        help_text=_("One a line: name; position; unit."),
    )
    tested_on = forms.DateField(label=_("Day of the test"), widget=DayInput, initial=timezone.localdate)
    tested_at = forms.CharField(label=_("Place of the test"), max_length=120)
    starts_on = forms.DateField(label=_("Closed from"), widget=DayInput, initial=timezone.localdate)
    ends_on = forms.DateField(
        label=_("Closed until"),
        widget=DayInput,
        required=False,
        help_text=_("It opens by itself on the day after. Empty only where the head sets no day."),
    )

    def clean_testers(self) -> tuple[dict[str, str], ...]:
        """Testers as name, position and unit."""
        rows = []
        for line in self.cleaned_data["testers"].splitlines():
            parts = [part.strip() for part in line.split(";")]
            if any(parts):
                if len(parts) != 3 or not all(parts):
                    raise forms.ValidationError(_("Write every tester on one line: name; position; unit."))
                rows.append(dict(zip(TESTER_PARTS, parts, strict=True)))
        return tuple(rows)

    def clean(self) -> dict[str, Any]:
        """A period ends after it begins."""
        cleaned = super().clean() or {}
        if cleaned.get("ends_on") and cleaned.get("starts_on") and cleaned["ends_on"] < cleaned["starts_on"]:
            self.add_error("ends_on", _("The last day lies before the first."))
        return cleaned

    def sheet(self) -> ConsequenceTest:
        """What was filled in."""
        values = {name: value for name, value in self.cleaned_data.items() if name in ConsequenceTest.__slots__}
        return ConsequenceTest(**values | {"grounds": tuple(values["grounds"])})


class ExclusionNewForm(ExclusionForm):
    """A new consequence test with its number."""

    number = forms.CharField(label=_("Number of the test sheet"), max_length=80)
    field_order = ["number"]


def sheet_of(exclusion: Exclusion) -> dict[str, Any]:
    """A test as the form shows it."""
    values = {name: getattr(exclusion, name) for name in ConsequenceTest.__slots__}
    lines = ["; ".join(row.get(part, "") for part in TESTER_PARTS) for row in exclusion.testers]
    return values | {"testers": "\n".join(lines)}


class ApprovalForm(Dressed, forms.Form):
    """The decree that determines an exclusion."""

    decree_number = forms.CharField(label=_("Number of the decree"), max_length=80)
    decree_day = forms.DateField(label=_("Day of the decree"), widget=DayInput, initial=timezone.localdate)


class OpeningForm(Dressed, forms.Form):
    """Why something is opened before its time."""

    reason = forms.CharField(label=_("Why it is opened"), max_length=300)


class UploadForm(Dressed, forms.Form):
    """One file."""

    file = forms.FileField(
        label=_("File"), help_text=_("PDF, Word, Excel, OpenDocument, CSV, JPEG or PNG; at most 20 MB.")
    )


class ItemFileForm(UploadForm):
    """One file of an item, with its own permission."""

    public = forms.BooleanField(label=_("Everybody may read it"), required=False, initial=True)
    reason = forms.CharField(label=_("Why it is not public, or what was blackened"), max_length=300, required=False)

    def clean(self) -> dict[str, Any]:
        """What is closed says why."""
        cleaned = super().clean() or {}
        if not cleaned.get("public") and not cleaned.get("reason"):
            self.add_error("reason", _("Say why the file is not public."))
        return cleaned
