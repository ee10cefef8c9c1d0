"""What officers fill in about items and decrees."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from suluh.disclosure.content import LABELS, ItemContent
from suluh.disclosure.models import Category
from suluh.law.items import items_for
from suluh.law.kinds import UnitKind
from suluh.organization.forms import DayInput, Dressed
from suluh.organization.models import Unit


def law_choices(unit: Unit) -> list[tuple[str, str]]:
    """Mandatory items that apply to a unit, with a line for what no article names."""
    items = [
        (item.code, f"{item.code} · {item.label}") for item in items_for(UnitKind(unit.kind)) if item.code[0] != "I"
    ]
    return [("", str(_("Not named by any article"))), *items]


class ItemForm(Dressed, forms.Form):
    """An item as its unit proposes it."""

    title = forms.CharField(label=LABELS["title"], max_length=300, help_text=_("As a citizen would look for it."))
    summary = forms.CharField(
        label=LABELS["summary"],
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("What is in it, for which period, for whom. One or two sentences."),
    )
    law_code = forms.ChoiceField(label=LABELS["law_code"], required=False, help_text=_("The PPID decides in the end."))
    holder = forms.CharField(label=LABELS["holder"], max_length=200)
    responsible = forms.CharField(label=LABELS["responsible"], max_length=200)
    made_on = forms.DateField(label=LABELS["made_on"], required=False, widget=DayInput)
    made_at = forms.CharField(label=LABELS["made_at"], max_length=120, required=False)
    softcopy = forms.BooleanField(label=LABELS["softcopy"], required=False, initial=True)
    hardcopy = forms.BooleanField(label=LABELS["hardcopy"], required=False)
    retention = forms.CharField(
        label=LABELS["retention"], max_length=120, help_text=_("From the retention schedule, for example 5 years.")
    )
    link = forms.URLField(label=LABELS["link"], max_length=500, required=False, assume_scheme="https")

    def __init__(self, *args: Any, unit: Unit, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["law_code"].choices = law_choices(unit)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """An item exists in some form."""
        cleaned = super().clean() or {}
        if not self.errors and not (cleaned.get("softcopy") or cleaned.get("hardcopy")):
            self.add_error("softcopy", _("Say whether it is a digital file, on paper, or both."))
        return cleaned

    def content(self) -> ItemContent:
        """What was filled in."""
        values = {name: value for name, value in self.cleaned_data.items() if name in ItemContent.__slots__}
        return ItemContent(**values, category=category_of(values["law_code"]))


def category_of(law_code: str) -> str:
    """The class that a mandatory item has by its article; "" where the PPID has to say."""
    if law_code.startswith(("B-", "D-")):
        return Category.PERIODIC
    if law_code.startswith("S"):
        return Category.IMMEDIATE
    return Category.ANYTIME if law_code.startswith("T-") else ""


class ReviewForm(Dressed, forms.Form):
    """The class of an accepted item, or what is to be mended."""

    category = forms.ChoiceField(label=LABELS["category"], choices=Category.choices)
    law_code = forms.ChoiceField(label=LABELS["law_code"], required=False)

    def __init__(self, *args: Any, unit: Unit, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["law_code"].choices = law_choices(unit)  # type: ignore[attr-defined]


class NoteForm(Dressed, forms.Form):
    """A reason in words."""

    note = forms.CharField(label=_("What is to be mended"), max_length=2000, widget=forms.Textarea(attrs={"rows": 4}))


class DecreeForm(Dressed, forms.Form):
    """Number and day of a decree."""

    number = forms.CharField(label=_("Number of the decree"), max_length=80)
    day = forms.DateField(label=_("Day of the decree"), widget=DayInput, initial=timezone.localdate)


class PushKeyForm(Dressed, forms.Form):
    """Which system a key is for."""

    name = forms.CharField(
        label=_("Which system uses it"), max_length=80, help_text=_("For example: OpenSID of the village office.")
    )
