"""Addresses of the registers: everybody reads the public ones, the service of the body those with identities."""

from django.utils import timezone

from suluh.disclosure.models import ServiceReport
from suluh.disclosure.services.reports import report_finish
from suluh.organization.rights import OPERATOR
from tests.disclosure.asking import asked
from tests.matrix.routes import DONE, GONE, LOGIN, NO, SEEN, Route

ALL = (SEEN,) * 6
OFFICE = (LOGIN, GONE, GONE, GONE, GONE, GONE)
SERVICE = {"ppid": SEEN, "superior": SEEN, "service": SEEN}


def ask(world):
    asked(world.root)


def last_year():
    return timezone.localdate().year - 1


def finished(world):
    if not ServiceReport.objects.exists():
        report_finish(body=world.root, year=last_year(), by=OPERATOR)


def fresh(world):
    ServiceReport.objects.all().delete()


WRITES = {"ppid": DONE, "superior": NO, "service": NO}


def report(name, expects, more, method="get"):
    """The draft of the report: the office reads it, the PPID writes it."""
    return Route(
        f"disclosure:{name}", expects, lambda world: [world.root.slug, last_year()], method, prepare=fresh,
        guard="report.write" if method == "post" else "", more=more,
    )  # fmt: skip


def office(name, *args, guard=""):
    """An internal register; the superior reads it but takes nothing away."""
    more = SERVICE | ({"superior": NO} if guard else {})
    return Route(
        f"disclosure:{name}", OFFICE, lambda world: [world.root.slug, *args], prepare=ask, guard=guard, more=more
    )


ROUTES = [
    Route("disclosure:public-register", ALL, lambda world: ["permohonan"], prepare=ask),
    Route("disclosure:public-register-file", ALL, lambda world: ["permohonan", "xlsx"], prepare=ask),
    Route("disclosure:public-register-file", ALL, lambda world: ["keberatan", "pdf"], prepare=ask),
    office("register", "permohonan"),
    office("register", "keberatan"),
    office("register-file", "permohonan", "xlsx", guard="register.take"),
    office("register-file", "keberatan", "pdf", guard="register.take"),
    Route("disclosure:statistics", ALL),
    Route("disclosure:public-report", ALL, lambda world: [last_year()], prepare=finished),
    Route("disclosure:public-report-paper", ALL, lambda world: [last_year()], prepare=finished),
    report("report", (LOGIN, GONE, GONE, GONE, GONE, GONE), SERVICE),
    report("report", OFFICE, WRITES, "post"),
    report("report-finish", OFFICE, WRITES, "post"),
]
