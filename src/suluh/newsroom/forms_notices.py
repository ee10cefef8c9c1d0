"""What officers fill in about notices: one screen a step, every question in plain words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar
from uuid import uuid4

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from suluh.law.announcements import notice_contents
from suluh.newsroom.forms_deciding import MomentInput
from suluh.newsroom.notices.kinds import notice_kinds
from suluh.newsroom.notices.words import Area, NoticeWords
from suluh.newsroom.selectors.notices import area_choices
from suluh.organization.forms import Dressed
from suluh.organization.models import Unit

URGENCIES = (
    ("immediate", _("Now: people have to act at once")),
    ("expected", _("Within an hour or a few")),
    ("future", _("Later: there is time to prepare")),
)
SEVERITIES = (
    ("extreme", _("Extreme: many lives are in danger")),
    ("severe", _("Severe: lives or many houses are in danger")),
    ("moderate", _("Moderate: harm is possible")),
    ("minor", _("Minor: a disturbance, hardly any danger")),
)
CERTAINTIES = (
    ("observed", _("It is happening; an officer has seen it")),
    ("likely", _("Likely")),
    ("possible", _("Possible, not yet sure")),
)


class NoticeBeginForm(Dressed, forms.Form):
    """Whose notice it is, and about what."""

    unit = forms.ChoiceField(label=_("Which office announces it?"))
    kind = forms.ChoiceField(label=_("What is happening?"), widget=forms.RadioSelect)
    token = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, units: list[Unit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("token", uuid4())
        named = [(str(unit.pk), unit.name) for unit in units]
        self.fields["unit"].choices = [("", _("Choose the office")), *named]  # type: ignore[attr-defined]
        self.fields["kind"].choices = [(kind.code, kind.label) for kind in notice_kinds().values()]  # type: ignore[attr-defined]
        self.fields["kind"].widget.attrs["class"] = "tick"
        if len(units) == 1:
            self.fields["unit"].widget = forms.HiddenInput()
            self.initial.setdefault("unit", str(units[0].pk))


class StepForm(Dressed, forms.Form):
    """One screen. Everything may be left for later: what is missing is told at the end, and nothing is lost."""

    contents: ClassVar[tuple[str, ...]] = ()
    """Which of the eight contents the screen asks for."""
    rows: ClassVar[int] = 4
    seen = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for code in self.contents:
            content = notice_contents()[code]
            self.fields[code] = forms.CharField(
                label=content.question,
                help_text=content.hint,
                required=False,
                max_length=2000,
                widget=forms.Textarea(
                    attrs={"rows": self.rows, "class": "input", "aria-describedby": f"id_{code}_hint"}
                ),
            )

    @property
    def told(self) -> dict[str, Any]:
        """Fields of the words."""
        return {name: value for name, value in self.cleaned_data.items() if name not in ("seen", "said")}


class HappensForm(StepForm):
    """What is happening."""

    contents = ("hazard",)
    title = forms.CharField(
        label=_("Title"), max_length=120, required=False, help_text=_("What and where, in at most ten words.")
    )
    field_order = ("title", "hazard")


class WhereForm(StepForm):
    """Which area, and who is concerned there."""

    contents = ("affected",)
    areas = forms.MultipleChoiceField(label=_("Which area?"), required=False)
    place = forms.CharField(
        label=_("More exactly"),
        max_length=300,
        required=False,
        help_text=_("Street, hamlet, river: what people there call it."),
    )
    field_order = ("areas", "place", "affected")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.groups = area_choices()
        self.known = {str(unit.pk): unit for head, below in self.groups for unit in (head, *below)}
        self.fields["areas"].choices = [(key, unit.name) for key, unit in self.known.items()]  # type: ignore[attr-defined]

    @property
    def ticked(self) -> set[str]:
        """Numbers of the units that are ticked."""
        return {str(value) for value in self["areas"].value() or ()}

    @property
    def told(self) -> dict[str, Any]:
        """Fields of the words; villages are not named beside their whole district."""
        told = super().told
        chosen = [self.known[key] for key in told["areas"]]
        wide = {unit.pk for unit in chosen}
        told["areas"] = tuple(
            Area(unit.pk, unit.name, unit.code)
            for unit in chosen
            if unit.parent_id not in wide or unit.parent_id is None
        )
        return told


class DeedsForm(StepForm):
    """What people are to do, and where they go."""

    contents = ("avoid", "evacuation")


class HelpForm(StepForm):
    """Where help is."""

    contents = ("help",)
    contact = forms.CharField(
        label=_("Telephone of the help desk"),
        max_length=60,
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "tel"}),
        help_text=_("Name of the office and its number. Never the number of a person."),
    )
    field_order = ("contact", "help")


class SpreadForm(StepForm):
    """Who announces it, how else, and what has been done."""

    contents = ("announcer", "spreading", "efforts")
    rows = 3


class GravityForm(StepForm):
    """How soon, how grave, how sure, until when; of an update also what changes."""

    said = forms.CharField(
        label=_("What does this update change?"),
        max_length=500,
        required=False,
        help_text=_("One sentence for citizens; it stands first."),
    )
    urgency = forms.ChoiceField(label=_("How soon do people have to act?"), choices=URGENCIES, widget=forms.RadioSelect)
    severity = forms.ChoiceField(label=_("How grave is it?"), choices=SEVERITIES, widget=forms.RadioSelect)
    certainty = forms.ChoiceField(label=_("How sure is it?"), choices=CERTAINTIES, widget=forms.RadioSelect)
    ends_at = forms.DateTimeField(
        label=_("Until when does it hold?"),
        widget=MomentInput,
        help_text=_("Then Suluh asks you whether it is over. It is never declared over by itself."),
    )

    def __init__(self, *args: Any, update: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("urgency", "severity", "certainty"):
            self.fields[name].widget.attrs["class"] = "tick"
        if not update:
            del self.fields["said"]

    def clean_ends_at(self) -> Any:
        """An end that has passed is a slip."""
        ends = self.cleaned_data["ends_at"]
        if ends <= timezone.now():
            raise forms.ValidationError(_("This time has passed. Choose a later one."))
        return ends


@dataclass(frozen=True, slots=True)
class Step:
    """One screen: its word in the address, its heading, its form."""

    slug: str
    title: Any
    form: type[StepForm]


STEPS = (
    Step("apa", _("What is happening?"), HappensForm),
    Step("mana", _("Where, and who is concerned?"), WhereForm),
    Step("lakukan", _("What are people to do?"), DeedsForm),
    Step("bantuan", _("Where is help?"), HelpForm),
    Step("sebar", _("Who announces it, and what has been done?"), SpreadForm),
    Step("tingkat", _("How grave is it, and until when?"), GravityForm),
)
"""The screens in their order; after the last one everything is read once more."""


def step_initial(words: NoticeWords, *, seen: int, said: str) -> Mapping[str, Any]:
    """What a screen begins with."""
    row = words.as_json() | {"begins_at": words.begins_at, "seen": seen, "said": said}
    return row | {"areas": [str(area.unit) for area in words.areas], "ends_at": words.ends_at}


class SaidForm(Dressed, forms.Form):
    """Why a notice is taken back or over, in words for citizens."""

    said = forms.CharField(label=_("What do citizens read?"), max_length=500, widget=forms.Textarea(attrs={"rows": 4}))
    seen = forms.IntegerField(widget=forms.HiddenInput)


class ExtendForm(SaidForm):
    """Until when it holds now."""

    ends_at = forms.DateTimeField(label=_("Until when does it hold?"), widget=MomentInput)
    field_order = ("ends_at", "said")

    def clean_ends_at(self) -> Any:
        """An end that has passed is a slip."""
        ends = self.cleaned_data["ends_at"]
        if ends <= timezone.now():
            raise forms.ValidationError(_("This time has passed. Choose a later one."))
        return ends


class NoticeNoteForm(Dressed, forms.Form):
    """What is to be mended."""

    note = forms.CharField(label=_("What is to be mended?"), max_length=1000, widget=forms.Textarea(attrs={"rows": 4}))
    seen = forms.IntegerField(widget=forms.HiddenInput)


class SeenForm(forms.Form):
    """Only the count of changes that the person has seen, for deeds of one button."""

    seen = forms.IntegerField(widget=forms.HiddenInput)


class ReviewForm(Dressed, forms.Form):
    """What the look afterwards has shown."""

    review = forms.CharField(
        label=_("What did you see?"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Was it right to issue it at once? Is everything in it true?"),
    )
