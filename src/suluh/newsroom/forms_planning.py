"""What officers fill in about personal data, the calendar and reposts."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from suluh.channels.models import Channel
from suluh.newsroom.forms_deciding import ChannelsField, MomentInput
from suluh.newsroom.models import Observance, Series, Slot, Story
from suluh.newsroom.services.slots import Plan
from suluh.newsroom.writing import Told
from suluh.organization.forms import DayInput, Dressed, SheetForm


class AnswerForm(Dressed, forms.Form):
    """Why personal data may be published."""

    reason = forms.CharField(
        label=_("Why may these data be published?"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("For example: the family agreed in writing on 2 April; or: this is the number of the service."),
    )
    seen = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, found: tuple[Told, ...] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.found = found
        """What the answer is for, shown above the form."""


class SlotForm(Dressed, forms.Form):
    """What is planned, and when."""

    title = forms.CharField(label=_("What is planned?"), max_length=200)
    kind = forms.ChoiceField(label=_("Kind"), choices=Story.Kind.choices)
    at = forms.DateTimeField(label=_("Day and hour"), widget=MomentInput)
    channels = ChannelsField(
        Channel.objects.none(), label=_("Channels"), widget=forms.CheckboxSelectMultiple, required=False
    )
    note = forms.CharField(label=_("Note"), max_length=500, required=False)

    def __init__(self, *args: Any, channels: list[Channel], slot: Slot | None = None, **kwargs: Any) -> None:
        if slot is not None:
            kept = {"title": slot.title, "kind": slot.kind, "at": timezone.localtime(slot.at), "note": slot.note}
            kwargs["initial"] = kept | {"channels": [one.pk for one in slot.channels.all()]}
        super().__init__(*args, **kwargs)
        field = self.fields["channels"]
        field.queryset = Channel.objects.filter(pk__in=[one.pk for one in channels]).select_related("account")  # type: ignore[attr-defined]
        if not channels:
            del self.fields["channels"]

    @property
    def plan(self) -> Plan:
        """The entry as a value."""
        told = self.cleaned_data
        return Plan(
            told["title"].strip(), told["kind"], told["at"], told["note"].strip(), tuple(told.get("channels", ()))
        )


class NewSlotForm(SlotForm):
    """An entry that may come again."""

    step = forms.ChoiceField(
        label=_("Comes again"), choices=[("", _("Only once")), *Series.Step.choices], required=False
    )
    ends_on = forms.DateField(label=_("Until"), widget=DayInput, required=False, help_text=_("At most a year ahead."))

    def clean(self) -> dict[str, Any]:
        """What comes again has an end."""
        cleaned = super().clean() or {}
        at, ends = cleaned.get("at"), cleaned.get("ends_on")
        if cleaned.get("step") and not ends:
            self.add_error("ends_on", _("Say until when it comes again."))
        elif cleaned.get("step") and at and ends and ends < timezone.localdate(at):
            self.add_error("ends_on", _("This day is before the first one."))
        return cleaned


class ObservanceForm(Dressed, forms.Form):
    """Days that the government keeps."""

    name = forms.CharField(label=_("Name"), max_length=120)
    kind = forms.ChoiceField(label=_("Kind"), choices=Observance.Kind.choices)
    first = forms.DateField(label=_("First day"), widget=DayInput)
    last = forms.DateField(label=_("Last day"), widget=DayInput, required=False, help_text=_("Empty: one day."))
    yearly = forms.BooleanField(label=_("Every year"), required=False)
    source = forms.CharField(
        label=_("Source"), max_length=200, help_text=_("The decree or letter that says so, with its number.")
    )

    def clean(self) -> dict[str, Any]:
        """One day unless there is a last one, which is not before the first."""
        cleaned = super().clean() or {}
        cleaned["last"] = cleaned.get("last") or cleaned.get("first")
        if cleaned.get("first") and cleaned["last"] < cleaned["first"]:
            self.add_error("last", _("The last day is before the first one."))
        return cleaned


class PlanSheetForm(SheetForm):
    """A sheet with a plan."""

    sheet = forms.FileField(
        label=_("Sheet"),
        help_text=_("XLSX or CSV, at most 20 MB."),
        widget=forms.ClearableFileInput(attrs={"accept": ".xlsx,.csv"}),
    )
