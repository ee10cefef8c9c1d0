"""A world in which every kind of object stands in every state, each with its word of `hidden.py`."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import uuid4

from django.utils import timezone

from suluh.deadlines.models import Clock
from suluh.disclosure.content import ItemContent
from suluh.disclosure.models import Assignment, Decree, Exclusion, InformationRequest, Objection
from suluh.disclosure.services.assignments import assignment_bring, note_write, request_assign
from suluh.disclosure.services.case_files import case_file_add
from suluh.disclosure.services.decrees import decree_prepare
from suluh.disclosure.services.disputes import dispute_move, dispute_record
from suluh.disclosure.services.exclusions import exclusion_draft, exclusion_open, exclusion_return, exclusion_send
from suluh.disclosure.services.files import file_add
from suluh.disclosure.services.items import (
    item_propose,
    item_propose_change,
    item_propose_removal,
    version_accept,
    version_return,
)
from suluh.disclosure.services.lexemes import lexemes_refresh
from suluh.disclosure.services.objections import objection_answer, objection_file
from suluh.disclosure.services.reports import report_finish
from suluh.disclosure.services.requests_after import request_rate
from suluh.disclosure.services.requests_answer import (
    answer_approve,
    answer_draft,
    answer_send,
    answer_sign,
    request_given,
)
from suluh.disclosure.services.requests_check import request_complete, request_incomplete
from suluh.disclosure.services.requests_intake import ApplicantDraft, RequestDraft, request_submit
from suluh.disclosure.services.sealing_files import sealed_add
from suluh.organization.models import Role
from suluh.organization.rights import OPERATOR
from tests.disclosure.excluding import excluded, sheet
from tests.disclosure.making import accepted, content, fix
from tests.support.pdf import small_pdf
from tests.world import appointed, build_world

OTHER_NIK = "3303044201900042"


def pdf(word: str) -> bytes:
    return small_pdf(says=word)


def named(word: str, **more: Any) -> ItemContent:
    return content(f"{word} cari{word.removeprefix('zona')}", **more)


def filled_world() -> Any:
    """The world of `tests.world` with four more people and everything that can be hidden."""
    world: Any = build_world()
    world.outsider = world.tracker = None
    world.stranger = appointed("ppid.embun@arunika.example", Role.PPID, world.village)
    world.unit_ppid = appointed("ppid.dinkes@arunika.example", Role.PPID, world.health)
    _items(world)
    _exclusions(world)
    _running(world)
    _answered(world)
    _refused(world)
    _others(world)
    world.hidden_rows = [
        world.running, Exclusion.objects.get(number="05/UK/2026"), *Decree.objects.filter(state="draft"),
        *Objection.objects.all(), *Assignment.objects.all(),
        *Clock.objects.filter(subject_kind="request", subject_id=world.running.pk),
    ]  # fmt: skip
    lexemes_refresh()
    return world


def _items(world: Any) -> None:
    unit = world.health
    made = {
        word: accepted(unit, named(word).title).item
        for word in ("zonapublished", "zonawithdrawn", "zonaexcluded", "zonaopened", "zonapart")
    }
    fix(world.root, "1/PPID/2026")
    removal = item_propose_removal(item=_again(made["zonawithdrawn"]), by=OPERATOR)
    version_accept(version=removal, category="setiap-saat", law_code="T-c", by=OPERATOR)
    fix(world.root, "2/PPID/2026")
    world.made = {word: _again(item) for word, item in made.items()}
    world.shown = world.made["zonapublished"]
    file_add(item=world.shown, content=pdf("zonashown"), name="zonashown.pdf", by=OPERATOR)
    file_add(
        item=world.shown, content=pdf("zonaclosedbytes"), name="zonaclosedfile.pdf", public=False, reason="Belum.",
        by=OPERATOR,
    )  # fmt: skip
    proposal = item_propose(unit=unit, content=named("zonaproposal"), by=OPERATOR)
    world.most_hidden = [proposal.item_id, made["zonaexcluded"].pk]
    accepted(unit, named("zonareviewed").title)
    version_return(
        version=item_propose(unit=unit, content=named("zonareturned"), by=OPERATOR), note="zonareviewnote", by=OPERATOR
    )
    item_propose_change(item=world.shown, content=named("zonapublished", summary="zonachange"), by=OPERATOR)


def _exclusions(world: Any) -> None:
    hidden, opened, part = (world.made[word] for word in ("zonaexcluded", "zonaopened", "zonapart"))
    file_add(item=hidden, content=pdf("zonacontents"), name="zonasealed.pdf", by=OPERATOR)
    test = world.whole = excluded(world.health, hidden, label="Data umum", exact="zonaexact cariexact")
    sealed_add(exclusion=test, content=pdf("zonacontents"), name="zonasealed.pdf", by=OPERATOR)
    excluded(world.health, part, number="P/1", scope="part", label="Sebagian", exact="zonaexact")
    exclusion_open(exclusion=excluded(world.health, opened, number="O/1"), reason="Putusan", by=OPERATOR)
    draft = exclusion_draft(unit=world.health, number="D/1", sheet=sheet(label="zonadrafttest"), by=OPERATOR)
    exclusion_return(exclusion=exclusion_send(exclusion=draft, by=OPERATOR), note="zonatestnote", by=OPERATOR)
    decree_prepare(body=world.root, number="zonadecree", day=date(2026, 4, 1), by=OPERATOR)


def _running(world: Any) -> None:
    """A request in work: material brought, answer drafted, a proof of identity kept."""
    who = {
        "kind": "proxy", "name": "zonaname cariname", "represents": "zonaspeaksfor", "identity": "3303044201900077",
        "address": "zonaaddress", "email": "zonamail@warga.example", "phone": "0000-778899", "occupation": "zonajob",
    }  # fmt: skip
    case = _asked(world.root, "Anggaran jalan, balas ke zonawroteofself@warga.example", **who)
    case_file_add(request=case, purpose="identity", content=pdf("zonascan"), name="zonaktp.pdf", by=None)
    case = request_complete(request=case, seen=0, by=world.service)
    (assignment,) = request_assign(
        request=case, seen=case.version, units=[world.health], asks="zonaasks", due=timezone.localdate(),
        by=world.service,
    )  # fmt: skip
    files = [("zonabahan.pdf", pdf("zonamaterial"))]
    assignment_bring(assignment=assignment, reply="zonareply", held=True, files=files, by=world.officer)
    note_write(request=case, text="zonanote", by=world.service)
    answer_draft(
        request=case, seen=_again(case).version, by=world.service, result="granted", words="zonadraftanswer"
    )  # fmt: skip
    world.running = _again(case)


def _answered(world: Any) -> None:
    """The case that the tracker follows by its code."""
    case = _asked(world.root, "Jadwal posyandu", name="zonasecondname carisecondname")
    case_file_add(request=case, purpose="identity", content=pdf("zonasecondscan"), name="bukti.pdf", by=None)
    case = request_complete(request=case, seen=0, by=world.service)
    case_file_add(request=case, purpose="handed", content=pdf("zonagiven"), name="zonahanded.pdf", by=world.service)
    answer = answer_draft(
        request=case, seen=case.version, by=world.service, result="granted", words="zonaanswer", softcopy=True
    )
    answer_sign(answer=answer, seen=_again(case).version, by=world.ppid)
    request_given(request=case, seen=_again(case).version, on=timezone.localdate(), by=world.service)
    world.followed = request_rate(request=_again(case), rating=4, words="zonarating")


def _refused(world: Any) -> None:
    """A refusal, the objection to it, and the dispute."""
    case = request_complete(request=_asked(world.root, "Data pasien"), seen=0, by=world.service)
    case_file_add(request=case, purpose="decree", content=pdf("sk"), name="sk.pdf", by=world.service)
    answer = answer_draft(
        request=case, seen=case.version, by=world.service, result="refused", ground="17h", reason="zonawhyrefused",
        exclusion=world.whole, words="Kami menolak.",
    )  # fmt: skip
    answer_send(answer=answer, seen=_again(case).version, by=world.service)
    answer_approve(answer=_again(answer), seen=_again(case).version, by=world.superior)
    answer_sign(answer=_again(answer), seen=_again(case).version, by=world.ppid)
    objection: Objection = objection_file(request=_again(case), grounds=["a"], position="zonaposition", by=None)
    objection_answer(objection=objection, seen=0, result="rejected", argument="Tetap.", by=world.superior)
    objection = _again(objection)
    today = timezone.localdate()
    dispute = dispute_record(objection=objection, seen=objection.version, filed_on=today, by=world.ppid)
    dispute_move(dispute=dispute, seen=dispute.version, stage="begun", on=today, note="zonadispute", by=world.ppid)


def _others(world: Any) -> None:
    """An incomplete request, one to a village, and the finished report of the year."""
    case = _asked(world.root, "Peta irigasi")
    request_incomplete(request=case, seen=0, missing="zonamissing", by=world.service)
    world.villagers = _asked(world.village, "Dana desa", name="zonavillager", address="zonavillager")
    report_finish(body=world.root, year=timezone.localdate().year - 1, by=OPERATOR)


def _asked(body: Any, details: str, **more: Any) -> InformationRequest:
    who = {
        "kind": "person", "name": "Pemohon Lain", "identity": OTHER_NIK, "address": "Jalan 1", "phone": "0000-1",
        **more,
    }  # fmt: skip
    asks = RequestDraft(details=details, purpose="Penelitian")
    return request_submit(body=body, applicant=ApplicantDraft(**who), asks=asks, form_token=uuid4())


def _again(row: Any) -> Any:
    return type(row)._default_manager.get(pk=row.pk)
