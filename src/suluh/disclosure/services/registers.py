"""A register leaves the house: the internal version names citizens, so that somebody took it stays on record."""

from __future__ import annotations

from django.db import transaction

from suluh.disclosure.selectors.registers import RegisterQuery
from suluh.organization.permissions import permit
from suluh.organization.rights import Actor
from suluh.organization.services.trail import record


@transaction.atomic
def register_taken(*, query: RegisterQuery, form: str, by: Actor) -> None:
    """Note that the internal version was taken away as a sheet or a paper.

    Raises:
        NotAllowed: `by` does not serve the body.
    """
    permit(by, "register.take", query.body)
    record(
        "register.taken", on=query.body, by=by, unit=query.body, register=query.columns[0].label, year=query.year,
        form=form,
    )  # fmt: skip
