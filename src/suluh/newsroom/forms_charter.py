"""What people fill in about the charter and about deputies."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils import timezone
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext_lazy as _

from suluh.kernel.prose import Bounds
from suluh.newsroom.models import Story
from suluh.newsroom.rules import Check, MustNot, Pillar, Place, Rules, Step, Tone
from suluh.newsroom.services.charter import Decision
from suluh.organization.forms import DayInput, Dressed
from suluh.organization.models import Person, Role

if TYPE_CHECKING:
    PersonChoice = forms.ModelChoiceField[Person]
else:
    PersonChoice = forms.ModelChoiceField

PLACES = [
    (Place.UNIT.value, _("In the unit itself")),
    (Place.DISTRICT.value, _("In its kecamatan")),
    (Place.ABOVE.value, _("In the unit right above")),
    (Place.DESK.value, _("At the desk of Diskominfo")),
]
CHECKS = [
    (Check.ALT.value, _("Every photo is described")),
    (Check.CONTACT.value, _("A contact of the office for citizens")),
    (Check.SOURCE.value, _("A source of quotes and figures")),
    (Check.PLACE.value, _("The place")),
    (Check.DAY.value, _("The day")),
]
LINES = {"rows": 4}
BOUNDS = {
    "title_words": (_("Title, at most words"), 3, 30),
    "lead_least": (_("Lead, at least words"), 5, 100),
    "lead_most": (_("Lead, at most words"), 10, 150),
    "lead_sentences": (_("Lead, at most sentences"), 1, 10),
    "sentence_long": (_("A sentence is long after words"), 8, 80),
    "sentence_too_long": (_("A sentence is too long after words"), 10, 120),
    "hashtags": (_("Hashtags, at most"), 0, 30),
    "alt_most": (_("Description of a photo, at most signs"), 50, 1000),
}
"""Bounds of the writing help, each with its least and its greatest value."""


def _kinds(**more: Any) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        choices=Story.Kind.choices, required=False, widget=forms.CheckboxSelectMultiple, **more
    )


class StepForm(Dressed, forms.Form):
    """One step of approval; without a name it is left out."""

    name = forms.CharField(label=_("Step"), max_length=80, required=False)
    place = forms.ChoiceField(label=_("Where"), choices=PLACES)
    roles = forms.MultipleChoiceField(
        label=_("Who"), choices=Role.choices, required=False, widget=forms.CheckboxSelectMultiple
    )
    quorum = forms.IntegerField(label=_("Voices"), min_value=1, max_value=9, initial=1)
    hours = forms.IntegerField(label=_("Promised within hours"), min_value=1, max_value=720, initial=24)
    kinds = _kinds(label=_("Kinds"), help_text=_("None ticked: every kind."))

    def clean(self) -> dict[str, Any]:
        """A named step has somebody who decides."""
        cleaned = super().clean() or {}
        if cleaned.get("name") and not cleaned.get("roles"):
            self.add_error("roles", _("Say who decides this step."))
        return cleaned


class PillarForm(Dressed, forms.Form):
    """One pillar; without a name it is left out."""

    name = forms.CharField(label=_("Pillar"), max_length=60, required=False)
    kinds = _kinds(label=_("Kinds"))
    most = forms.IntegerField(label=_("At most, percent"), min_value=0, max_value=100, required=False)
    least = forms.IntegerField(label=_("At least, percent"), min_value=0, max_value=100, required=False)


StepFormSet = forms.formset_factory(StepForm, extra=1, max_num=9)
PillarFormSet = forms.formset_factory(PillarForm, extra=1, max_num=9)


class CharterForm(Dressed, forms.Form):
    """The whole charter; lists are written one entry a line."""

    aim = forms.CharField(label=_("What the newsroom is for"), max_length=2000, widget=forms.Textarea(attrs=LINES))
    routine = _kinds(
        label=_("Routine kinds"), help_text=_("A unit publishes them at once on its own channels, without any step.")
    )
    two_people = forms.BooleanField(label=_("Nobody approves what they sent or wrote themselves"), required=False)
    review_hours = forms.IntegerField(
        label=_("Look afterwards at what was published in a hurry, within hours"), min_value=1, max_value=168
    )
    checks = forms.MultipleChoiceField(
        label=_("Must-haves that Suluh checks"),
        choices=CHECKS,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    musts = forms.CharField(
        label=_("Must-haves that people check"),
        required=False,
        widget=forms.Textarea(attrs=LINES),
        help_text=_("One a line."),
    )
    must_nots = forms.CharField(
        label=_("Never published"),
        required=False,
        widget=forms.Textarea(attrs=LINES),
        help_text=_("One a line. Words that Suluh looks for stand behind a bar: Campaigning | vote for, number one."),
    )
    tones = forms.CharField(
        label=_("Tones"),
        required=False,
        widget=forms.Textarea(attrs=LINES),
        help_text=_("One a line, as name: where it fits."),
    )
    reason = forms.CharField(label=_("Why it changes"), max_length=1000, required=False, widget=forms.Textarea)
    seen = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, rules: Rules, seen: int, desk: list[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.update(_as_initial(rules), seen=seen)
        self.desk = desk
        for day, words in WEEKDAYS.items():
            self.fields[f"rota_{day}"] = forms.ChoiceField(
                label=words,
                required=False,
                choices=[("", "–"), *((str(one.pk), one.name) for one in desk)],
                initial=str(rules.rota.get(str(day), "")),
                widget=forms.Select(attrs={"class": "input"}),
            )
        for name, (label, least, most) in BOUNDS.items():
            self.fields[f"writing_{name}"] = forms.IntegerField(
                label=label,
                min_value=least,
                max_value=most,
                required=False,
                initial=getattr(rules.writing, name),
                widget=forms.NumberInput(attrs={"class": "input", "aria-describedby": f"id_writing_{name}_hint"}),
                help_text=_("Customary: %(n)s.") % {"n": getattr(Bounds(), name)},
            )
        data = self.data if self.is_bound else None
        self.steps = StepFormSet(data, prefix="langkah", initial=[_step_row(step) for step in rules.steps])
        self.pillars = PillarFormSet(data, prefix="pilar", initial=[_pillar_row(one) for one in rules.pillars])

    def clean(self) -> dict[str, Any]:
        """The parts of the sheet hold together with the whole."""
        if not self.steps.is_valid() or not self.pillars.is_valid():
            raise forms.ValidationError(_("A step or a pillar is not complete. It is marked below."))
        cleaned = super().clean() or {}
        for least, most in (("lead_least", "lead_most"), ("sentence_long", "sentence_too_long")):
            lower, upper = (cleaned.get(f"writing_{name}") or getattr(Bounds(), name) for name in (least, most))
            if lower > upper:
                self.add_error(f"writing_{most}", _("This has to be at least as much as the bound before it."))
        return cleaned

    @property
    def writing_fields(self) -> list[Any]:
        """Fields of the writing help's bounds."""
        return [self[name] for name in self.fields if name.startswith("writing_")]

    @property
    def rota_fields(self) -> list[Any]:
        """Fields of the weekdays."""
        return [self[name] for name in self.fields if name.startswith("rota_")]

    @property
    def rules(self) -> Rules:
        """The charter as a value."""
        told = self.cleaned_data
        return Rules(
            aim=told["aim"].strip(),
            steps=tuple(_step(row) for row in self.steps.cleaned_data if row.get("name")),
            routine=tuple(told["routine"]),
            own_words=not told["two_people"],
            review_hours=told["review_hours"],
            pillars=tuple(_pillar(row) for row in self.pillars.cleaned_data if row.get("name")),
            musts=tuple(_lines(told["musts"])),
            checks=tuple(map(Check, told["checks"])),
            must_nots=tuple(_must_not(line) for line in _lines(told["must_nots"])),
            tones=tuple(_tone(line) for line in _lines(told["tones"])),
            rota={str(day): int(told[f"rota_{day}"]) for day in WEEKDAYS if told[f"rota_{day}"]},
            writing=Bounds(**{name: told[key] for name in BOUNDS if told.get(key := f"writing_{name}") is not None}),
        )


class AdoptForm(Dressed, forms.Form):
    """The decision that brings the draft into force."""

    decision = forms.CharField(label=_("Number of the decision"), max_length=120)
    decided_on = forms.DateField(label=_("Day of the decision"), widget=DayInput)
    decided_by = forms.CharField(
        label=_("Decided by"), max_length=120, help_text=_("The office, for example Bupati Arunika.")
    )
    seen = forms.IntegerField(widget=forms.HiddenInput)

    def clean_decided_on(self) -> Any:
        """A decision has been taken."""
        day = self.cleaned_data["decided_on"]
        if day > timezone.localdate():
            raise forms.ValidationError(_("This day has not come yet. Adopt the charter once it is decided."))
        return day

    @property
    def decided(self) -> Decision:
        """The decision as a value."""
        told = self.cleaned_data
        return Decision(told["decision"].strip(), told["decided_on"], told["decided_by"].strip())


class DeputyForm(Dressed, forms.Form):
    """Who decides in whose place, for how long, and why."""

    principal = PersonChoice(Person.objects.none(), label=_("In the place of"))
    deputy = PersonChoice(Person.objects.none(), label=_("Deputy"))
    valid_from = forms.DateField(label=_("First day"), widget=DayInput, initial=timezone.localdate)
    valid_until = forms.DateField(label=_("Last day"), widget=DayInput)
    reason = forms.CharField(label=_("Reason"), max_length=200, help_text=_("For example: leave, official journey."))

    def __init__(self, *args: Any, principals: Any, people: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["principal"].queryset = principals  # type: ignore[attr-defined]
        self.fields["deputy"].queryset = people  # type: ignore[attr-defined]


def _as_initial(rules: Rules) -> dict[str, Any]:
    return {
        "aim": rules.aim,
        "routine": list(rules.routine),
        "two_people": not rules.own_words,
        "review_hours": rules.review_hours,
        "checks": [check.value for check in rules.checks],
        "musts": "\n".join(rules.musts),
        "must_nots": "\n".join(f"{one.text} | {', '.join(one.words)}".rstrip("| ") for one in rules.must_nots),
        "tones": "\n".join(f"{one.name}: {one.note}" for one in rules.tones),
    }


def _step_row(step: Step) -> dict[str, Any]:
    return {name: getattr(step, name) for name in Step.__slots__}


def _pillar_row(pillar: Pillar) -> dict[str, Any]:
    return {name: getattr(pillar, name) for name in Pillar.__slots__}


def _step(row: dict[str, Any]) -> Step:
    kinds = tuple(row["kinds"])
    return Step(row["name"].strip(), Place(row["place"]), tuple(row["roles"]), row["quorum"], row["hours"], kinds)


def _pillar(row: dict[str, Any]) -> Pillar:
    return Pillar(row["name"].strip(), tuple(row["kinds"]), row["most"], row["least"])


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _must_not(line: str) -> MustNot:
    text, _bar, words = line.partition("|")
    return MustNot(text.strip(), tuple(word.strip() for word in words.split(",") if word.strip()))


def _tone(line: str) -> Tone:
    name, _colon, note = line.partition(":")
    return Tone(name.strip(), note.strip())
