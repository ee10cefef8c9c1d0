"""Puts the year of requests into the database: rows as the services leave them, clocks and letters by their own."""

from __future__ import annotations

from datetime import date, datetime, time

from django.utils import timezone

from suluh.deadlines.services.clocks import extend_clock
from suluh.demo.ppid.excluded import PERSONAL
from suluh.demo.ppid.office import Office
from suluh.demo.ppid.plan import PlannedCase, after
from suluh.demo.ppid.told import told
from suluh.demo.units import REGENCY
from suluh.disclosure.models import Answer, Exclusion, InformationRequest, Letter, NumberSeries
from suluh.disclosure.papers.contents import (
    extension_parts,
    incomplete_parts,
    notification_parts,
    receipt_parts,
    refusal_parts,
)
from suluh.disclosure.papers.days import indonesian_day
from suluh.disclosure.services.case_clocks import clock_done, clock_off, request_clock
from suluh.disclosure.services.case_numbers import desk_of, new_code, next_in_series, number_by
from suluh.disclosure.services.letters import letter_write
from suluh.disclosure.services.requests_intake import ApplicantDraft, applicant_create
from suluh.law.clocks import extension_grounds
from suluh.organization.models import Unit

State = InformationRequest.State
GROUND = "17h"
GROUND_REASON = "Memuat riwayat dan data pribadi orang yang tidak memberi persetujuan tertulis."
SHEET_PRICE = 500
REPRESENTED = {"body": "Yayasan Cahaya Warga", "group": "Kelompok Tani Sinar Pagi", "proxy": "Pemberi kuasa"}


def request_write(plan: PlannedCase, office: Office, units: dict[str, Unit], *, today: date) -> InformationRequest:
    """One request with its clocks, assignment, answer and letters."""
    request = _registered(plan, office)
    if plan.outcome == "received":
        return request
    if plan.outcome in ("incomplete", "lapsed"):
        return _incomplete(request, plan, office, today)
    _checked(request, plan, office, units[plan.unit])
    if plan.outcome == "withdrawn":
        return _withdrawn(request, office, after(plan.checked, 2))
    if plan.outcome == "to-approve":
        _laid_before_the_superior(request, plan, office, min(after(plan.checked, 1), today))
    if plan.worked is None:
        return request
    if plan.extended:
        _extended(request, plan, office)
    _answered(request, plan, office, after(plan.checked, plan.worked))
    return request


def moment(day: date, hour: int = 10) -> datetime:
    """A time of a working day in the government's zone."""
    return timezone.make_aware(datetime.combine(day, time(hour, 12)))


def _registered(plan: PlannedCase, office: Office) -> InformationRequest:
    year = plan.received.year
    sequence = next_in_series(office.body, NumberSeries.Kind.REQUEST, year)
    number = plan.number + 1
    request = InformationRequest.objects.create(
        body=office.body,
        applicant=applicant_create(
            ApplicantDraft(
                kind=plan.kind,
                name=f"Pemohon {number}",
                identity=f"0000{number:012d}",
                address=f"Jalan Fajar {number}, {REGENCY}",
                phone=f"0000-{number:04d}",
                email=f"pemohon{number}@warga.example",
                occupation=("Mahasiswa", "Wartawan", "Petani", "Wiraswasta")[number % 4],
                represents=REPRESENTED.get(plan.kind, ""),
            )
        ),
        year=year,
        sequence=sequence,
        number=number_by(desk_of(office.body).request_pattern, sequence, plan.received),
        code=new_code(),
        channel=plan.channel,
        details=plan.details,
        purpose=plan.purpose,
        wants_hardcopy=number % 5 == 0,
        received_on=plan.received,
        registered_at=moment(plan.received, 9),
        registered_by=None if plan.channel == "web" else office.service,
        suggested=number % 4,
    )
    request.clock = request_clock(request, "CHK", start=plan.received, by=None)
    request.save(update_fields=["clock"])
    told(
        "request.registered", request, by=request.registered_by, at=request.registered_at,
        channel=str(request.get_channel_display()), received=plan.received.isoformat(),
    )  # fmt: skip
    return request


def _checked(request: InformationRequest, plan: PlannedCase, office: Office, unit: Unit) -> None:
    clock_done(request, "CHK", on=plan.checked, by=office.service)
    request.state, request.complete_on = State.RUNNING, plan.checked
    request.clock = request_clock(request, "ANS", start=plan.checked, earlier=request.received_on, by=office.service)
    request.save()
    due = after(plan.checked, 5)
    told("request.complete", request, by=office.service, at=moment(plan.checked, 10))
    told("request.assigned", request, by=office.service, at=moment(plan.checked, 10), of=unit.name, due=due.isoformat())
    brought = plan.worked is not None or plan.outcome == "to-approve"
    assignment = request.assignments.create(
        unit=unit,
        asks=f"Mohon bahan untuk permohonan berikut: {plan.details}",
        due=due,
        asked_by=office.service,
        state="brought" if brought else "asked",
        reply="Bahan kami sampaikan." if brought else "",
        replied_at=moment(after(plan.checked, min(plan.worked or 1, 4))) if brought else None,
    )
    request.assignments.filter(pk=assignment.pk).update(asked_at=moment(plan.checked, 10))


def _incomplete(request: InformationRequest, plan: PlannedCase, office: Office, today: date) -> InformationRequest:
    """Something is missing: the requester still has time, or let it pass."""
    clock_done(request, "CHK", on=plan.checked, by=office.service)
    request.state, request.clock = (
        State.INCOMPLETE,
        request_clock(request, "FIX", start=plan.checked, by=office.service),
    )
    parts = incomplete_parts(request, missing="Salinan identitas pemohon", until=request.clock.due)
    letter = _write(request, Letter.Kind.INCOMPLETE, plan.checked, parts, office)
    told("request.incomplete", request, by=office.service, at=moment(plan.checked, 14), letter=letter.number)
    if plan.outcome == "lapsed":
        ended = min(after(plan.checked, 4), today)
        clock_off(request, "FIX", on=ended, reason="tidak dilengkapi", by=None)
        request.state = State.LAPSED
        told("request.lapsed", request, by=None, at=moment(ended, 7))
    request.save()
    return request


def _withdrawn(request: InformationRequest, office: Office, on: date) -> InformationRequest:
    clock_off(request, "ANS", on=on, reason="dicabut pemohon", by=None)
    request.state = State.WITHDRAWN
    request.save()
    told("request.withdrawn", request, by=office.service, at=moment(on))
    return request


def _laid_before_the_superior(request: InformationRequest, plan: PlannedCase, office: Office, day: date) -> None:
    """A refusal that was drafted and waits for its approval."""
    answer = _answer(request, plan, office, day)
    answer.state = Answer.State.SENT
    answer.approved_by = answer.approved_at = answer.signed_by = answer.signed_at = None
    answer.save()
    request_clock(request, "REJ", start=request.received_on, by=office.service)
    told("answer.sent", request, by=office.service, at=moment(day, 15))


def _extended(request: InformationRequest, plan: PlannedCase, office: Office) -> None:
    assert request.clock is not None  # it runs since the check
    day, ground = after(plan.checked, 8), "not-held" if plan.number % 2 else "status-undecided"
    request.clock = extend_clock(clock=request.clock, ground=ground, on=day, by=office.ppid)
    parts = extension_parts(request, ground=extension_grounds()[ground], until=request.clock.due)
    letter = _write(request, Letter.Kind.EXTENSION, day, parts, office)
    ground_words = extension_grounds()[ground].label
    told("request.extended", request, by=office.ppid, at=moment(day, 14), ground=ground_words, letter=letter.number)


def _answered(request: InformationRequest, plan: PlannedCase, office: Office, day: date) -> None:
    answer = _answer(request, plan, office, day)
    if plan.outcome == "refused":
        request_clock(request, "REJ", start=request.received_on, by=office.ppid)
        clock_done(request, "REJ", on=day, by=office.ppid)
        approved = f"Disetujui Atasan PPID ({office.superior.name}) pada {indonesian_day(day)}"
        letter = _write(request, Letter.Kind.REFUSAL, day, refusal_parts(answer, approved=approved), office)
    else:
        letter = _write(request, Letter.Kind.NOTIFICATION, day, notification_parts(answer), office)
        _paid(request, answer, day, office)
    if answer.withholds:
        told("answer.approved", request, by=office.superior, at=moment(day, 11))
    result = str(answer.get_result_display())
    told("answer.signed", request, by=office.ppid, at=moment(day, 14), result=result, letter=letter.number)
    clock_done(request, "ANS", on=day, by=office.ppid)
    request.state, request.answered_on = State.ANSWERED, day
    request.clock = request_clock(request, "OBJ", start=day, by=office.ppid)
    if plan.outcome in ("granted", "partial"):
        request.given_on = after(day, plan.number % 3)
        request.rating = (5, 4, 4, 3, None)[plan.number % 5]
    request.save()


def _answer(request: InformationRequest, plan: PlannedCase, office: Office, day: date) -> Answer:
    withholds = plan.outcome in (*Answer.WITHHOLDS, "to-approve")
    exclusion = _exclusion() if withholds else None
    sheets = 20 + plan.number if request.wants_hardcopy and plan.outcome == "granted" else 0
    return Answer.objects.create(
        request=request,
        result=Answer.Result.REFUSED if plan.outcome == "to-approve" else plan.outcome,
        state=Answer.State.SIGNED,
        words="Terima kasih atas permohonan Anda.",
        held_by="Badan Pusat Statistik Kabupaten Arunika" if plan.outcome == "elsewhere" else "",
        available="Setelah laporan tahunan selesai disusun." if plan.outcome == "not-held" else "",
        hardcopy=request.wants_hardcopy,
        ground=GROUND if withholds else "",
        reason=GROUND_REASON if withholds else "",
        exclusion=exclusion,
        decree_number=exclusion.decree_number if exclusion else "",
        sheets=sheets,
        sheet_price=SHEET_PRICE if sheets else 0,
        payment="Tunai di meja layanan, dengan tanda terima" if sheets else "",
        drafted_by=office.service,
        approved_by=office.superior if withholds else None,
        approved_at=moment(day) if withholds else None,
        signed_by=office.ppid,
        signed_at=moment(day, 14),
    )


def _exclusion() -> Exclusion | None:
    """What refusals rest on; it was determined before the first request of the year came in."""
    return Exclusion.objects.filter(label__startswith=PERSONAL, state="force").order_by("pk").first()


def _paid(request: InformationRequest, answer: Answer, day: date, office: Office) -> None:
    if answer.cost:
        answer.paid_on = day
        answer.receipt = _write(request, Letter.Kind.RECEIPT, day, receipt_parts(answer), office).number
        answer.save(update_fields=["paid_on", "receipt"])


def _write(request: InformationRequest, kind: str, day: date, parts: list, office: Office) -> Letter:  # type: ignore[type-arg]
    letter = letter_write(case=request, kind=kind, day=day, parts=parts, by=office.ppid)
    Letter.objects.filter(pk=letter.pk).update(signed_at=moment(day, 14))
    return letter
