"""Addresses of what is done with data of persons: the service alone, and never for another body."""

from datetime import date
from uuid import uuid4

from suluh.disclosure import private_store
from suluh.disclosure.models import MailDraft, MailFile
from suluh.disclosure.services.retention import hold_place
from suluh.organization.rights import OPERATOR
from tests.disclosure.asking import asked
from tests.matrix.routes import DONE, GONE, LOGIN, NO, SEEN, Route
from tests.matrix.routes_requests import ASK
from tests.support.pdf import PDF

OFFICE = (LOGIN, GONE, GONE, GONE, GONE, GONE)
SERVICE = {"ppid": SEEN, "superior": NO, "service": SEEN}
SERVICE_POST = {"ppid": DONE, "superior": NO, "service": DONE}
PPID = {"ppid": SEEN, "superior": NO, "service": NO}
PPID_POST = {"ppid": DONE, "superior": NO, "service": NO}
BOTH = {"ppid": SEEN, "superior": SEEN, "service": NO}
BOTH_POST = {"ppid": DONE, "superior": DONE, "service": NO}
CORRECTED = {"kind": "person", "name": "Nama Benar", "address": "Jalan 2", "phone": "0000-2", "reason": "KTP"}


def make_case(world):
    world.case = asked(world.root)


def make_hold(world):
    make_case(world)
    world.hold = hold_place(applicant=world.case.applicant, reason="Pemeriksaan", by=OPERATOR)


def make_due(world):
    """A case that ended years ago, with nothing open."""
    make_case(world)
    world.case.clock.__class__.objects.all().update(state="frozen", ended_on=date(2015, 1, 5))
    world.case.state, world.case.received_on = "withdrawn", date(2015, 1, 5)
    world.case.save()


def make_mail(world):
    world.mail = MailDraft.objects.create(body=world.root, mark=uuid4().hex, sender="a@b.example", text="Mohon data")
    world.paper = MailFile.objects.create(draft=world.mail, name="a.pdf", stored=private_store.keep(PDF), size=len(PDF))


def mail(world):
    return [world.mail.pk]


def paper(world):
    return [world.paper.pk]


def body(world):
    return [world.root.slug]


def case(world):
    return [world.case.pk]


def series(world):
    return [world.root.slug, "applicants"]


def hold(world):
    return [world.root.slug, world.hold.pk]


def of(name, more, args, prepare, method="get", data=None, guard=""):
    return Route(f"disclosure:{name}", OFFICE, args, method, data or {}, prepare, guard, more)


ROUTES = [
    Route("disclosure:mails", (LOGIN, SEEN, SEEN, SEEN, SEEN, SEEN), prepare=make_mail),
    of("mail-register", SERVICE, mail, make_mail, guard="request.intake"),
    of("mail-register", SERVICE_POST, mail, make_mail, "post", ASK, "request.intake"),
    of("mail-aside", SERVICE, mail, make_mail, guard="request.intake"),
    of("mail-aside", SERVICE_POST, mail, make_mail, "post", None, "request.intake"),
    of("mail-file", SERVICE, paper, make_mail, guard="request.intake"),
    of("person-seek", SERVICE, body, make_case, guard="person.take"),
    of("person-seek", SERVICE, body, make_case, "post", {"typed": "x"}, "person.take"),
    of("person-take", SERVICE_POST, body, make_case, "post", {"word": "x"}, "person.take"),
    of("person-correct", SERVICE, case, make_case, guard="person.correct"),
    of("person-correct", SERVICE_POST, case, make_case, "post", CORRECTED, "person.correct"),
    of("retention", {"ppid": SEEN, "superior": SEEN, "service": SEEN}, body, make_case),
    of("retention-term", PPID, series, make_case, guard="retention.approve"),
    of("retention-term", PPID_POST, series, make_case, "post", {"years": 3, "decree": "JRA"}, "retention.approve"),
    of("retention-destroy", PPID, series, make_due, guard="retention.approve"),
    of("retention-destroy", PPID_POST, series, make_due, "post", {"record_number": "BA 1"}, "retention.approve"),
    of("retention-hold", BOTH, case, make_case, guard="retention.hold"),
    of("retention-hold", BOTH_POST, case, make_case, "post", {"reason": "Pemeriksaan"}, "retention.hold"),
    of("retention-lift", BOTH, hold, make_hold, guard="retention.hold"),
    of("retention-lift", BOTH_POST, hold, make_hold, "post", None, "retention.hold"),
]
