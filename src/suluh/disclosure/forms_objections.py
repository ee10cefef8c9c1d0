"""What requesters and officers fill in about objections and disputes."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any
from uuid import UUID

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from suluh.disclosure.forms_cases import LetterForm, SeenForm
from suluh.disclosure.forms_public import new_token, token_name
from suluh.disclosure.models import Channel, Dispute, Letter, Objection
from suluh.law.grounds import objection_grounds
from suluh.organization.forms import DayInput, Dressed
from suluh.organization.models import Unit


class ObjectionForm(Dressed, forms.Form):
    """An objection to what became of a request (annex X)."""

    grounds = forms.MultipleChoiceField(label=_("Why do you object?"), widget=forms.CheckboxSelectMultiple)
    position = forms.CharField(
        label=_("What happened?"),
        max_length=5000,
        min_length=10,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("Tell it in your own words. The superior of the PPID reads it."),
    )
    token = forms.CharField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, fitting: Collection[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("token", new_token())
        choices = [(code, one.label) for code, one in objection_grounds().items() if code in fitting]
        self.fields["grounds"].choices = choices  # type: ignore[attr-defined]

    @property
    def form_token(self) -> UUID | None:
        """The name of this form; a double click files one objection."""
        return token_name(str(self.cleaned_data["token"]))


class ObjectionRecordForm(ObjectionForm):
    """An objection written down by an officer."""

    channel = forms.ChoiceField(
        label=_("How did it come in?"), choices=[one for one in Channel.choices if one[0] != Channel.WEB]
    )
    received_on = forms.DateField(label=_("Day it came in"), widget=DayInput, initial=timezone.localdate)
    field_order = ["channel", "received_on"]


class ObjectionAnswerForm(LetterForm):
    """The superior's decision."""

    kind = Letter.Kind.OBJECTION

    result = forms.ChoiceField(
        label=_("Decision"), choices=Objection.Result.choices, widget=forms.RadioSelect(attrs={"class": "tick"})
    )
    argument = forms.CharField(label=_("Reasons"), max_length=8000, widget=forms.Textarea(attrs={"rows": 8}))
    order = forms.CharField(
        label=_("What the PPID has to do"),
        max_length=4000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Needed where the objection is granted, in whole or in part."),
    )

    def clean(self) -> dict[str, Any]:
        """What is granted is ordered."""
        cleaned = super().clean() or {}
        if cleaned.get("result") in (Objection.Result.UPHELD, Objection.Result.PARTLY) and not cleaned.get("order"):
            self.add_error("order", _("Say what the PPID has to do now, and by when."))
        return cleaned


class ReplyForm(SeenForm):
    """What the requester said to the answer."""

    reply = forms.CharField(
        label=_("Reply of the requester"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3})
    )


class DisputeForm(SeenForm):
    """A dispute that was filed."""

    filed_on = forms.DateField(label=_("Day of filing"), widget=DayInput, initial=timezone.localdate)
    register_number = forms.CharField(label=_("Number at the Komisi Informasi"), max_length=120, required=False)


class DisputeMoveForm(SeenForm):
    """The next stage of a dispute."""

    stage = forms.ChoiceField(label=_("What happened"))
    on = forms.DateField(label=_("Day"), widget=DayInput, initial=timezone.localdate)
    ruling_number = forms.CharField(label=_("Number of the ruling"), max_length=120, required=False)
    court = forms.CharField(label=_("Court"), max_length=160, required=False)
    outcome = forms.ChoiceField(
        label=_("Outcome"), choices=[("", "–"), *Dispute.Outcome.choices], required=False,
        help_text=_("Needed to close the dispute. What was opened is proposed for the list."),
    )  # fmt: skip
    note = forms.CharField(label=_("Note"), max_length=4000, required=False, widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, *args: Any, stages: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["stage"].choices = stages  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """A dispute is closed with its outcome."""
        cleaned = super().clean() or {}
        if cleaned.get("stage") == Dispute.Stage.CLOSED and not cleaned.get("outcome"):
            self.add_error("outcome", _("Say how the dispute ended."))
        return cleaned


class PublishForm(Dressed, forms.Form):
    """An answered request as an item of the list, without identities."""

    unit = forms.ModelChoiceField(Unit.objects.none(), label=_("Unit that holds it"))
    title = forms.CharField(label=_("Title"), max_length=300)
    summary = forms.CharField(
        label=_("Summary of the contents"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("Nothing here may lead to the person who asked."),
    )

    def __init__(self, *args: Any, units: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset = units  # type: ignore[attr-defined]
