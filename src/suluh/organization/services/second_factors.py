"""Writes on second factors: taking them away from a person who lost the telephone."""

from __future__ import annotations

from allauth.mfa.models import Authenticator
from django.db import transaction
from django.utils.translation import gettext as _

from suluh.organization.errors import Refused
from suluh.organization.models import Person
from suluh.organization.permissions import permit
from suluh.organization.rights import Actor

from .door_mails import factor_removal_queue
from .trail import record


@transaction.atomic
def second_factor_remove(*, person: Person, by: Actor) -> None:
    """Take away passkeys, authenticator app and recovery codes; the person is told by mail.

    Raises:
        NotAllowed: `by` does not administer the whole government.
        Refused: it is one's own, which falls only with the factor itself; or there is none.
    """
    permit(by, "person.remove-second-factor", person)
    if isinstance(by, Person) and by.pk == person.pk:
        raise Refused(_("Take your own second factor away on the page of sign-in and security, or ask a colleague."))
    factors = Authenticator.objects.filter(user=person)
    kinds = sorted(set(factors.values_list("type", flat=True)))
    if not kinds:
        raise Refused(_("This sign-in has no second factor."))
    factors.delete()
    record("person.second-factor-removed", on=person, by=by, name=person.name, kinds=kinds)
    factor_removal_queue(person=person)
