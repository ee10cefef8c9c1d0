"""Reads on custody: which official accounts a change of people could lose, and who holds what."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any
from uuid import UUID

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext as _

from suluh.organization.models import Account, Handover, Person
from suluh.organization.permissions import may

from .people import running_memberships
from .visible import visible_to

CONFIRMED_FOR = timedelta(days=365)
"""How long a confirmation of holders lasts; our own rule, not law."""
PRIVATE_MAIL = r"@(gmail|googlemail|yahoo|ymail|rocketmail|hotmail|outlook|live|icloud|aol|proton|protonmail)\."
"""Providers whose addresses belong to a person, so that they leave with the person."""


class Gap(StrEnum):
    """What is missing in the custody of an account, gravest first."""

    NOBODY = "nobody"
    ONE = "one"
    UNCONFIRMED = "unconfirmed"
    NO_RECOVERY = "no-recovery"
    PRIVATE_RECOVERY = "private-recovery"


@dataclass(frozen=True, slots=True)
class Custody:
    """An account with what its custody lacks."""

    account: Account
    gaps: tuple[Gap, ...]

    @property
    def sentences(self) -> list[str]:
        """The gaps in words."""
        return [gap_words(gap) for gap in self.gaps]


def gap_words(gap: Gap) -> str:
    """What a gap means, as a sentence."""
    return {
        Gap.NOBODY: _("Nobody in office holds it."),
        Gap.ONE: _("Only one person in office holds it; name a deputy."),
        Gap.UNCONFIRMED: _("Its holders were not confirmed within a year."),
        Gap.NO_RECOVERY: _("No recovery mail is on record."),
        Gap.PRIVATE_RECOVERY: _("The recovery mail belongs to a person; use one of the office."),
    }[gap]


def accounts_in_custody(person: Any) -> QuerySet[Account]:
    """Accounts that the person may see, with `standing`: how many of the holders are in office today."""
    standing = (
        Account.holders.through.objects.filter(
            account_id=OuterRef("pk"),
            person__is_active=True,
            person_id__in=running_memberships().order_by().values("person_id"),
        )
        .order_by()
        .values("account_id")
        .annotate(n=Count("person_id"))
        .values("n")  # type: ignore[misc] # annotated above
    )
    rows = visible_to(person, Account.objects.filter(active=True))
    return rows.annotate(standing=Coalesce(Subquery(standing), 0)).select_related("unit")


def accounts_at_risk(person: Any) -> QuerySet[Account]:
    """Those of them whose custody lacks something."""
    return accounts_in_custody(person).filter(
        Q(standing__lt=2)
        | Q(confirmed_at__isnull=True)
        | Q(confirmed_at__lt=timezone.localdate() - CONFIRMED_FOR)
        | Q(recovery_mail="")
        | Q(recovery_mail__iregex=PRIVATE_MAIL)
    )


def custody_of(account: Account) -> Custody:
    """What the custody of an account read by `accounts_in_custody` lacks."""
    standing: int = account.standing  # type: ignore[attr-defined]
    found = {
        Gap.NOBODY: standing == 0,
        Gap.ONE: standing == 1,
        Gap.UNCONFIRMED: standing > 0 and not _confirmed(account.confirmed_at),
        Gap.NO_RECOVERY: not account.recovery_mail,
        Gap.PRIVATE_RECOVERY: is_private_mail(account.recovery_mail),
    }
    return Custody(account, tuple(gap for gap, holds in found.items() if holds))


def is_private_mail(address: str) -> bool:
    """True for an address at a provider that serves persons."""
    return bool(re.search(PRIVATE_MAIL, address, re.IGNORECASE))


def held_accounts(holder: Person, by: Any) -> QuerySet[Account]:
    """Accounts on record with a person that `by` may hand over, in order of unit."""
    rows = Account.objects.filter(active=True, holders=holder).select_related("unit")
    allowed = [account.pk for account in rows if may(by, "account.hand-over", account)]
    return rows.filter(pk__in=allowed).order_by("unit__sort_key", "platform", "handle")


def possible_successors(accounts: Iterable[Account], *, but: Person) -> QuerySet[Person]:
    """Who may take all of these accounts over: whoever is appointed in each account's unit or above it."""
    people = Person.objects.filter(is_active=True).exclude(pk=but.pk)
    for path in {account.unit.path for account in accounts}:
        above = [int(part) for part in path.strip("/").split("/") if part]
        people = people.filter(pk__in=running_memberships().order_by().filter(unit__in=above).values("person_id"))
    return people.order_by("name")


def sitting_of(person: Any, key: UUID) -> list[Handover]:
    """Hand-overs recorded together that the person may see."""
    rows = visible_to(person, Handover.objects.filter(sitting=key), road="account__unit")
    return list(rows.select_related("account__unit").prefetch_related("taken_by").order_by("account_id"))


def _confirmed(day: date | None) -> bool:
    return day is not None and day >= timezone.localdate() - CONFIRMED_FOR
