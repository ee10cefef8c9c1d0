"""What officers fill in about stories."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from suluh.newsroom.errors import PictureNotTaken
from suluh.newsroom.models import Story
from suluh.newsroom.services.pictures import picture_keep
from suluh.newsroom.words import Words
from suluh.organization.forms import DayInput, Dressed


class StoryForm(Dressed, forms.Form):
    """A story, made to be filled in with one thumb: what, where, when, and why it matters to citizens."""

    kind = forms.ChoiceField(label=_("What is it?"), choices=Story.Kind.choices)
    title = forms.CharField(label=_("Title"), max_length=200, help_text=_("At most eight words, as you would tell it."))
    text = forms.CharField(
        label=_("Story"),
        max_length=10_000,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_("Begin with what changes for citizens: what, where, when, for whom."),
    )
    picture = forms.FileField(
        label=_("Photo"),
        required=False,
        help_text=_("Place and device are removed from the photo."),
        widget=forms.ClearableFileInput(attrs={"accept": "image/jpeg,image/png,image/webp"}),
    )
    alt = forms.CharField(
        label=_("What does the photo show?"),
        max_length=300,
        required=False,
        help_text=_("One sentence, for people who cannot see it."),
    )
    place = forms.CharField(label=_("Where"), max_length=160, required=False)
    happens_on = forms.DateField(label=_("Day"), required=False, widget=DayInput)
    contact = forms.CharField(
        label=_("Contact for citizens"),
        max_length=160,
        required=False,
        help_text=_("Of the office, never of a person."),
    )
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)
    token = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, kept: dict[str, Any] | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("token", uuid4())
        self.kept = kept or {}

    def clean(self) -> dict[str, Any]:
        """A photo is drawn anew at once, so that a wrong one is told at the form; it is described."""
        cleaned = super().clean() or {}
        upload, alt = cleaned.get("picture"), cleaned.get("alt", "").strip()
        if (upload or self.kept) and not alt:
            self.add_error("alt", _("Say in one sentence what the photo shows."))
        if upload and not self.errors:
            try:
                self.kept = picture_keep(upload.read(), alt=alt)
            except PictureNotTaken as fault:
                self.add_error("picture", fault.message)
        elif self.kept:
            self.kept = {**self.kept, "alt": alt}
        return cleaned

    @property
    def words(self) -> Words:
        """The story as a value."""
        told = self.cleaned_data
        return Words(
            kind=told["kind"],
            title=told["title"].strip(),
            text=told["text"].strip(),
            place=told["place"].strip(),
            happens_on=told["happens_on"],
            contact=told["contact"].strip(),
            picture=self.kept,
        )

    @property
    def form_token(self) -> UUID:
        """The name of this form; sent ten times it is one story."""
        token: UUID = self.cleaned_data["token"]
        return token
