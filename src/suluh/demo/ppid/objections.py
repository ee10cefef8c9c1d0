"""Five objections of the year, four of them decided by the superior, and the dispute that followed one of them."""

from __future__ import annotations

from suluh.demo.ppid.office import Office
from suluh.demo.ppid.plan import PlannedCase, after
from suluh.demo.ppid.requests import moment
from suluh.demo.ppid.told import told
from suluh.disclosure.models import Dispute, InformationRequest, Letter, NumberSeries, Objection
from suluh.disclosure.papers.contents import objection_parts
from suluh.disclosure.services.case_clocks import clock_done, objection_clock
from suluh.disclosure.services.case_numbers import desk_of, new_code, next_in_series, number_by
from suluh.disclosure.services.letters import letter_write

ARGUMENTS = {
    "rejected": "Informasi memuat data pribadi; pengecualian telah diuji dan ditetapkan.",
    "upheld": "Alasan pemohon dapat diterima. PPID memberikan informasi yang diminta.",
    "partly": "Sebagian informasi dapat dibuka setelah data pribadi dihitamkan.",
}


def objection_write(plan: PlannedCase, request: InformationRequest, office: Office) -> Objection:
    """File, answer and, where planned, take to the Komisi Informasi, on the days that the plan gives."""
    assert plan.objection is not None  # the caller asks for planned ones only
    assert request.answered_on is not None  # objections are planned on answered requests
    ground, result = plan.objection
    day = after(request.answered_on, 9)
    clock_done(request, "OBJ", on=day, by=office.service)
    objection = _registered(plan, request, office, ground)
    if result:
        _answered(objection, result, office)
    if plan.dispute:
        _disputed(objection, office)
    return objection


def _registered(plan: PlannedCase, request: InformationRequest, office: Office, ground: str) -> Objection:
    assert request.answered_on is not None
    day = after(request.answered_on, 9)
    sequence = next_in_series(office.body, NumberSeries.Kind.OBJECTION, day.year)
    objection = Objection.objects.create(
        body=office.body,
        request=request,
        applicant=request.applicant,
        year=day.year,
        sequence=sequence,
        number=number_by(desk_of(office.body).objection_pattern, sequence, day),
        code=new_code(),
        channel=plan.channel,
        grounds=[ground],
        details=request.details,
        purpose=request.purpose,
        position="Saya keberatan atas tanggapan yang saya terima.",
        received_on=day,
        registered_at=moment(day),
        registered_by=office.service,
    )
    objection.clock = objection_clock(objection, "SUP", start=day, earlier=day, by=office.service)
    objection.save(update_fields=["clock"])
    told("objection.registered", objection, by=office.service, at=moment(day), grounds=ground)
    return objection


def _answered(objection: Objection, result: str, office: Office) -> None:
    day = after(objection.received_on, 18)
    objection.state, objection.result, objection.argument = Objection.State.ANSWERED, result, ARGUMENTS[result]
    objection.answered_on, objection.decided_by = day, office.superior
    clock_done(objection, "SUP", on=day, by=office.superior)
    objection.clock = objection_clock(objection, "DSP", start=day, by=office.superior)
    objection.save()
    letter = letter_write(
        case=objection,
        kind=Letter.Kind.OBJECTION,
        day=day,
        parts=lambda number: objection_parts(objection, number),
        by=office.superior,
    )
    Letter.objects.filter(pk=letter.pk).update(signed_at=moment(day, 14))
    decided = str(objection.get_result_display())
    told("objection.answered", objection, by=office.superior, at=moment(day, 14), result=decided, letter=letter.number)


def _disputed(objection: Objection, office: Office) -> None:
    assert objection.answered_on is not None
    filed = after(objection.answered_on, 7)
    clock_done(objection, "DSP", on=filed, by=office.ppid)
    Dispute.objects.create(
        objection=objection,
        register_number=f"014/REG-PSI/KI/{filed.year}",
        filed_on=filed,
        stage=Dispute.Stage.BEGUN,
        note="Mediasi pertama telah dijadwalkan.",
    )
    objection_clock(objection, "KI1", start=filed, by=office.ppid)
    clock_done(objection, "KI1", on=after(filed, 9), by=office.ppid)
    objection.clock = objection_clock(objection, "KI2", start=filed, by=office.ppid)
    objection.state = Objection.State.DISPUTED
    objection.save()
    told("dispute.recorded", objection, by=office.ppid, at=moment(filed), day=filed.isoformat())
