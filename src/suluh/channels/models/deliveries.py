"""One approved, frozen content on its way to one channel, and every try of it."""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from suluh.organization.models import Person, Unit

from .channels import Channel


def new_key() -> str:
    """The key by which a platform knows a delivery again."""
    return uuid.uuid4().hex


class Delivery(models.Model):
    """A content for a channel. `waiting → sending → live | failed | unclear`; a person posts what is `by_hand`.

    One that reposts `carries` the delivery whose post it carries on, and goes the same way as one that publishes.
    One that corrects or withdraws `amends` the delivery that published. It ends `live` when the channel shows its
    words, `gone` when the post is down; a published one becomes `gone` too when its post was taken down.

    `sending` is stored, with the key, before the network is touched, so that whoever finds the row knows that the
    platform may have been reached.
    """

    class Deed(models.TextChoices):
        """What is done on the channel."""

        PUBLISH = "publish", _("Publication")
        CORRECT = "correct", _("Correction")
        WITHDRAW = "withdraw", _("Withdrawal")
        REPOST = "repost", _("Repost")

    class State(models.TextChoices):
        """Where the delivery stands."""

        WAITING = "waiting", _("Waiting for its time")
        SENDING = "sending", _("On its way")
        LIVE = "live", _("Live")
        FAILED = "failed", _("Not published")
        UNCLEAR = "unclear", _("Unclear whether it is live")
        BY_HAND = "by_hand", _("To be posted by a person")
        DROPPED = "dropped", _("Called off")
        GONE = "gone", _("Taken down")

    MAKING = (Deed.PUBLISH, Deed.REPOST)
    """Deeds after which something new is live."""
    OPEN = (State.WAITING, State.SENDING)
    """States in which Suluh has something to do."""
    ASKS = (State.UNCLEAR, State.BY_HAND)
    """States in which a person has something to do."""

    channel = models.ForeignKey(Channel, on_delete=models.PROTECT, related_name="deliveries")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="deliveries", help_text="Who says it.")
    source = models.CharField(max_length=80, help_text='The approved content, as "kind:id:revision".')
    deed = models.CharField(max_length=8, choices=Deed.choices, default=Deed.PUBLISH)
    amends = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="amendments", help_text="What it changes."
    )
    carries = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="reposts", help_text="What it carries on."
    )
    content = models.JSONField(help_text="Title, text, link and media as approved.")
    digest = models.CharField(max_length=64, help_text="SHA-256 of the content.")
    key = models.CharField(max_length=32, unique=True, default=new_key, editable=False)
    urgent = models.BooleanField(default=False)
    due_at = models.DateTimeField()
    state = models.CharField(max_length=8, choices=State.choices, default=State.WAITING)
    next_at = models.DateTimeField(help_text="When there is something to do again.")
    begun_at = models.DateTimeField(null=True, blank=True, help_text="First try.")
    sent_at = models.DateTimeField(null=True, blank=True, help_text="Last try.")
    lease = models.CharField(max_length=32, blank=True, help_text="Who works on it.")
    lease_until = models.DateTimeField(null=True, blank=True)
    tries = models.PositiveSmallIntegerField(default=0)
    looks = models.PositiveSmallIntegerField(default=0, help_text="Looks since the last try.")
    notes = models.JSONField(default=dict, help_text="What the platform said on the way, such as the id of a draft.")
    remote = models.CharField(max_length=300, blank=True)
    url = models.URLField(max_length=500, blank=True)
    reason = models.CharField(max_length=400, blank=True)
    planned_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    settled_by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    settled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-due_at", "-id"]
        indexes = [
            models.Index(fields=["next_at"], name="delivery_open", condition=Q(state__in=["waiting", "sending"])),
            models.Index(
                fields=["channel", "-urgent", "due_at", "id"],
                name="delivery_queue",
                condition=Q(state__in=["waiting", "sending"]),
            ),
            models.Index(fields=["unit", "-due_at", "-id"], name="delivery_of_unit"),
            models.Index(fields=["source"], name="delivery_source"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["channel", "source"], name="delivery_is_planned_once"),
            models.CheckConstraint(
                condition=~Q(state="sending") | Q(begun_at__isnull=False), name="delivery_sending_has_begun"
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["live", "failed", "dropped", "gone"]) | Q(settled_at__isnull=False),
                name="delivery_settled_has_a_time",
            ),
            models.CheckConstraint(
                condition=Q(deed__in=["publish", "repost"], amends__isnull=True)
                | Q(deed__in=["correct", "withdraw"], amends__isnull=False),
                name="delivery_amends_what_was_published",
            ),
            models.CheckConstraint(
                condition=Q(deed="repost", carries__isnull=False) | (~Q(deed="repost") & Q(carries__isnull=True)),
                name="delivery_reposts_what_it_carries",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.source} → {self.channel_id}"

    @property
    def makes(self) -> bool:
        """True where something new is to be live; a change of what is live is none."""
        return self.deed in self.MAKING

    @property
    def published(self) -> Delivery:
        """The delivery that made the post: itself, or the one that it amends."""
        return self.amends or self


class Attempt(models.Model):
    """One try or look and what came of it. Written afterwards; a missing one is a process that died."""

    class Kind(models.TextChoices):
        """What was done."""

        SEND = "send", _("Sent")
        LOOK = "look", _("Looked")

    delivery = models.ForeignKey(Delivery, on_delete=models.CASCADE, related_name="attempts")
    kind = models.CharField(max_length=4, choices=Kind.choices)
    at = models.DateTimeField()
    seconds = models.FloatField()
    outcome = models.CharField(max_length=10)
    reason = models.CharField(max_length=400, blank=True)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.delivery_id} {self.kind} {self.outcome}"
