"""What is filled in about items that units carry on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from suluh.channels.models import Delivery
from suluh.organization.forms import Dressed
from suluh.organization.models import Unit

if TYPE_CHECKING:
    UnitChoices = forms.ModelMultipleChoiceField[Unit]
    DeliveryChoice = forms.ModelChoiceField[Delivery]
else:
    UnitChoices, DeliveryChoice = forms.ModelMultipleChoiceField, forms.ModelChoiceField


class LiveField(DeliveryChoice):
    """Live items by where they stand."""

    def label_from_instance(self, obj: Delivery) -> str:
        """The channel and the address."""
        return f"{obj.channel.label} · {obj.url}"


class RepostForm(Dressed, forms.Form):
    """Which item, which units, with which words."""

    delivery = LiveField(Delivery.objects.none(), label=_("What is carried on"))
    units = UnitChoices(Unit.objects.none(), label=_("Units"), widget=forms.CheckboxSelectMultiple)
    caption = forms.CharField(
        label=_("Words that units may take over"), max_length=5000, widget=forms.Textarea(attrs={"rows": 6})
    )

    def __init__(self, *args: Any, live: list[Delivery], units: list[Unit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = Delivery.objects.filter(pk__in=[one.pk for one in live]).select_related("channel__account")
        self.fields["delivery"].queryset = rows  # type: ignore[attr-defined]
        self.fields["units"].queryset = Unit.objects.filter(pk__in=[unit.pk for unit in units])  # type: ignore[attr-defined]
        if live:
            self.initial.setdefault("delivery", live[0].pk)


class CarriedForm(Dressed, forms.Form):
    """Where the unit carried it on."""

    url = forms.URLField(
        label=_("Address of your post"),
        max_length=500,
        assume_scheme="https",
        help_text=_("Open the post on your own account or site and copy its address."),
    )


class ExcuseForm(Dressed, forms.Form):
    """Why a unit need not."""

    reason = forms.CharField(label=_("Why need the unit not carry it on?"), max_length=300)
