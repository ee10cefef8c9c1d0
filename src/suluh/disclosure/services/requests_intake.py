"""A request comes in: by the public form or written down by an officer. It has its number at once (art. 29(3))."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone

from suluh.disclosure.errors import DayNotPossible
from suluh.disclosure.models import Applicant, Channel, InformationRequest, Notice, NumberSeries, SuggestionUse
from suluh.organization.models import Person, Unit
from suluh.organization.permissions import permit
from suluh.organization.rights import Actor
from suluh.organization.sealed import keyed_mark, seal
from suluh.organization.services.trail import record

from .case_clocks import request_clock
from .case_numbers import desk_of, new_code, next_in_series, number_by
from .notices import notice_queue


@dataclass(frozen=True, slots=True)
class ApplicantDraft:
    """Who asks, as typed. `identity`: population number of a person, number of the decree of a legal body."""

    kind: str
    name: str
    identity: str = field(repr=False)
    address: str = field(repr=False, default="")
    phone: str = field(repr=False, default="")
    email: str = field(repr=False, default="")
    occupation: str = ""
    represents: str = ""


@dataclass(frozen=True, slots=True)
class RequestDraft:
    """What is asked for (annex VI)."""

    details: str
    purpose: str
    wants_view: bool = False
    wants_softcopy: bool = True
    wants_hardcopy: bool = False
    delivery: str = InformationRequest.Delivery.MAIL


def identity_mark(identity: str) -> str:
    """The digest by which the cases of one identity are found."""
    plain = "".join(sign for sign in identity.upper() if sign.isalnum())
    return keyed_mark(plain, purpose="identity") if plain else ""


@transaction.atomic
def request_submit(
    *, body: Unit, applicant: ApplicantDraft, asks: RequestDraft, form_token: UUID
) -> InformationRequest:
    """Register what a citizen sent by the public form. The same form sent again gives the same request."""
    known = InformationRequest.objects.filter(form_token=form_token).first()
    if known is not None:
        return known
    try:
        with transaction.atomic():
            made = _register(
                body=body, applicant=applicant, asks=asks, channel=Channel.WEB, on=timezone.localdate(), by=None,
                form_token=form_token,
            )  # fmt: skip
    except IntegrityError:
        # The other half of a double click was faster; its number has been given, ours was rolled back.
        return InformationRequest.objects.get(form_token=form_token)
    _count_suggestions(made)
    return made


@transaction.atomic
def request_record(
    *,
    body: Unit,
    applicant: ApplicantDraft,
    asks: RequestDraft,
    channel: str,
    received_on: date,
    by: Actor,
    form_token: UUID | None = None,
) -> InformationRequest:
    """Write down a request that came in at the counter, by post, telephone, mail or WhatsApp (art. 28–29).

    Raises:
        NotAllowed: `by` does not serve the body.
        DayNotPossible: the day it came in is still to come.
    """
    permit(by, "request.intake", body)
    if received_on > timezone.localdate():
        raise DayNotPossible
    if form_token and (known := InformationRequest.objects.filter(form_token=form_token).first()):
        return known
    return _register(
        body=body, applicant=applicant, asks=asks, channel=channel, on=received_on, by=by, form_token=form_token
    )


def _register(
    *,
    body: Unit,
    applicant: ApplicantDraft,
    asks: RequestDraft,
    channel: str,
    on: date,
    by: Actor | None,
    form_token: UUID | None,
) -> InformationRequest:
    now = timezone.now()
    today = timezone.localdate(now)
    sequence = next_in_series(body, NumberSeries.Kind.REQUEST, today.year)
    request = InformationRequest.objects.create(
        body=body,
        applicant=applicant_create(applicant),
        year=today.year,
        sequence=sequence,
        number=number_by(desk_of(body).request_pattern, sequence, today),
        code=new_code(),
        form_token=form_token,
        channel=channel,
        received_on=on,
        registered_at=now,
        registered_by=by if isinstance(by, Person) else None,
        **{name: getattr(asks, name) for name in RequestDraft.__slots__},
    )
    record(
        "request.registered",
        on=request.subject,
        by=by,
        unit=body,
        number=request.number,
        channel=Channel(channel).label,
        received=on,
    )
    request.clock = request_clock(request, "CHK", start=today, by=by)
    request.save(update_fields=["clock"])
    notice_queue(request, Notice.Kind.REGISTERED)
    return request


def _count_suggestions(request: InformationRequest) -> None:
    if request.form_token is None:
        return
    use = SuggestionUse.objects.filter(token=request.form_token).first()
    if use is not None:
        SuggestionUse.objects.filter(pk=use.pk).update(sent=True)
        InformationRequest.objects.filter(pk=request.pk).update(suggested=use.shown)


def applicant_create(draft: ApplicantDraft) -> Applicant:
    """Store who asks; the identity number is sealed for this row alone."""
    number = draft.identity.strip()
    row = Applicant.objects.create(
        kind=draft.kind,
        name=draft.name,
        represents=draft.represents,
        identity_mark=identity_mark(number),
        identity_last="".join(sign for sign in number if sign.isalnum())[-4:],
        address=draft.address,
        phone=draft.phone,
        email=draft.email,
        occupation=draft.occupation,
    )
    if number:
        row.identity_sealed = seal(number, bound=f"applicant:{row.pk}")
        row.save(update_fields=["identity_sealed"])
    return row
