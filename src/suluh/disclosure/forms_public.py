"""What citizens fill in: a request, the code of a case, the satisfaction question."""

from __future__ import annotations

import re
from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.core import signing
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from suluh.disclosure.models import Applicant, InformationRequest
from suluh.disclosure.services.proofs import PROOF_BYTES, proof_look
from suluh.disclosure.services.requests_intake import ApplicantDraft, RequestDraft
from suluh.kernel.lexicon.identity import could_be_nik
from suluh.kernel.uploads import UploadRefused
from suluh.organization.forms import Dressed

SALT = "suluh.disclosure.form"
QUICKEST = 3
"""Seconds in which no person fills in a form."""
LASTS = 2 * 24 * 3600
MOST_IDENTITY_FILES = 5
NIK = re.compile(r"\d{16}")
Kind = Applicant.Kind


def new_token() -> str:
    """A token for one form: a random name with the time it was handed out, signed."""
    return signing.TimestampSigner(salt=SALT).sign(str(uuid4()))


def token_name(token: str) -> UUID | None:
    """The name in a token that this installation handed out at most two days ago."""
    try:
        return UUID(signing.TimestampSigner(salt=SALT).unsign(token, max_age=LASTS))
    except (signing.BadSignature, ValueError):
        return None


def too_quick(token: str) -> bool:
    """True when the form came back faster than a person types."""
    try:
        signing.TimestampSigner(salt=SALT).unsign(token, max_age=QUICKEST)
    except signing.BadSignature:
        return False
    return True


def nik_fault(number: str) -> str:
    """Why a population number cannot be one; "" where it can. Its day of birth is counted from 41 for women."""
    if not NIK.fullmatch(number):
        return str(_("A population number (NIK) has 16 figures, as on the identity card."))
    if not could_be_nik(number):
        return str(_("This is no valid NIK. Compare it with the identity card, figure by figure."))
    return ""


class SeveralFiles(forms.FileField):
    """Any number of files under one field."""

    widget = forms.FileInput

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        """Each file by itself; the sizes are looked at before anything is read."""
        given = data if isinstance(data, (list, tuple)) else [data] if data else []
        return [super(SeveralFiles, self).clean(one, initial) for one in given]


class SeveralInput(forms.FileInput):
    """A field for several files."""

    allow_multiple_selected = True


class AskForm(Dressed, forms.Form):
    """Who asks, as the regulation wants to know it (Perki 1/2021 art. 27, 30), and what for."""

    details = forms.CharField(
        label=_("Which information do you need?"),
        max_length=5000,
        min_length=10,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Say what, which period and which place. One request may name several pieces."),
    )
    purpose = forms.CharField(
        label=_("What will you use it for?"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("For example research, a report, or to know your rights. A short sentence is enough."),
    )
    kind = forms.ChoiceField(
        label=_("Who is asking?"),
        choices=Kind.choices,
        widget=forms.RadioSelect(attrs={"class": "tick"}),
        initial=Kind.PERSON,
    )
    name = forms.CharField(
        label=_("Full name"), max_length=160, help_text=_("As on the identity card. For a legal body: who acts for it.")
    )
    represents = forms.CharField(
        label=_("On behalf of"),
        max_length=300,
        required=False,
        help_text=_("Only for a legal body, a group or a proxy: its name, or the names of those you speak for."),
    )
    identity = forms.CharField(
        label=_("NIK, or number of the decree of the legal body"),
        max_length=80,
        help_text=_("It is kept sealed, is never shown in public and is used only to register this request."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "inputmode": "text"}),
    )
    address = forms.CharField(
        label=_("Address"), max_length=600, widget=forms.Textarea(attrs={"rows": 2, "autocomplete": "street-address"})
    )
    email = forms.EmailField(
        label=_("Mail"), required=False, widget=forms.EmailInput(attrs={"autocomplete": "email", "inputmode": "email"})
    )
    phone = forms.CharField(
        label=_("Telephone"),
        max_length=40,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "tel", "inputmode": "tel"}),
        help_text=_("Mail or telephone: one of them is needed."),
    )
    occupation = forms.CharField(label=_("Occupation"), max_length=120, required=False)
    ways = forms.MultipleChoiceField(
        label=_("How do you want to get it?"),
        choices=[
            ("wants_view", _("See, read, listen or take notes")),
            ("wants_softcopy", _("Copy as a digital file")),
            ("wants_hardcopy", _("Copy on paper")),
        ],
        widget=forms.CheckboxSelectMultiple,
        initial=["wants_softcopy"],
    )
    delivery = forms.ChoiceField(
        label=_("How shall it reach you?"),
        choices=InformationRequest.Delivery.choices,
        initial=InformationRequest.Delivery.MAIL,
    )

    def clean(self) -> dict[str, Any]:
        """What belongs together: the identity with its kind, a way to be reached, an address for the way of sending."""
        cleaned = super().clean() or {}
        kind = cleaned.get("kind")
        if kind and kind != Kind.BODY and (number := cleaned.get("identity")):
            cleaned["identity"] = re.sub(r"[\s.\-]", "", number)
            if fault := nik_fault(cleaned["identity"]):
                self.add_error("identity", fault)
        if kind and kind != Kind.PERSON and not cleaned.get("represents"):
            self.add_error("represents", _("Name the legal body, the group or the person you speak for."))
        if "email" in cleaned and not (cleaned["email"] or cleaned.get("phone")):
            self.add_error("phone", _("Give a telephone number or a mail address, so that the answer reaches you."))
        if cleaned.get("delivery") == InformationRequest.Delivery.MAIL and "email" in cleaned and not cleaned["email"]:
            self.add_error("email", _("Give the mail address to send it to, or choose another way."))
        return cleaned

    def applicant(self) -> ApplicantDraft:
        """Who asks, as filled in."""
        return ApplicantDraft(**{name: self.cleaned_data[name] for name in ApplicantDraft.__slots__})

    def asks(self) -> RequestDraft:
        """What is asked for, as filled in."""
        given = self.cleaned_data
        ways = {way: way in given["ways"] for way in ("wants_view", "wants_softcopy", "wants_hardcopy")}
        return RequestDraft(details=given["details"], purpose=given["purpose"], delivery=given["delivery"], **ways)


class PapersForm(Dressed, forms.Form):
    """A field for proofs of identity, looked at before anything is kept."""

    papers = SeveralFiles(
        label=_("Proof of identity"),
        required=False,
        widget=SeveralInput(attrs={"multiple": True, "accept": "application/pdf,image/jpeg,image/png"}),
        help_text=_(
            "A photo of the identity card; for a legal body its deed, for a group or a proxy the power of attorney. "
            "It may follow later. PDF, JPEG or PNG, at most 5 MB each."
        ),
    )

    def clean_papers(self) -> list[tuple[str, bytes]]:
        """Proofs with their bytes; what may not be kept is refused before a number is given."""
        given = self.cleaned_data["papers"]
        if len(given) > MOST_IDENTITY_FILES:
            raise forms.ValidationError(_("At most five files. Put several pages into one PDF."))
        found = []
        for file in given:
            content = file.read(PROOF_BYTES + 1)
            try:
                proof_look(content, file.name)
            except UploadRefused as refused:
                raise forms.ValidationError(str(refused)) from None
            found.append((file.name, content))
        return found


class PublicAskForm(PapersForm, AskForm):
    """The public form: guarded by a hidden field, a signed token and the time it took."""

    situs = forms.CharField(required=False, widget=forms.TextInput(attrs={"tabindex": "-1", "autocomplete": "off"}))
    token = forms.CharField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("token", new_token())
        if self.is_bound and token_name(str(self.data.get("token", ""))) is None:
            # An outdated token is replaced, so that sending once more works with everything that was typed.
            fresh = QueryDict(mutable=True)
            fresh.update(self.data)
            fresh["token"] = new_token()
            self.data = fresh
            self.outdated = True
        else:
            self.outdated = False

    def clean(self) -> dict[str, Any]:
        """Refuse what a machine sent, in words that help the person who was taken for one."""
        cleaned = super().clean()
        if cleaned.get("situs"):
            self.add_error(None, _("One field has to stay empty. Reload the page and fill the form in by hand."))
        if self.outdated:
            self.add_error(None, _("The form was open for too long. Nothing was lost: send it once more."))
        elif too_quick(str(cleaned.get("token", ""))):
            self.add_error(None, _("That was very fast. Look it over once and send it again."))
        return cleaned

    @property
    def form_token(self) -> UUID:
        """The name of this form; one form is one request."""
        found = token_name(str(self.cleaned_data["token"]))
        assert found is not None  # a form with another token is not valid
        return found


class MendingForm(PapersForm):
    """What the requester sends after the letter that something is missing."""

    words = forms.CharField(
        label=_("What do you add?"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Answer the points of the letter, one after the other. The office alone reads it."),
    )
    field_order = ("words", "papers")

    def clean(self) -> dict[str, Any]:
        """Words, papers, or both."""
        cleaned = super().clean() or {}
        if not self.errors and not (cleaned["words"].strip() or cleaned["papers"]):
            self.add_error("words", _("Write what you add, or choose a file."))
        return cleaned


class CodeForm(Dressed, forms.Form):
    """The code of a case."""

    kode = forms.CharField(
        label=_("Code of your request"), max_length=40, widget=forms.TextInput(attrs={"autocomplete": "off"})
    )


class RatingForm(Dressed, forms.Form):
    """The satisfaction question."""

    rating = forms.ChoiceField(
        label=_("How satisfied are you with the service?"),
        choices=[("5", _("Very satisfied")), ("4", _("Satisfied")), ("3", _("Fair")), ("2", _("Dissatisfied")),
                 ("1", _("Very dissatisfied"))],
        widget=forms.RadioSelect(attrs={"class": "tick"}),
    )  # fmt: skip
    words = forms.CharField(
        label=_("What should we do better?"), max_length=1000, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
