"""People and their rights: a person acts only through a membership with a role, a unit and a term."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from .units import Unit


class PersonManager(BaseUserManager["Person"]):
    """Creates people by their mail address."""

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> Person:
        """A person who can sign in; without a password only by a link or a passkey."""
        person = self.model(email=self.normalize_email(email).lower(), **fields)
        person.set_password(password)
        person.save(using=self._db)
        return person


class Person(AbstractBaseUser):
    """Somebody who signs in. Rights come from memberships alone; there is no superuser flag."""

    class WorkMail(models.TextChoices):
        """How often a person is told by mail of work that came to wait."""

        SOON = "soon", _("As soon as something waits")
        DAILY = "daily", _("Once a day, in the morning")
        NONE = "none", _("Never")

    email = models.EmailField(unique=True)
    name = models.CharField(max_length=120)
    phone = models.CharField(max_length=40, blank=True)
    language = models.CharField(max_length=5, default="id")
    is_active = models.BooleanField(default=True)
    password_is_temporary = models.BooleanField(
        default=False, help_text="Somebody else knows it; the person changes it before anything else."
    )
    wants_digest = models.BooleanField(default=True)
    work_mail = models.CharField(max_length=5, choices=WorkMail.choices, default=WorkMail.SOON)
    joined_at = models.DateTimeField(auto_now_add=True)

    objects: ClassVar[PersonManager] = PersonManager()

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    def __str__(self) -> str:
        return self.name


class Role(models.TextChoices):
    """What a membership lets a person do; the predicates in `permissions.py` say it exactly."""

    ADMIN = "admin", _("System administrator")
    COORDINATOR = "coordinator", _("Diskominfo officer")
    LEADER = "leader", _("Head of office")
    SUPERIOR = "superior", _("Superior of the PPID")
    PPID = "ppid", _("PPID officer")
    SERVICE = "service", _("Information service officer")
    UNIT_OFFICER = "unit_officer", _("Unit officer")


class Membership(models.Model):
    """A role in a unit, by decree, for a term; with `subtree` it reaches every unit below."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="memberships")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="memberships")
    role = models.CharField(max_length=16, choices=Role.choices)
    subtree = models.BooleanField(default=False)
    decree = models.CharField(max_length=120, blank=True)
    valid_from = models.DateField()
    valid_until = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_until__isnull=True) | Q(valid_until__gte=F("valid_from")),
                name="membership_ends_after_it_begins",
            ),
            models.UniqueConstraint(
                fields=["person", "unit", "role", "valid_from"], name="membership_is_recorded_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person} · {self.role} · {self.unit}"
