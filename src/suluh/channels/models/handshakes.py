"""A person who went to a platform to say yes, and is expected back."""

from __future__ import annotations

from django.db import models

from suluh.organization.models import Account, Person


class Handshake(models.Model):
    """One way to a platform and back; used once, by the same person, within minutes."""

    mark = models.CharField(max_length=64, unique=True, help_text="SHA-256 of the state that goes along.")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="+")
    address = models.URLField(max_length=300, help_text="Where the service answers.")
    sealed = models.TextField(help_text="The app, the verifier and what was typed, sealed for this row.")
    begun_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"{self.account} {self.begun_at:%Y-%m-%d %H:%M}"

    @property
    def bound(self) -> str:
        """The row's name to the seal."""
        return f"handshake:{self.mark}"
