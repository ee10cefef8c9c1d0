"""What officers fill in about channels and deliveries."""

from __future__ import annotations

from datetime import datetime, time
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from suluh.channels.frozen import Content
from suluh.channels.models import Channel, Delivery
from suluh.channels.public_media import path_of
from suluh.channels.questions import steps
from suluh.organization.forms import Dressed
from suluh.platforms.access import Renews
from suluh.platforms.consent import GIVEN, Registers
from suluh.platforms.platform import Platform

PREFIX = "need_"


class ConnectForm(Dressed, forms.Form):
    """The address of the service and what the platform needs; kept tokens are never shown again."""

    address = forms.URLField(label=_("Address of the service"), required=False, assume_scheme="https")

    ends_on = forms.DateField(
        label=_("The token ends on"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
        help_text=_("If the service gives one a term. Suluh reminds from 14 days before."),
    )

    def __init__(self, *args: Any, platform: Platform, known: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["address"].required = bool(platform.needs)
        if not platform.needs or isinstance(platform, Renews):
            del self.fields["ends_on"]
        for need in platform.needs:
            hint = f"{need.hint} {_('Leave it empty to keep what is on record.')}" if known else need.hint
            widget = forms.PasswordInput(attrs={"autocomplete": "off"}) if need.secret else forms.TextInput()
            self.fields[PREFIX + need.name] = forms.CharField(
                label=need.label, help_text=hint, widget=widget, required=not known, max_length=2000
            )
        self.dress()

    @property
    def ends_at(self) -> datetime | None:
        """The beginning of the day on which the token ends, in the government's zone."""
        day = self.cleaned_data.get("ends_on")
        return timezone.make_aware(datetime.combine(day, time.min)) if day else None

    @property
    def secrets(self) -> dict[str, str]:
        """Particulars by name."""
        return {
            name.removeprefix(PREFIX): value for name, value in self.cleaned_data.items() if name.startswith(PREFIX)
        }


class ConsentForm(Dressed, forms.Form):
    """What has to be known before the platform is asked: which service, where there are many, and little else."""

    def __init__(self, *args: Any, platform: Platform, channel: Channel | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if isinstance(platform, Registers):
            self.fields["address"] = forms.URLField(
                label=_("Address of the service"),
                assume_scheme="https",
                initial=channel.address if channel else "",
                help_text=_("The server on which the account lives, for example https://mastodon.example."),
            )
        for need in platform.needs:
            if need.name not in GIVEN:
                self.fields[PREFIX + need.name] = forms.CharField(
                    label=need.label, help_text=need.hint, required=channel is None, max_length=200
                )
        self.dress()

    @property
    def address(self) -> str:
        """Where the service is, as typed."""
        return str(self.cleaned_data.get("address", ""))

    @property
    def typed(self) -> dict[str, str]:
        """Particulars by name."""
        return {
            name.removeprefix(PREFIX): value for name, value in self.cleaned_data.items() if name.startswith(PREFIX)
        }


class ProofForm(Dressed, forms.Form):
    """Where the post stands."""

    url = forms.URLField(
        label=_("Address of the post"),
        required=False,
        assume_scheme="https",
        help_text=_("Open the post and copy its address; it is the proof."),
    )

    def __init__(self, *args: Any, delivery: Delivery, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.steps = steps(delivery)
        withdraws = delivery.deed == Delivery.Deed.WITHDRAW
        self.card = "" if withdraws or not self.steps else delivery.content["text"]
        """What a person copies, where a person posts."""
        self.shown = [(path_of(one), one) for one in Content.from_json(delivery.content).media] if self.card else []
        """What a person takes along: the address here, and what it shows."""
        self.post_url = delivery.published.url if delivery.amends_id else ""
        """Where the post stands that is to be changed."""
        self.delivery, self.unclear = delivery, delivery.state == Delivery.State.UNCLEAR
        """Nobody knows whether it is done: the other answer stands beside the one of this form."""
        if withdraws:
            del self.fields["url"]

    @property
    def proof(self) -> str:
        """The address that was given, if any."""
        return str(self.cleaned_data.get("url", ""))
