"""What the register asks people to do: keep official accounts in the hands of the office."""

from __future__ import annotations

from collections.abc import Iterable

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .models import Account, Person
from .permissions import may
from .selectors.custody import CONFIRMED_FOR, Gap, accounts_at_risk, custody_of
from .sockets.duties import Duty, DutySource

MOST = 10


def accounts_waiting(person: Person) -> Iterable[Duty]:
    """Accounts of the person's units whose custody lacks something; whoever coordinates the whole sees one sum."""
    rows = accounts_at_risk(person)
    if may(person, "register.import"):
        count = rows.order_by().count()
        if count:
            yield _summed(count)
        return
    gravest = rows.order_by("standing", "confirmed_at", "pk")  # type: ignore[misc] # annotated there
    for account in gravest[:MOST]:
        if may(person, "account.edit", account):
            yield _one(account)


def _summed(count: int) -> Duty:
    return Duty(
        title=_("%(n)d official accounts could be lost with a person") % {"n": count},
        reason=_("Nobody or only one person holds them, or nobody confirmed it within a year."),
        url=reverse("organization:accounts"),
        action=_("Look at the accounts"),
    )


def _one(account: Account) -> Duty:
    custody = custody_of(account)
    confirm = Gap.UNCONFIRMED in custody.gaps
    return Duty(
        title=_("Confirm who holds %(account)s") % {"account": account}
        if confirm
        else _("Secure the account %(account)s") % {"account": account},
        reason=" ".join(custody.sentences),
        url=reverse("organization:account", args=[account.pk]),
        action=_("Open the account"),
        due=account.confirmed_at + CONFIRMED_FOR if account.confirmed_at else None,
        urgent=Gap.NOBODY in custody.gaps,
    )


DUTIES = (DutySource("organization.custody", accounts_waiting, gettext_lazy("Official accounts")),)
