"""What people fill in on the pages of the register."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from suluh.kernel.pictures import PictureFault

from .models import Account, Government, Membership, Person, Role, Unit
from .selectors import units_visible_to
from .services.government import CREST_BYTES, colour_fault, picture_words

HOUSE_COLOUR = "#0b5a63"
"""The colour of the tokens, which holds while a government has set none."""
SHEET_BYTES = 20 * 1024 * 1024

if TYPE_CHECKING:
    GovernmentModelForm = forms.ModelForm[Government]
    UnitModelForm = forms.ModelForm[Unit]
    AccountModelForm = forms.ModelForm[Account]
    PersonModelForm = forms.ModelForm[Person]
    MembershipModelForm = forms.ModelForm[Membership]
else:
    GovernmentModelForm = UnitModelForm = AccountModelForm = PersonModelForm = MembershipModelForm = forms.ModelForm


class DayInput(forms.DateInput):
    """A day picker of the browser."""

    input_type = "date"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%Y-%m-%d")


class TickList(forms.CheckboxSelectMultiple):
    """Many choices in a box that scrolls, with a search above it where scripts run; ticked ones stay in sight."""

    template_name = "organization/parts/tick_list.html"

    def __init__(self, *args: Any, sought: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.sought = sought

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """With the words of the search field."""
        return {**super().get_context(name, value, attrs), "sought": self.sought}


class Dressed:
    """Gives every control the class of its look and ties hints and errors to it."""

    fields: dict[str, forms.Field]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.dress()

    def dress(self) -> None:
        """Dress every control; called again by a form that adds controls afterwards."""
        for name, field in self.fields.items():
            if isinstance(field.widget, (forms.CheckboxInput, forms.CheckboxSelectMultiple, forms.RadioSelect)):
                field.widget.attrs.setdefault("class", "tick")
            else:
                field.widget.attrs.setdefault("class", "input")
            if field.help_text:
                field.widget.attrs.setdefault("aria-describedby", f"id_{name}_hint")


class GovernmentForm(Dressed, GovernmentModelForm):
    """Names, clock, colour, crest and letterhead of the government."""

    picture = forms.FileField(
        label=_("Crest"),
        required=False,
        help_text=_("PNG, JPEG or WebP, at most 2 MB; a PNG without background looks best."),
        widget=forms.ClearableFileInput(attrs={"accept": "image/png,image/jpeg,image/webp"}),
    )
    contact_url = forms.URLField(
        label=_("Page about the watch"),
        required=False,
        assume_scheme="https",
        help_text=_("Named to every site that is visited, so that its keeper knows who asks."),
    )
    no_crest = forms.BooleanField(label=_("Remove the crest"), required=False)

    class Meta:
        model = Government
        fields = ["name", "kind", "province", "zone", "primary_color", "office", "address", "contact", "contact_url"]
        labels = {
            "name": _("Name"),
            "kind": _("Kind"),
            "province": _("Province"),
            "zone": _("Time zone"),
            "primary_color": _("Colour"),
            "office": _("Office named on papers"),
            "address": _("Address"),
            "contact": _("Contact"),
        }
        help_texts = {
            "name": _("As it stands on letters, for example Pemerintah Kabupaten Arunika."),
            "primary_color": _("For buttons and links. It must be dark enough to be read."),
            "office": _("For example Dinas Komunikasi dan Informatika."),
            "address": _("As on the letterhead; each line becomes a line there."),
            "contact": _("Telephone, mail and site, on one line."),
        }
        widgets = {
            "primary_color": forms.TextInput(attrs={"type": "color"}),
            "address": forms.Textarea(attrs={"rows": 3}),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.instance.primary_color:
            self.initial["primary_color"] = HOUSE_COLOUR
        if not self.instance.crest:
            del self.fields["no_crest"]

    def clean_primary_color(self) -> str:
        """Nothing for the house's own colour; a colour that cannot be read is refused with one that can."""
        colour = str(self.cleaned_data["primary_color"]).lower()
        if fault := colour_fault(colour):
            raise forms.ValidationError(fault)
        return "" if colour == HOUSE_COLOUR else colour

    def clean_picture(self) -> Any:
        """Refuse what is too large before it is read."""
        picture = self.cleaned_data["picture"]
        if picture and picture.size > CREST_BYTES:
            raise forms.ValidationError(picture_words(PictureFault.TOO_HEAVY))
        return picture or None

    def clean(self) -> dict[str, Any]:
        """Without a crest there is none to remove."""
        return {"no_crest": False, **(super().clean() or {})}


class UnitForm(Dressed, UnitModelForm):
    """Names and kind of a unit."""

    class Meta:
        model = Unit
        fields = ["name", "short_name", "code", "kind"]
        labels = {"name": _("Name"), "short_name": _("Short name"), "code": _("Code"), "kind": _("Kind")}
        help_texts = {
            "short_name": _("As people say it, for example Dinkes."),
            "code": _("The government's own code; sheets find the unit by it."),
            "kind": _("Units are compared within one kind only."),
        }


class UnitAddForm(UnitForm):
    """A new unit with its place in the tree."""

    parent = forms.ModelChoiceField(Unit.objects.none(), label=_("Superior unit"))
    url = forms.CharField(
        label=_("Site address"), required=False, max_length=300, help_text=_("For example https://dinkes.example")
    )

    def __init__(self, *args: Any, person: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["parent"].queryset = units_visible_to(person)  # type: ignore[attr-defined]


class ContactForm(Dressed, UnitModelForm):
    """Where a unit is reached."""

    class Meta:
        model = Unit
        fields = ["contact_mail", "contact_phone"]
        labels = {"contact_mail": _("Mail"), "contact_phone": _("Telephone")}
        help_texts = {"contact_phone": _("For WhatsApp; never shown in public.")}


class MoveForm(Dressed, forms.Form):
    """A new place in the tree."""

    parent = forms.ModelChoiceField(Unit.objects.none(), label=_("New superior unit"))

    def __init__(self, *args: Any, person: Any, unit: Unit, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = units_visible_to(person).exclude(path__startswith=unit.path)
        self.fields["parent"].queryset = choices  # type: ignore[attr-defined]


class DayForm(Dressed, forms.Form):
    """A single day, today unless told otherwise."""

    day = forms.DateField(label=_("As of"), widget=DayInput, initial=timezone.localdate)


class ConfirmForm(forms.Form):
    """Nothing to fill in: the deed is asked for once more."""


class SiteForm(Dressed, forms.Form):
    """The address of a website."""

    url = forms.CharField(label=_("Site address"), max_length=300, help_text=_("For example https://dinkes.example"))


class SiteAddForm(SiteForm):
    """A website and its rank."""

    main = forms.BooleanField(label=_("Main site of the unit"), required=False, initial=True)


class AccountForm(Dressed, AccountModelForm):
    """Particulars of an official account; never a password."""

    url = forms.URLField(label=_("Address"), required=False, assume_scheme="https")

    class Meta:
        model = Account
        fields = ["url", "official_mail", "recovery_mail"]
        labels = {"official_mail": _("Owner mail"), "recovery_mail": _("Recovery mail")}
        help_texts = {
            "official_mail": _("An address of the office, not of a person."),
            "recovery_mail": _("An address of the office that a successor can open."),
        }


class AccountAddForm(AccountForm):
    """A new official account."""

    class Meta(AccountForm.Meta):
        fields = ["platform", "handle", *AccountForm.Meta.fields]
        labels = {**AccountForm.Meta.labels, "platform": _("Platform"), "handle": _("Account name")}


class HandOverForm(Dressed, forms.Form):
    """Who takes an account over, by which decree, and what was checked."""

    to = forms.ModelMultipleChoiceField(
        Person.objects.none(),
        label=_("Taken over by"),
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Two people are better: a custodian and a deputy."),
    )
    day = forms.DateField(label=_("Day of hand-over"), widget=DayInput, initial=timezone.localdate)
    decree = forms.CharField(label=_("Decree"), max_length=120, required=False)
    mail_moved = forms.BooleanField(label=_("Owner and recovery mail are those of the office"), required=False)
    access_ended = forms.BooleanField(label=_("Former holders can no longer sign in"), required=False)
    second_factor = forms.BooleanField(label=_("A second factor of the office is set"), required=False)

    def __init__(self, *args: Any, people: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["to"].queryset = people  # type: ignore[attr-defined]


class LeavingForm(HandOverForm):
    """Everything that a person held, and who takes it over."""

    accounts = forms.ModelMultipleChoiceField(
        Account.objects.none(), label=_("Accounts"), widget=forms.CheckboxSelectMultiple
    )
    field_order = ["accounts"]

    def __init__(self, *args: Any, accounts: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["accounts"].queryset = accounts  # type: ignore[attr-defined]
        self.initial["accounts"] = accounts


class PersonForm(Dressed, PersonModelForm):
    """A person who may sign in."""

    class Meta:
        model = Person
        fields = ["name", "email", "phone"]
        labels = {"name": _("Name"), "email": _("Mail"), "phone": _("Telephone")}


class ProfileForm(Dressed, PersonModelForm):
    """What people set for themselves."""

    work_mail = forms.ChoiceField(
        label=_("Mails about stories, comments and reposts that wait for me"),
        choices=Person.WorkMail.choices,
        required=False,
    )

    class Meta:
        model = Person
        fields = ["name", "phone", "work_mail", "wants_digest"]
        labels = {
            "name": _("Name"),
            "phone": _("Telephone"),
            "wants_digest": _("Send me the weekly digest"),
        }

    def clean_work_mail(self) -> str:
        """What was not asked stays as it is."""
        return str(self.cleaned_data["work_mail"] or self.instance.work_mail)


class MembershipForm(Dressed, MembershipModelForm):
    """An appointment to a role."""

    role = forms.ChoiceField(label=_("Role"), choices=Role.choices)

    class Meta:
        model = Membership
        fields = ["person", "role", "subtree", "decree", "valid_from", "valid_until"]
        labels = {
            "person": _("Person"),
            "subtree": _("Also for every unit below"),
            "decree": _("Decree"),
            "valid_from": _("From"),
            "valid_until": _("Until"),
        }
        widgets = {"valid_from": DayInput, "valid_until": DayInput}

    def __init__(self, *args: Any, roles: list[Role], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["role"].choices = [(role.value, role.label) for role in roles]  # type: ignore[attr-defined]
        self.fields["person"].queryset = Person.objects.filter(is_active=True).order_by("name")  # type: ignore[attr-defined]


class SheetForm(Dressed, forms.Form):
    """A sheet to import."""

    sheet = forms.FileField(
        label=_("Sheet"),
        help_text=_("XLSX or CSV, at most 20 MB: the template of Suluh or a monthly recap."),
        widget=forms.ClearableFileInput(attrs={"accept": ".xlsx,.csv"}),
    )

    def clean_sheet(self) -> Any:
        """Refuse what is too large before it is read."""
        sheet = self.cleaned_data["sheet"]
        if sheet.size > SHEET_BYTES:
            raise forms.ValidationError(_("The file is larger than 20 MB. Remove pictures and unused tabs."))
        return sheet
