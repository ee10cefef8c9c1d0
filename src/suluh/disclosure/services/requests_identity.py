"""Opening a sealed identity number: by those who need it, each time with an event."""

from __future__ import annotations

from django.db import transaction

from suluh.disclosure.models import InformationRequest
from suluh.organization.permissions import permit
from suluh.organization.rights import Actor
from suluh.organization.sealed import CannotOpen, unseal
from suluh.organization.services.trail import record


@transaction.atomic
def identity_open(*, request: InformationRequest, by: Actor) -> str:
    """The identity number in full; "" where none was given or the key of its seal is gone. The look is an event.

    Raises:
        NotAllowed: `by` does not serve the body.
    """
    permit(by, "request.identity", request)
    record("request.identity-seen", on=request.subject, by=by, unit=request.body, number=request.number)
    applicant = request.applicant
    if not applicant.identity_sealed:
        return ""
    try:
        return unseal(applicant.identity_sealed, bound=f"applicant:{applicant.pk}")
    except CannotOpen:
        return ""
