"""Writes on official accounts: registering, handing over, confirming, closing."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date
from typing import Any
from uuid import UUID, uuid4

from django.db import transaction
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext as _

from suluh.organization.errors import AlreadyRecorded, Refused
from suluh.organization.models import Account, Handover, Person, Unit
from suluh.organization.permissions import permit
from suluh.organization.rights import Actor

from .trail import Deed, record, record_many


def account_add(*, unit: Unit, platform: str, handle: str, by: Actor, **fields: Any) -> Account:
    """Register an official account of a unit.

    Raises:
        NotAllowed: `by` neither coordinates the unit nor works for it.
        AlreadyRecorded: the account stands in the register.
    """
    return accounts_add(drafts=[Account(unit=unit, platform=platform, handle=handle, **fields)], by=by)[0]


@transaction.atomic
def accounts_add(*, drafts: Sequence[Account], by: Actor) -> list[Account]:
    """Register many official accounts, given as rows not yet stored, in a handful of statements.

    Raises:
        NotAllowed: `by` neither coordinates one of the units nor works for it.
        AlreadyRecorded: an account stands in the register, or twice among the drafts.
    """
    for account in drafts:
        permit(by, "account.edit", account.unit)
        account.handle = account.handle.strip().lstrip("@")
    _refuse_registered(drafts)
    Account.objects.bulk_create(drafts, batch_size=1000)
    told = [(account, {"platform": account.platform, "handle": account.handle}) for account in drafts]
    deeds = [Deed(f"account:{account.pk}", account.unit, values) for account, values in told]
    record_many("account.added", deeds, by=by)
    return list(drafts)


def _refuse_registered(drafts: Sequence[Account]) -> None:
    handles = {account.handle.lower() for account in drafts}
    alike = Account.objects.annotate(lowered=Lower("handle")).filter(lowered__in=handles).select_related("unit")
    held = {(account.platform, account.handle.lower()): account.unit.name for account in alike}
    for account in drafts:
        key = (account.platform, account.handle.lower())
        if key in held:
            raise AlreadyRecorded(_("This account is registered by %(unit)s.") % {"unit": held[key]})
        held[key] = account.unit.name


@transaction.atomic
def account_change(*, account: Account, by: Actor, **fields: Any) -> Account:
    """Set particulars of an account. Who holds it changes by hand-over only.

    Raises:
        NotAllowed: `by` neither coordinates the unit nor works for it.
    """
    permit(by, "account.edit", account)
    changed = [name for name, value in fields.items() if getattr(account, name) != value]
    for name in changed:
        setattr(account, name, fields[name])
    if changed:
        account.save(update_fields=changed)
        _tell("account.changed", account, by, fields=changed)
    return account


@transaction.atomic
def account_hand_over(
    *,
    account: Account,
    to: Collection[Person],
    by: Actor,
    day: date | None = None,
    decree: str = "",
    mail_moved: bool = False,
    access_ended: bool = False,
    second_factor: bool = False,
    sitting: UUID | None = None,
) -> Handover:
    """Record that an account went from its holders to others: custodian and deputy.

    Raises:
        NotAllowed: `by` neither coordinates the unit nor works for it.
        Refused: nobody takes it over.
    """
    permit(by, "account.hand-over", account)
    if not to:
        raise Refused(_("Choose at least one person who takes the account over; two are better."))
    given_by = ", ".join(person.name for person in account.holders.order_by("name"))
    handover = Handover.objects.create(
        account=account,
        given_by=given_by,
        decree=decree,
        day=day or timezone.localdate(),
        mail_moved=mail_moved,
        access_ended=access_ended,
        second_factor=second_factor,
        recorded_by=by if isinstance(by, Person) else None,
        sitting=sitting or uuid4(),
    )
    handover.taken_by.set(to)
    account.holders.set(to)
    account.decree, account.confirmed_at = decree or account.decree, handover.day
    account.save(update_fields=["decree", "confirmed_at"])
    names = ", ".join(sorted(person.name for person in to))
    _tell("account.handed-over", account, by, old=given_by or "–", new=names, decree=decree or "–")
    return handover


@transaction.atomic
def accounts_hand_over(
    *, accounts: Iterable[Account], giver: Person, to: Collection[Person], by: Actor, **particulars: Any
) -> UUID:
    """Record that everything a person held goes to others on leaving office; further holders stay. One record for all.

    Args:
        accounts: what is handed over; the giver holds each.
        giver: who leaves.
        to: who takes over.
        by: who records it.
        particulars: day, decree and what was checked, as for one account.

    Returns:
        the key of the record that is signed.

    Raises:
        NotAllowed: `by` may not hand one of them over; then none is.
        Refused: nobody takes over, the giver does, or an account is no longer the giver's.
    """
    if not to or giver in to:
        raise Refused(_("Choose who takes over; it cannot be the person who leaves."))
    sitting = uuid4()
    for account in accounts:
        held = set(account.holders.all())
        if giver not in held:
            raise Refused(_("%(account)s is no longer held by %(name)s.") % {"account": account, "name": giver.name})
        account_hand_over(account=account, to=(held - {giver}) | set(to), by=by, sitting=sitting, **particulars)
    return sitting


@transaction.atomic
def account_confirm(*, account: Account, by: Actor) -> Account:
    """Say that those on record still hold the account, as is asked for each year.

    Raises:
        NotAllowed: `by` neither coordinates the unit nor works for it.
    """
    permit(by, "account.edit", account)
    account.confirmed_at = timezone.localdate()
    account.save(update_fields=["confirmed_at"])
    _tell("account.confirmed", account, by)
    return account


@transaction.atomic
def account_retire(*, account: Account, by: Actor) -> Account:
    """Close an account; its record stays.

    Raises:
        NotAllowed: `by` neither coordinates the unit nor works for it.
    """
    permit(by, "account.edit", account)
    account.active = False
    account.save(update_fields=["active"])
    _tell("account.retired", account, by)
    return account


def _tell(event: str, account: Account, by: Actor, **values: Any) -> None:
    record(event, on=account, by=by, unit=account.unit, platform=account.platform, handle=account.handle, **values)
