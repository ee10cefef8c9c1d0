"""What officers fill in about requests: one form a deed, each naming the version that the person saw."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from suluh.disclosure.forms_public import AskForm, SeveralFiles, SeveralInput, new_token, token_name
from suluh.disclosure.models import Answer, CaseFile, Channel, Exclusion, Letter, MailDraft, ServiceDesk
from suluh.disclosure.papers.wording import CLOSING, usual_opening
from suluh.disclosure.selectors.exclusions import exclusions_of_body
from suluh.disclosure.services.withholding import require_grounded
from suluh.law.clocks import extension_grounds
from suluh.law.grounds import refusal_grounds
from suluh.organization.errors import Refused
from suluh.organization.forms import DayInput, Dressed, TickList
from suluh.organization.models import Unit

if TYPE_CHECKING:
    ServiceModelForm = forms.ModelForm[ServiceDesk]
    ExclusionField = forms.ModelChoiceField[Exclusion]
else:
    ServiceModelForm = forms.ModelForm
    ExclusionField = forms.ModelChoiceField


class RecordForm(AskForm):
    """A request written down by an officer."""

    channel = forms.ChoiceField(
        label=_("How did it come in?"), choices=[one for one in Channel.choices if one[0] != Channel.WEB]
    )
    received_on = forms.DateField(label=_("Day it came in"), widget=DayInput, initial=timezone.localdate)
    token = forms.CharField(widget=forms.HiddenInput)
    field_order = ["channel", "received_on"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("token", new_token())

    @property
    def form_token(self) -> UUID | None:
        """The name of this form; a double click writes one request."""
        return token_name(str(self.cleaned_data["token"]))


class MailForm(AskForm):
    """A request that came in by mail; the officer fills in what the mail does not say. `mail` is shown beside it."""

    mail: MailDraft


class SeenForm(Dressed, forms.Form):
    """A deed on a case: it names the version that the person saw."""

    seen = forms.IntegerField(widget=forms.HiddenInput)


class LetterForm(SeenForm):
    """A deed that writes a letter: its first and last paragraph may be said in other words."""

    kind = ""
    opening = forms.CharField(
        label=_("First paragraph"), max_length=2000, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    closing = forms.CharField(
        label=_("Last paragraph"), max_length=2000, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("opening", usual_opening(self.kind))
        self.initial.setdefault("closing", CLOSING)
        self.order_fields([name for name in self.fields if name != "closing"])


class IncompleteForm(LetterForm):
    """What is missing."""

    kind = Letter.Kind.INCOMPLETE

    missing = forms.CharField(
        label=_("What is missing"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("It goes into the letter (annex IX) as you write it. One line for each thing."),
    )


class MendedForm(SeenForm):
    """When and how the requester completed the request."""

    on = forms.DateField(label=_("Day on which it was completed"), widget=DayInput, initial=timezone.localdate)
    details = forms.CharField(
        label=_("Information asked for, as completed"), max_length=5000, widget=forms.Textarea(attrs={"rows": 4})
    )


class ReasonForm(SeenForm):
    """A reason in words."""

    reason = forms.CharField(label=_("Reason"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3}))


class NoteBackForm(SeenForm):
    """Why something is given back."""

    note = forms.CharField(label=_("What is to be mended"), max_length=2000, widget=forms.Textarea(attrs={"rows": 4}))


class ExtendForm(LetterForm):
    """The ground of an extension and its words."""

    kind = Letter.Kind.EXTENSION

    ground = forms.ChoiceField(label=_("Ground"), widget=forms.RadioSelect(attrs={"class": "tick"}))
    words = forms.CharField(
        label=_("Words of the letter"), max_length=4000, required=False, widget=forms.Textarea(attrs={"rows": 4})
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(code, one.label) for code, one in extension_grounds().items()]
        self.fields["ground"].choices = choices  # type: ignore[attr-defined]


class ExclusionChoice(ExclusionField):
    """Determinations by what the public list calls them; never by the exact information."""

    def label_from_instance(self, obj: Exclusion) -> str:
        """Number, label and how much it closes."""
        return f"{obj.decree_number}: {obj.label} ({obj.get_scope_display().lower()})"


class AnswerForm(SeenForm):
    """The draft of the answer (annex VII)."""

    field_order = ["seen", "result", "opening", "words", "closing"]

    result = forms.ChoiceField(label=_("Decision"), choices=Answer.Result.choices)
    words = forms.CharField(
        label=_("Words of the letter"),
        max_length=8000,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_("The parts that annex VII prescribes are added below these words."),
    )
    opening = forms.CharField(
        label=_("First paragraph"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Empty: the usual sentence. You read the whole letter before it is signed."),
    )
    closing = forms.CharField(
        label=_("Last paragraph"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Empty: the usual sentence."),
    )
    held_by = forms.CharField(
        label=_("Body that holds it"), max_length=200, required=False, help_text=_("Only where it is another body.")
    )
    available = forms.CharField(
        label=_("When it is provided"),
        max_length=200,
        required=False,
        help_text=_("Empty: together with the letter."),
    )
    softcopy = forms.BooleanField(label=_("Digital file"), required=False, initial=True)
    hardcopy = forms.BooleanField(label=_("On paper"), required=False)
    ground = forms.ChoiceField(label=_("Ground for withholding"), required=False)
    reason = forms.CharField(
        label=_("Why it is withheld"),
        max_length=4000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Result of the consequence test; for a part: what is blackened and why."),
    )
    exclusion = ExclusionChoice(
        Exclusion.objects.none(),
        label=_("Determination it rests on"),
        required=False,
        empty_label=_("None"),
        help_text=_("Needed for a ground of article 17. Its extract is attached to the letter by itself."),
    )
    sheets = forms.IntegerField(label=_("Copied sheets"), min_value=0, max_value=100_000, initial=0)
    sheet_price = forms.IntegerField(label=_("Price of a sheet (Rp)"), min_value=0, max_value=1_000_000, initial=0)
    sending_cost = forms.IntegerField(label=_("Sending (Rp)"), min_value=0, max_value=100_000_000, initial=0)
    payment = forms.CharField(label=_("How it is paid"), max_length=300, required=False)

    def __init__(self, *args: Any, body: Unit, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.body = body
        grounds = [(code, f"{one.label} ({one.article})") for code, one in refusal_grounds().items()]
        self.fields["ground"].choices = [("", _("Nothing is withheld")), *grounds]  # type: ignore[attr-defined]
        self.fields["exclusion"].queryset = exclusions_of_body(body)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """What is withheld has a ground and a reason; another body has a name; a cost has a way to pay."""
        cleaned = super().clean() or {}
        result = cleaned.get("result")
        if result in Answer.WITHHOLDS:
            for name in ("ground", "reason"):
                if not cleaned.get(name):
                    self.add_error(name, _("What is withheld needs a ground of the law and its reason."))
        elif cleaned.get("ground"):
            self.add_error("ground", _("Only a refusal or a partial answer names a ground."))
        self._mind_the_determination(cleaned)
        if result == Answer.Result.ELSEWHERE and not cleaned.get("held_by"):
            self.add_error("held_by", _("Name the body, so that the requester can ask there."))
        if result == Answer.Result.NOT_HELD and not cleaned.get("available"):
            self.add_error("available", _("Say when it will be documented."))
        copies = (cleaned.get("sheets") or 0) * (cleaned.get("sheet_price") or 0)
        if copies + (cleaned.get("sending_cost") or 0) and not cleaned.get("payment"):
            self.add_error("payment", _("Say how it is paid: cash, account or e-money, with a receipt."))
        return cleaned

    def _mind_the_determination(self, cleaned: dict[str, Any]) -> None:
        ground, exclusion = cleaned.get("ground", ""), cleaned.get("exclusion")
        try:
            require_grounded(result=cleaned.get("result", ""), ground=ground, exclusion=exclusion, body=self.body)
        except Refused as refused:
            self.add_error("exclusion", refused.message)


class PaidForm(SeenForm):
    """A payment; its receipt is written and numbered with it."""

    on = forms.DateField(label=_("Day of payment"), widget=DayInput, initial=timezone.localdate)


class NoticeAgainForm(Dressed, forms.Form):
    """Where a mail is sent again."""

    email = forms.EmailField(
        label=_("Mail address of the requester"),
        help_text=_("Correct it only as the requester told you; it is kept with the case."),
    )


class NoticeBouncedForm(Dressed, forms.Form):
    """Why a mail came back."""

    reason = forms.CharField(label=_("What the mail that came back says"), max_length=300)


class OnForm(SeenForm):
    """A single day."""

    on = forms.DateField(label=_("Day"), widget=DayInput, initial=timezone.localdate)


class AssignForm(SeenForm):
    """Which units bring what, until when."""

    units = forms.ModelMultipleChoiceField(
        Unit.objects.none(), label=_("Units"), widget=TickList(sought=_("Search a unit"))
    )
    asks = forms.CharField(
        label=_("What they are asked for"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("The units read this and the information asked for; they never see who asks."),
    )
    due = forms.DateField(label=_("To the PPID by"), widget=DayInput)

    def __init__(self, *args: Any, units: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["units"].queryset = units  # type: ignore[attr-defined]


class CaseNoteForm(Dressed, forms.Form):
    """An internal note."""

    text = forms.CharField(
        label=_("Note"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Read by the service alone. No identity numbers here."),
    )


class BringForm(Dressed, forms.Form):
    """What a unit brings."""

    held = forms.ChoiceField(
        label=_("Does the unit hold it?"),
        choices=[("yes", _("Yes, here it is")), ("no", _("No, the unit does not hold it"))],
        widget=forms.RadioSelect(attrs={"class": "tick"}),
        initial="yes",
    )
    reply = forms.CharField(label=_("Answer to the PPID"), max_length=5000, widget=forms.Textarea(attrs={"rows": 5}))
    attached = SeveralFiles(
        label=_("Files"),
        required=False,
        widget=SeveralInput(attrs={"multiple": True}),
        help_text=_("PDF, Office, text or picture, at most 20 MB each."),
    )


class CaseFileForm(Dressed, forms.Form):
    """A file of a case."""

    purpose = forms.ChoiceField(
        label=_("What it is"),
        choices=[one for one in CaseFile.Purpose.choices if one[0] != CaseFile.Purpose.MATERIAL],
        initial=CaseFile.Purpose.HANDED,
    )
    file = forms.FileField(label=_("File"), help_text=_("PDF, Office, text or picture, at most 20 MB."))


class ServiceForm(Dressed, ServiceModelForm):
    """Settings of the information service."""

    class Meta:
        model = ServiceDesk
        fields = [
            "request_pattern", "objection_pattern", "letter_pattern", "receipt_pattern", "sheet_price", "payment",
            "place", "contact",
        ]  # fmt: skip
        labels = {
            "request_pattern": _("Number of a request"),
            "objection_pattern": _("Number of an objection"),
            "letter_pattern": _("Number of a letter"),
            "receipt_pattern": _("Number of a receipt"),
            "sheet_price": _("Price of a sheet (Rp)"),
            "payment": _("How it is paid"),
            "place": _("Service room and hours"),
            "contact": _("Public contact"),
        }
        help_texts = {
            "request_pattern": _("Use {nomor} and {tahun}; {bulan} is the month in Roman figures."),
            "letter_pattern": _("{jenis} is the kind of the letter."),
            "sheet_price": _("Rupiah for one copied sheet."),
            "payment": _("How copies and sending are paid for."),
            "place": _("Service room and hours, as the public reads them."),
            "contact": _("Telephone and mail that the public may use."),
        }
        widgets = {"place": forms.Textarea(attrs={"rows": 3})}
