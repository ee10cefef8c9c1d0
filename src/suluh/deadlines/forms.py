"""What people fill in on the pages of deadlines."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from suluh.deadlines.models import CalendarDay
from suluh.deadlines.wording import length_words
from suluh.law.clocks import Counts, clocks
from suluh.organization.forms import DayInput, Dressed
from suluh.organization.models import Unit
from suluh.organization.selectors import units_visible_to

TOPICS = (
    (_("Request"), ("ANS", "CHK", "FIX", "REJ")),
    (_("Objection"), ("OBJ", "SUP")),
    (_("Dispute"), ("DSP", "KI1", "KI2", "CRT", "CRT-K")),
    (_("Publication and report"), ("BK", "DIP", "RPT", "ANN", "EXP", "MON")),
    (_("Complaint"), ("C1", "C2", "C3", "C4", "C5", "LPR", "LP-first", "LP5", "LP14", "LP60")),
    (_("Personal data"), ("PDP-B", "PDP-R")),
)
"""Clocks of the calculator, the most asked first; not what has no date, nor the extension, which has its own tick."""
MOST_EXTRA = 60


def clock_choices() -> list[tuple[Any, list[tuple[str, str]]]]:
    """Clocks by topic, each with its length."""
    return [(topic, [(code, _choice(code)) for code in codes]) for topic, codes in TOPICS]


def _choice(code: str) -> str:
    rule = clocks()[code]
    return rule.label if rule.counts is Counts.MARCH else f"{rule.label} ({length_words(rule)})"


class CalculatorForm(Dressed, forms.Form):
    """A question to the calculator."""

    tenggat = forms.ChoiceField(label=_("What runs?"), choices=clock_choices)
    mulai = forms.DateField(
        label=_("Day of the event"),
        widget=DayInput,
        help_text=_("The day on which the request was declared complete, the letter received, and so on. It is day 0."),
    )
    perpanjangan = forms.BooleanField(label=_("With the extension of the answer (7 working days)"), required=False)
    libur = forms.CharField(
        label=_("Further free days"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Days that are in no calendar yet, for example 2026-03-30. Separate several by a comma."),
    )

    def clean_mulai(self) -> date:
        """A day that calendars reach."""
        day: date = self.cleaned_data["mulai"]
        if not 2008 <= day.year <= 2100:
            raise forms.ValidationError(_("Give a day between 2008 and 2100."))
        return day

    def clean_libur(self) -> list[date]:
        """The days, in any of two ways of writing."""
        words = [word for word in re.split(r"[\s,;]+", self.cleaned_data["libur"]) if word]
        if len(words) > MOST_EXTRA:
            raise forms.ValidationError(_("Give at most 60 days."))
        return [_day(word) for word in words]


def _day(word: str) -> date:
    local = re.fullmatch(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})", word)
    try:
        return date(int(local[3]), int(local[2]), int(local[1])) if local else date.fromisoformat(word)
    except ValueError:
        raise forms.ValidationError(
            _("“%(word)s” is no day. Write it like 2026-03-30 or 30/3/2026."), params={"word": word[:30]}
        ) from None


class DecreeForm(Dressed, forms.Form):
    """A change of the calendar by a decree."""

    decree = forms.CharField(
        label=_("Decree"), max_length=160, help_text=_("Number and date of the decree that says so.")
    )


class DayAddForm(DecreeForm):
    """A new free day."""

    day = forms.DateField(label=_("Day"), widget=DayInput)
    name = forms.CharField(label=_("Name"), max_length=160, help_text=_("As it stands beside skipped days."))
    kind = forms.ChoiceField(label=_("Kind"), choices=CalendarDay.Kind.choices)
    unit = forms.ModelChoiceField(
        Unit.objects.none(),
        label=_("Only for this unit and all below it"),
        required=False,
        help_text=_("For local holidays alone. Empty: the whole government."),
    )
    field_order = ("day", "name", "kind", "unit", "decree")

    def __init__(self, *args: Any, person: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset = units_visible_to(person)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """A day of one unit is a local one."""
        given: dict[str, Any] = super().clean() or self.cleaned_data
        if given.get("unit") and given.get("kind") != CalendarDay.Kind.LOCAL:
            self.add_error("kind", _("A day of one unit is a local holiday."))
        return given


class WeekForm(DecreeForm):
    """The working week of a unit."""

    unit = forms.ModelChoiceField(Unit.objects.none(), label=_("Unit, with all below it"))
    days = forms.TypedChoiceField(
        label=_("Working days a week"),
        coerce=int,
        choices=((6, _("Six: Monday to Saturday")), (5, _("Five: Monday to Friday"))),
    )
    field_order = ("unit", "days", "decree")

    def __init__(self, *args: Any, person: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset = units_visible_to(person)  # type: ignore[attr-defined]
