"""What officers fill in to tell a story: on a phone with one thumb, and at the desk."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from suluh.newsroom.models import Story
from suluh.newsroom.services.media import MOST_MEDIA, media_entries, story_medium_take
from suluh.newsroom.words import Words
from suluh.organization.errors import NotAllowed, Refused
from suluh.organization.forms import DayInput, Dressed
from suluh.organization.models import Unit
from suluh.organization.rights import Actor

if TYPE_CHECKING:
    Upload = UploadedFile[Any]

TITLE_LENGTH = 80
ACCEPTED = "image/jpeg,image/png,image/webp,video/mp4,video/quicktime,video/webm"


class SeveralInput(forms.ClearableFileInput):
    """A chooser of several files."""

    allow_multiple_selected = True


class SeveralFiles(forms.FileField):
    """Files as a list, empty where none was chosen."""

    widget = SeveralInput

    def clean(self, data: Any, initial: Any = None) -> list[Upload]:
        """Each of them is a file that holds something."""
        return [super(SeveralFiles, self).clean(one, initial) for one in data or ()]


class SubmissionForm(Dressed, forms.Form):
    """A story from a phone: photos, what, where, when, who, and why it matters to citizens.

    Photos that were sent are kept whatever else is wrong, so that nobody chooses them twice. The desk gives the title
    where there is none.
    """

    photos = SeveralFiles(
        label=_("Photos and videos"), required=False, widget=SeveralInput(attrs={"accept": ACCEPTED, "class": "input"})
    )
    kind = forms.ChoiceField(label=_("What is it?"), choices=Story.Kind.choices, initial=Story.Kind.NEWS)
    text = forms.CharField(
        label=_("What happens?"), max_length=10_000, widget=forms.Textarea(attrs={"rows": 3, "enterkeyhint": "next"})
    )
    place = forms.CharField(
        label=_("Where?"), max_length=160, required=False, widget=forms.TextInput(attrs={"list": "tempat"})
    )
    happens_on = forms.DateField(label=_("When?"), required=False, widget=DayInput)
    who = forms.CharField(label=_("Who?"), max_length=300, required=False)
    benefit = forms.CharField(
        label=_("What does it bring to citizens?"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("One sentence."),
    )
    contact = forms.CharField(
        label=_("Contact for citizens"),
        max_length=160,
        required=False,
        help_text=_("Of the office, never of a person."),
    )
    title = forms.CharField(
        label=_("Title"),
        max_length=200,
        required=False,
        help_text=_("At most eight words. Without one, the first sentence stands for it."),
    )
    token = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(
        self, *args: Any, unit: Unit, by: Actor, kept: list[dict[str, Any]] | None = None, **more: Any
    ) -> None:
        super().__init__(*args, **more)
        self.unit, self.by = unit, by
        self.initial.setdefault("token", uuid4())
        self.entries: list[dict[str, Any]] = kept or []
        """Photos and videos in order, each with `alt`, and `fault` where something is to be mended."""

    def clean(self) -> dict[str, Any]:
        """Take in what was sent and tell at each photo what is wrong with it."""
        cleaned = super().clean() or {}
        dropped = self._sent("drop")
        tokens = [token for token in self._sent("medium") if token not in dropped]
        described = [(token, self.data.get(f"alt-{token}", "").strip()[:300]) for token in tokens if _is_token(token)]
        described += [(token, "") for token in self._taken(cleaned.get("photos") or [], MOST_MEDIA - len(described))]
        self.entries = media_entries(unit=self.unit, described=described[:MOST_MEDIA])
        for entry in self.entries:
            if not entry["alt"]:
                entry["fault"] = _("Say in one sentence what it shows, for people who cannot see it.")
        if any("fault" in entry for entry in self.entries):
            self.add_error("photos", _("Say of each photo and video what it shows."))
        return cleaned

    def _sent(self, name: str) -> list[str]:
        """Every value that was sent under a name."""
        return self.data.getlist(name) if isinstance(self.data, QueryDict) else []

    def _taken(self, files: list[Upload], room: int) -> list[str]:
        """Tokens of the uploads that were taken in."""
        tokens = []
        if len(files) > room:
            self.add_error("photos", _("A story shows at most ten photos and videos."))
        for file in files[: max(room, 0)]:
            token = uuid4()
            try:
                story_medium_take(unit=self.unit, token=token, file=file, size=file.size or 0, by=self.by)
            except NotAllowed:
                raise
            except Refused as refused:
                self.add_error("photos", f"{file.name}: {refused.message}")
            else:
                tokens.append(str(token))
        return tokens

    @property
    def words(self) -> Words:
        """The story as a value."""
        told: dict[str, Any] = {
            name: value.strip() if isinstance(value, str) else value for name, value in self.cleaned_data.items()
        }
        return Words(
            **{name: told[name] for name in ("kind", "text", "benefit", "who", "place", "happens_on", "contact")},
            title=told["title"] or first_sentence(told["text"]),
            media=[{name: value for name, value in entry.items() if name != "fault"} for entry in self.entries],
        )

    @property
    def form_token(self) -> UUID:
        """The name of this form; sent ten times it is one story."""
        token: UUID = self.cleaned_data["token"]
        return token


class StoryForm(SubmissionForm):
    """All of a story, as it is edited at the desk or mended by its unit."""

    title = forms.CharField(label=_("Title"), max_length=200, help_text=_("At most eight words, as you would tell it."))
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)
    token = forms.UUIDField(widget=forms.HiddenInput, required=False)
    field_order = ["photos", "title", "text", "benefit", "who", "place", "happens_on", "contact", "kind"]


def first_sentence(text: str) -> str:
    """The first sentence without its full stop, cut between words where it is long."""
    first = re.split(r"(?<=[.!?])\s|\n", text.strip(), maxsplit=1)[0].rstrip(".")
    if len(first) <= TITLE_LENGTH:
        return first
    return f"{first[:TITLE_LENGTH].rsplit(' ', 1)[0].rstrip(',;:')} …"


def _is_token(word: str) -> bool:
    try:
        UUID(word)
    except ValueError:
        return False
    return True
