"""Addresses of requests: only the service of the body sees them, the requester by the code."""

from uuid import uuid4

from django.utils import timezone

from suluh.disclosure.models import Answer, InformationRequest, Notice
from suluh.disclosure.services.assignments import request_assign
from suluh.disclosure.services.case_files import case_file_add, file_link
from suluh.disclosure.services.disputes import dispute_record
from suluh.disclosure.services.objections import objection_answer, objection_file
from suluh.disclosure.services.requests_answer import answer_send, answer_sign
from suluh.disclosure.services.requests_check import request_incomplete
from suluh.organization.rights import OPERATOR
from tests.disclosure.asking import asked, drafted, running, withheld
from tests.disclosure.making import published
from tests.matrix.routes import DONE, GONE, LOGIN, NO, SEEN, Route, open_to_all

#          outsider sibling officer leader coordinator admin
EVERYBODY = (LOGIN, SEEN, SEEN, SEEN, SEEN, SEEN)
OFFICE = (LOGIN, GONE, GONE, GONE, GONE, GONE)
BODY = (LOGIN, GONE, GONE, NO, NO, NO)
SERVICE = {"ppid": SEEN, "superior": NO, "service": SEEN}
SERVICE_POST = {"ppid": DONE, "superior": NO, "service": DONE}
PPID = {"ppid": SEEN, "superior": NO, "service": NO}
PPID_POST = {"ppid": DONE, "superior": NO, "service": NO}
SUPERIOR = {"ppid": NO, "superior": SEEN, "service": NO}
SUPERIOR_POST = {"ppid": NO, "superior": DONE, "service": NO}
ALL_THREE = {"ppid": SEEN, "superior": SEEN, "service": SEEN}


def case(world):
    return [world.case.pk]


def code(world):
    return [world.case.code]


def make_case(world):
    world.case = asked(world.root)


def make_incomplete(world):
    make_case(world)
    request_incomplete(request=world.case, seen=0, missing="KTP", by=OPERATOR)
    world.case.refresh_from_db()


def make_running(world):
    world.case = running(world.root, OPERATOR)


def make_draft(world):
    make_running(world)
    world.answer = drafted(world.case, OPERATOR)
    world.case.refresh_from_db()


def make_withheld(world):
    make_running(world)
    world.answer = drafted(world.case, OPERATOR, **withheld(world.health))
    world.case.refresh_from_db()


def make_sent(world):
    make_withheld(world)
    answer_send(answer=world.answer, seen=world.case.version, by=OPERATOR)
    world.case.refresh_from_db()


def make_signed(world, **more):
    make_running(world)
    answer = drafted(world.case, OPERATOR, **more)
    world.case.refresh_from_db()
    world.letter = answer_sign(answer=answer, seen=world.case.version, by=OPERATOR)
    world.case.refresh_from_db()


def make_costly(world):
    make_signed(world, result=Answer.Result.GRANTED, sheets=10, sheet_price=500, payment="Tunai", available="Besok")


def make_public_item(world):
    world.item = published(world.health, world.root)


def seen(**more):
    return lambda world: {"seen": InformationRequest.objects.get(pk=world.case.pk).version, **more}


def today_of(world):
    return seen(on=timezone.localdate().isoformat())(world)


def letter(world):
    return [world.case.pk, world.letter.pk]


def of(name, expects, more, args=case, method="get", data=None, prepare=None, guard=""):
    return Route(f"disclosure:{name}", expects, args, method, data or {}, prepare, guard, more)


def both(name, guard, shown, done, data, prepare):
    """A deed's page and the deed itself."""
    return [
        of(name, OFFICE, shown, case, prepare=prepare, guard=guard),
        of(name, OFFICE, done, case, "post", data, prepare, guard),
    ]


ASK = {
    "details": "Anggaran jalan tahun 2025", "purpose": "Penelitian", "kind": "person", "name": "Pemohon",
    "identity": "3303044201900042", "address": "Jalan 1", "phone": "0000", "ways": "wants_view", "delivery": "collect",
    "channel": "counter", "received_on": "2026-01-05", "token": "x",
}  # fmt: skip
ANSWER = {"result": "granted", "words": "Isi", "softcopy": "on", "sheets": 0, "sheet_price": 0, "sending_cost": 0}
ROUTES = [
    of("requests", EVERYBODY, ALL_THREE, lambda world: []),
    of("request", OFFICE, ALL_THREE, prepare=make_case),
    of("request-letter", OFFICE, ALL_THREE, letter, prepare=make_signed),
    of("request-identity", OFFICE, SERVICE, method="post", prepare=make_case, guard="request.identity"),
    of("request-record", BODY, SERVICE, lambda world: [world.root.slug], guard="request.intake"),
    of("request-record", BODY, SERVICE_POST, lambda world: [world.root.slug], "post", ASK, None, "request.intake"),
    *both("request-complete", "request.intake", SERVICE, SERVICE_POST, seen(), make_case),
    *both("request-incomplete", "request.intake", SERVICE, SERVICE, seen(missing="KTP"), make_case),
    *both("request-mended", "request.intake", SERVICE, SERVICE_POST,
          lambda world: {**seen()(world), "on": world.case.received_on.isoformat(), "details": "Rinci"},
          make_incomplete),
    *both("request-withdraw", "request.intake", SERVICE, SERVICE_POST, seen(reason="Dicabut"), make_case),
    *both("request-extend", "request.decide", PPID, PPID, seen(ground="not-held"), make_running),
    *both("answer-draft", "request.prepare", SERVICE, SERVICE_POST, seen(**ANSWER), make_running),
    *both("answer-send", "request.prepare", SERVICE, SERVICE_POST, seen(), make_withheld),
    *both("answer-approve", "refusal.approve", SUPERIOR, SUPERIOR_POST, seen(), make_sent),
    *both("answer-return", "refusal.approve", SUPERIOR, SUPERIOR_POST, seen(note="Belum"), make_sent),
    *both("answer-sign", "request.decide", PPID, PPID, seen(), make_draft),
    of("answer-letter", OFFICE, ALL_THREE, prepare=make_withheld),
    *both("answer-pay", "request.prepare", SERVICE, SERVICE_POST, today_of, make_costly),
    *both("request-given", "request.prepare", SERVICE, SERVICE_POST, today_of, make_costly),
    of("track", (SEEN,) * 6, ALL_THREE, code, prepare=make_signed),
    of("track", (GONE,) * 6, {}, lambda world: ["AAAA-BBBB-CCCC-DDDD"]),
    of("track-letter", (SEEN,) * 6, ALL_THREE, lambda world: [world.case.code, world.letter.pk], prepare=make_signed),
    of("track-mend", (SEEN,) * 6, {}, code, prepare=make_incomplete),
    of("track-mend", (DONE,) * 6, {}, code, "post", {"words": "KTP menyusul lewat pos"}, make_incomplete),
    of("track-rate", (DONE,) * 6, {}, code, "post", {"rating": "5"}, make_signed),
    of("suggestion", (DONE,) * 6, {}, lambda world: [uuid4(), world.item.code], prepare=make_public_item),
]  # fmt: skip


def make_failed(world):
    make_case(world)
    Notice.objects.update(state="failed", reason="Ditolak")
    world.notice = Notice.objects.get(request=world.case)


def make_mailed(world):
    make_failed(world)
    Notice.objects.update(state="sent")


def notice(world):
    return [world.notice.pk]


ROUTES += [
    of("request-proof", OFFICE, ALL_THREE, prepare=make_case),
    of("track-proof", (SEEN,) * 6, ALL_THREE, code, prepare=make_case),
    of("notice-again", OFFICE, SERVICE, notice, prepare=make_failed, guard="request.prepare"),
    of("notice-again", OFFICE, SERVICE_POST, notice, "post", {"email": "a@warga.example"}, make_failed,
       "request.prepare"),
    of("notice-bounced", OFFICE, SERVICE, notice, prepare=make_mailed, guard="request.prepare"),
    of("notice-bounced", OFFICE, SERVICE_POST, notice, "post", {"reason": "Ditolak"}, make_mailed, "request.prepare"),
]  # fmt: skip
ROUTES += open_to_all("disclosure:ask", "disclosure:track-find", "disclosure:object-unasked")


def make_assignment(world):
    make_running(world)
    (world.assignment,) = request_assign(
        request=world.case, seen=1, units=[world.health], asks="Rincian", due=timezone.localdate(), by=OPERATOR
    )


def make_handed(world):
    make_signed(world)
    world.file = case_file_add(request=world.case, purpose="handed", content=b"teks\n", name="a.txt", by=OPERATOR)


def link(world):
    return [file_link(world.file, world.service)]


BRING = {"held": "yes", "reply": "Terlampir"}
DESK = {
    "request_pattern": "{nomor}/{tahun}", "objection_pattern": "{nomor}/K/{tahun}", "letter_pattern": "{nomor}/{tahun}",
    "receipt_pattern": "{nomor}/KW/{tahun}", "sheet_price": 500,
}  # fmt: skip
UNIT = (LOGIN, GONE, SEEN, NO, NO, NO)
UNIT_POST = (LOGIN, GONE, DONE, NO, NO, NO)
ROUTES += [
    *both("request-assign", "request.prepare", SERVICE, SERVICE_POST,
          lambda world: {**seen()(world), "units": [world.health.pk], "asks": "Rincian",
                         "due": timezone.localdate().isoformat()}, make_running),
    *both("request-attach", "request.prepare", SERVICE, {**SERVICE, "superior": NO, "ppid": 422, "service": 422}, {},
          make_running),
    of("request-note", OFFICE, ALL_THREE, prepare=make_case),
    of("request-note", OFFICE, {"ppid": DONE, "superior": DONE, "service": DONE}, case, "post", {"text": "Isi"},
       make_case),
    of("assignment", UNIT, {"ppid": SEEN, "superior": NO, "service": NO}, lambda world: [world.assignment.pk],
       prepare=make_assignment, guard="request.bring"),
    of("assignment", UNIT_POST, {"ppid": DONE, "superior": NO, "service": NO}, lambda world: [world.assignment.pk],
       "post", BRING, make_assignment, "request.bring"),
    of("case-file", (LOGIN, GONE, GONE, GONE, GONE, GONE), {"ppid": GONE, "superior": GONE, "service": SEEN}, link,
       prepare=make_handed),
    of("track-file", (SEEN,) * 6, {}, lambda world: [world.case.code, world.file.pk], prepare=make_handed),
    of("service", BODY, PPID, lambda world: [world.root.slug], guard="service.edit"),
    of("service", BODY, PPID_POST, lambda world: [world.root.slug], "post", DESK, guard="service.edit"),
]  # fmt: skip


def make_objection(world):
    make_signed(world)
    world.objection = objection_file(request=world.case, grounds=["d"], position="Tidak sesuai", by=OPERATOR)


def make_decided(world):
    make_objection(world)
    world.letter = objection_answer(
        objection=world.objection, seen=0, result="rejected", argument="Sesuai", by=OPERATOR
    )
    world.objection.refresh_from_db()


def make_dispute(world):
    make_decided(world)
    world.dispute = dispute_record(
        objection=world.objection, seen=world.objection.version, filed_on=timezone.localdate(), by=OPERATOR
    )


def objection(world):
    return [world.objection.pk]


def version(**more):
    return lambda world: {"seen": world.objection.version, **more}


def today(world):
    return timezone.localdate().isoformat()


def about(name, guard, shown, done, data, prepare):
    """A deed's page on an objection and the deed itself."""
    return [
        of(name, OFFICE, shown, objection, prepare=prepare, guard=guard),
        of(name, OFFICE, done, objection, "post", data, prepare, guard),
    ]


DISPOSE = {"ppid": SEEN, "superior": SEEN, "service": NO}
DISPOSE_POST = {"ppid": DONE, "superior": DONE, "service": NO}
PUBLISHER = {"ppid": DONE, "superior": NO, "service": 422}
ROUTES += [
    of("objections", EVERYBODY, ALL_THREE, lambda world: []),
    of("objection", OFFICE, ALL_THREE, objection, prepare=make_objection),
    of("objection-letter", OFFICE, ALL_THREE, lambda world: [world.objection.pk, world.letter.pk],
       prepare=make_decided),
    of("objection-proof", OFFICE, ALL_THREE, objection, prepare=make_objection),
    *both("objection-record", "objection.record", SERVICE, SERVICE_POST,
          lambda world: {"grounds": ["d"], "position": "Tidak sesuai sama sekali", "channel": "post",
                         "received_on": today(world), "token": "x"}, make_signed),
    *about("objection-answer", "objection.decide", SUPERIOR, SUPERIOR,
           version(result="rejected", argument="Sesuai"), make_objection),
    *about("objection-withdraw", "objection.record", SERVICE, SERVICE_POST, version(reason="Dicabut"), make_objection),
    *about("objection-reply", "objection.record", SERVICE, SERVICE_POST, version(reply="Puas"), make_decided),
    *about("dispute-record", "dispute.record", DISPOSE, DISPOSE_POST,
           lambda world: {**version()(world), "filed_on": today(world)}, make_decided),
    *about("dispute-move", "dispute.record", DISPOSE, DISPOSE_POST,
           lambda world: {"seen": 0, "stage": "begun", "on": today(world)}, make_dispute),
    *both("request-publish", "request.prepare", SERVICE, PUBLISHER,
          lambda world: {"unit": world.health.pk, "title": "Anggaran", "summary": "Isi."}, make_signed),
    of("track-object", (SEEN,) * 6, {}, code, prepare=make_signed),
    of("objection-unasked", BODY, SERVICE, lambda world: [world.root.slug], guard="objection.record"),
    of("objection-unasked", BODY, SERVICE_POST, lambda world: [world.root.slug], "post",
       {**ASK, "position": "Dicari di situs"}, None, "objection.record"),
]  # fmt: skip
