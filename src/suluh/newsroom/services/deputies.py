"""Letting somebody decide in the place of another for a time."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from suluh.newsroom.errors import NotAnotherDeputy
from suluh.newsroom.models import Deputy
from suluh.organization.models import Person
from suluh.organization.permissions import permit
from suluh.organization.rights import Actor
from suluh.organization.services.trail import record


@transaction.atomic
def deputy_appoint(
    *, principal: Person, deputy: Person, valid_from: date, valid_until: date, reason: str, by: Actor
) -> Deputy:
    """Let `deputy` decide on stories in the place of `principal`, from the first to the last day.

    A deputy decides only while the principal's own membership runs, and passes the right on to nobody.

    Raises:
        NotAllowed: `by` is neither the principal nor coordinates the whole government.
        NotAnotherDeputy: the same person, somebody who no longer signs in, or days that are over.
    """
    permit(by, "deputy.appoint", principal)
    if principal.pk == deputy.pk or not deputy.is_active:
        raise NotAnotherDeputy(_("Choose somebody else who signs in to Suluh."))
    if valid_until < valid_from or valid_until < timezone.localdate():
        raise NotAnotherDeputy(_("The last day lies before the first, or has passed. Check the days."))
    row = Deputy.objects.create(
        principal=principal,
        deputy=deputy,
        reason=reason,
        valid_from=valid_from,
        valid_until=valid_until,
        appointed_by=by if isinstance(by, Person) else None,
    )
    names = {"principal": principal.name, "deputy": deputy.name}
    record("deputy.appointed", on=row, by=by, unit=None, until=valid_until.isoformat(), reason=reason, **names)
    return row


@transaction.atomic
def deputy_end(*, deputy: Deputy, by: Actor) -> Deputy:
    """End it before its last day; a second call changes nothing.

    Raises:
        NotAllowed: `by` is neither the principal nor coordinates the whole government.
    """
    deputy = Deputy.objects.select_for_update(of=("self",)).select_related("principal", "deputy").get(pk=deputy.pk)
    permit(by, "deputy.appoint", deputy.principal)
    if deputy.ended_at is None:
        deputy.ended_at = timezone.now()
        deputy.save(update_fields=["ended_at"])
        record("deputy.ended", on=deputy, by=by, principal=deputy.principal.name, deputy=deputy.deputy.name)
    return deputy
