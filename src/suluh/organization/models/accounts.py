"""Official social accounts and who holds them. No password is ever stored."""

from __future__ import annotations

from uuid import uuid4

from django.db import models

from .units import Unit


class Account(models.Model):
    """An official social account and its custody. No password is ever stored."""

    class Platform(models.TextChoices):
        """Where the account lives."""

        FACEBOOK = "facebook", "Facebook"
        INSTAGRAM = "instagram", "Instagram"
        X = "x", "X"
        YOUTUBE = "youtube", "YouTube"
        TIKTOK = "tiktok", "TikTok"
        TELEGRAM = "telegram", "Telegram"
        WHATSAPP = "whatsapp", "WhatsApp"
        THREADS = "threads", "Threads"
        BLUESKY = "bluesky", "Bluesky"
        MASTODON = "mastodon", "Mastodon"

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="accounts")
    platform = models.CharField(max_length=12, choices=Platform.choices)
    handle = models.CharField(max_length=120)
    url = models.URLField(blank=True)
    official_mail = models.EmailField(blank=True)
    recovery_mail = models.EmailField(blank=True)
    holders = models.ManyToManyField("organization.Person", blank=True, related_name="held_accounts")
    decree = models.CharField(max_length=120, blank=True)
    confirmed_at = models.DateField(null=True, blank=True)
    active = models.BooleanField(default=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["platform", "handle"], name="account_is_registered_once")]

    def __str__(self) -> str:
        return f"{self.platform}/{self.handle}"


class Handover(models.Model):
    """One hand-over of an account from those who held it to those who hold it now."""

    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="handovers")
    given_by = models.CharField(max_length=300, blank=True, help_text="Names as they were; the people may be gone.")
    taken_by = models.ManyToManyField("organization.Person", related_name="handovers_taken")
    decree = models.CharField(max_length=120, blank=True)
    day = models.DateField()
    sitting = models.UUIDField(
        default=uuid4, db_index=True, help_text="Shared by hand-overs recorded together; one record is signed for all."
    )
    mail_moved = models.BooleanField(default=False, help_text="Owner and recovery mail are those of the office.")
    access_ended = models.BooleanField(default=False, help_text="The former holders can no longer sign in.")
    second_factor = models.BooleanField(default=False, help_text="A second factor of the office is set.")
    recorded_by = models.ForeignKey("organization.Person", null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        ordering = ["-day", "-id"]

    def __str__(self) -> str:
        return f"{self.account} {self.day}"
