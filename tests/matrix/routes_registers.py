"""Addresses of the registers: everybody reads the public ones, the service of the body those with identities."""

from tests.disclosure.asking import asked
from tests.matrix.routes import GONE, LOGIN, NO, SEEN, Route

ALL = (SEEN,) * 6
OFFICE = (LOGIN, GONE, GONE, GONE, GONE, GONE)
SERVICE = {"ppid": SEEN, "superior": SEEN, "service": SEEN}


def ask(world):
    asked(world.root)


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
]
