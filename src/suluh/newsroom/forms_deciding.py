"""What people fill in when they decide on a story."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from suluh.channels.frozen import Content
from suluh.channels.models import Channel
from suluh.newsroom.measured import room_of, shorter, text_breaches
from suluh.newsroom.models import Review
from suluh.newsroom.rules import Tone
from suluh.newsroom.selectors.stories import StoryFile
from suluh.newsroom.words import Words, content_for
from suluh.organization.forms import Dressed
from suluh.organization.models import Person
from suluh.platforms.platform import platforms

if TYPE_CHECKING:
    ChannelChoices = forms.ModelMultipleChoiceField[Channel]
else:
    ChannelChoices = forms.ModelMultipleChoiceField


class ReturnForm(Dressed, forms.Form):
    """Why a story goes back to its unit."""

    note = forms.CharField(label=_("What is to be mended?"), max_length=2000, widget=forms.Textarea(attrs={"rows": 4}))
    seen = forms.IntegerField(widget=forms.HiddenInput)


class PassOverForm(Dressed, forms.Form):
    """Why a story goes past a step that nobody can decide."""

    reason = forms.CharField(
        label=_("Why does it go on without this step?"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Every officer can read it among the overrides."),
    )
    seen = forms.IntegerField(widget=forms.HiddenInput)
    at_step = forms.IntegerField(widget=forms.HiddenInput)


class CommentForm(Dressed, forms.Form):
    """A remark; people who see the story are named by the words below it."""

    text = forms.CharField(label=_("Comment"), max_length=2000, widget=forms.Textarea(attrs={"rows": 4}))

    def __init__(self, *args: Any, people: dict[str, Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        names = ", ".join(f"@{word}" for word in list(people)[:30])
        self.fields["text"].help_text = _("Who should read it? %(names)s") % {"names": names}


class VariantsForm(Dressed, forms.Form):
    """Own words for each platform; an empty field shows what the story makes of itself."""

    seen = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, words: Words, names: list[str], tones: tuple[Tone, ...] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.tones = tones
        self.words, self.names = words, names
        for name in names:
            content = content_for(words, name)
            room = room_of(content, name)
            told = {"used": room.used, "most": room.most, "unit": room.unit} if room else {}
            self.fields[f"text_{name}"] = forms.CharField(
                label=platforms()[name].label,
                help_text=_("%(used)s of %(most)s %(unit)s, as this platform counts.") % told if room else "",
                required=False,
                max_length=10_000,
                initial=content.text,
                widget=forms.Textarea(
                    attrs={"rows": 7, "class": "input", "aria-describedby": f"id_text_{name}_hint"} if room else {}
                ),
            )

    def clean(self) -> dict[str, Any]:
        """What a platform would refuse is told at its field, or cut where a reader would when that was asked for."""
        cleaned = super().clean() or {}
        for name in self.names:
            text = cleaned.get(f"text_{name}", "").replace("\r\n", "\n").strip()
            content = self._content(name, text)
            if "pendekkan" in self.data:
                text = shorter(content, name) if text else ""
            else:
                for breach in text_breaches(content, name):
                    self.add_error(f"text_{name}", breach.message)
            cleaned[f"text_{name}"] = text
        return cleaned

    @property
    def variants(self) -> dict[str, str]:
        """What was written for each platform; what equals the story's own text is no variant."""
        plain = replace(self.words, variants={})
        kept = {name: text for name, text in self.words.variants.items() if name not in self.names}
        for name in self.names:
            text = self.cleaned_data[f"text_{name}"]
            if text and text != content_for(plain, name).text.strip():
                kept[name] = text
        return kept

    def _content(self, name: str, text: str) -> Content:
        return content_for(replace(self.words, variants={name: text} if text else {}), name)


class MomentInput(forms.DateTimeInput):
    """A picker of day and time of the browser."""

    input_type = "datetime-local"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%Y-%m-%dT%H:%M")


class ChannelsField(ChannelChoices):
    """Channels by the name that people know."""

    def label_from_instance(self, obj: Channel) -> str:
        """The platform and the name there."""
        return obj.label


class ApproveForm(Dressed, forms.Form):
    """A voice for a story. The last one says where and when it appears, and why although it breaks the charter."""

    channels = ChannelsField(
        Channel.objects.none(), label=_("Channels"), widget=forms.CheckboxSelectMultiple, required=False
    )
    due_at = forms.DateTimeField(
        label=_("Appears at"), widget=MomentInput, required=False, help_text=_("Empty: at once.")
    )
    overrides = forms.CharField(
        label=_("Why it may appear all the same"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Every officer can read the reason in the log of overrides."),
    )
    seen = forms.IntegerField(widget=forms.HiddenInput)
    at_step = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, file: StoryFile, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.file = file
        self.initial.update(seen=file.story.revision, at_step=file.story.step)
        if not file.is_last:
            del self.fields["channels"], self.fields["due_at"]
        else:
            _offered(self, file)
        if not (file.is_last and file.breaches):
            del self.fields["overrides"]

    def clean_due_at(self) -> Any:
        """Now, where no time was given; a time that has passed is a slip."""
        due = self.cleaned_data["due_at"]
        if due and due < timezone.now():
            raise forms.ValidationError(_("This time has passed. Choose a later one, or leave it empty."))
        return due or timezone.now()


class HurryForm(Dressed, forms.Form):
    """Why a story cannot wait for its steps, and where it appears."""

    reason = forms.CharField(
        label=_("Why can it not wait?"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Somebody else looks at it afterwards and reads this."),
    )
    channels = ChannelsField(
        Channel.objects.none(), label=_("Channels"), widget=forms.CheckboxSelectMultiple, required=False
    )
    seen = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, file: StoryFile, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.file = file
        self.initial["seen"] = file.story.revision
        _offered(self, file)


class ReviewForm(Dressed, forms.Form):
    """What a look afterwards found."""

    verdict = forms.ChoiceField(label=_("What did you find?"), choices=Review.Verdict.choices, widget=forms.RadioSelect)
    note = forms.CharField(label=_("Note"), max_length=1000, required=False, widget=forms.Textarea(attrs={"rows": 3}))

    def clean(self) -> dict[str, Any]:
        """What has to be corrected is said."""
        cleaned = super().clean() or {}
        if cleaned.get("verdict") == Review.Verdict.WRONG and not cleaned.get("note", "").strip():
            self.add_error("note", _("Say what has to be corrected."))
        return cleaned


def _offered(form: forms.Form, file: StoryFile) -> None:
    """Channels of the story's previews; those of its own unit that would take it are ticked."""
    offered = [preview.channel for preview in file.previews]
    field = form.fields["channels"]
    field.queryset = Channel.objects.filter(pk__in=[one.pk for one in offered]).select_related("account")  # type: ignore[attr-defined]
    own = [one for one in file.previews if one.channel.unit_id == file.story.unit_id]
    form.initial["channels"] = [one.channel.pk for one in own if not one.faults]
