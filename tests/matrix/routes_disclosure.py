"""Addresses of public information."""

from suluh.disclosure.services.decrees import decree_prepare, decree_send
from suluh.disclosure.services.items import item_propose
from suluh.organization.rights import OPERATOR
from tests.disclosure.making import accepted, content, published
from tests.matrix.routes import DONE, GONE, LOGIN, NO, SEEN, Route, open_to_all

#              outsider sibling officer leader coordinator admin
EVERYBODY = (LOGIN, SEEN, SEEN, SEEN, SEEN, SEEN)
READERS = (LOGIN, GONE, SEEN, SEEN, SEEN, SEEN)
OFFICE = (LOGIN, GONE, SEEN, NO, NO, NO)
OFFICE_POST = (LOGIN, GONE, DONE, NO, NO, NO)
NOBODY_HERE = (LOGIN, GONE, NO, NO, NO, NO)
NOBODY_WHOLE = (LOGIN, GONE, GONE, NO, NO, NO)
WHOLE_READERS = (LOGIN, GONE, GONE, SEEN, SEEN, SEEN)
BOTH = {"ppid": SEEN, "superior": SEEN}
PPID = {"ppid": SEEN, "superior": NO}
PPID_POST = {"ppid": DONE, "superior": NO}
SUPERIOR = {"ppid": NO, "superior": SEEN}
SUPERIOR_POST = {"ppid": NO, "superior": DONE}


def unit(world):
    return [world.health.slug]


def body(world):
    return [world.root.slug]


def code(world):
    return [world.item.code]


def decree(world):
    return [world.decree.pk]


def make_proposal(world):
    world.item = item_propose(unit=world.health, content=content(), by=OPERATOR).item


def make_published(world):
    world.item = published(world.health, world.root)


def make_draft(world):
    accepted(world.health)
    world.decree = decree_prepare(body=world.root, number="1/2026", day="2026-04-01", by=OPERATOR)


def make_sent(world):
    make_draft(world)
    decree_send(decree=world.decree, by=OPERATOR)


def of(name, expects, more, args=lambda world: [], method="get", data=None, prepare=None, guard=""):
    return Route(f"disclosure:{name}", expects, args, method, data or {}, prepare, guard, more)


ITEM = {
    "title": "Jadwal", "summary": "Isi.", "holder": "Bidang", "responsible": "Kepala", "softcopy": "on",
    "retention": "2 tahun",
}  # fmt: skip
CLASS = {"category": "setiap-saat", "law_code": "T-c"}
NOTE = {"note": "Sebut tahunnya."}
DECREE = {"number": "1/2026", "day": "2026-04-01"}
EVERY = {"ppid": SEEN, "superior": SEEN}
ROUTES = [
    of("items", EVERYBODY, BOTH),
    of("item-choose-unit", (LOGIN, DONE, DONE, SEEN, SEEN, SEEN), BOTH),
    of("item-propose", OFFICE, PPID, unit, guard="item.propose"),
    of("item-propose", OFFICE_POST, PPID_POST, unit, "post", ITEM, guard="item.propose"),
    of("item", READERS, BOTH, code, prepare=make_proposal),
    of("item-change", OFFICE, PPID, code, prepare=make_published, guard="item.propose"),
    of("item-change", OFFICE_POST, PPID_POST, code, "post", ITEM, make_published, "item.propose"),
    of("item-remove", OFFICE, PPID, code, prepare=make_published, guard="item.propose"),
    of("item-remove", OFFICE_POST, PPID_POST, code, "post", None, make_published, "item.propose"),
    of("item-withdraw", OFFICE, PPID, code, prepare=make_proposal, guard="item.propose"),
    of("item-withdraw", OFFICE_POST, PPID_POST, code, "post", None, make_proposal, "item.propose"),
    of("item-review", NOBODY_HERE, PPID, code, prepare=make_proposal, guard="item.review"),
    of("item-review", NOBODY_HERE, PPID_POST, code, "post", CLASS, make_proposal, "item.review"),
    of("item-return", NOBODY_HERE, PPID, code, prepare=make_proposal, guard="item.review"),
    of("item-return", NOBODY_HERE, PPID_POST, code, "post", NOTE, make_proposal, "item.review"),
    of("decrees", EVERYBODY, BOTH),
    of("decree-prepare", NOBODY_WHOLE, PPID, body, guard="decree.prepare"),
    of("decree-prepare", NOBODY_WHOLE, PPID_POST, body, "post", DECREE, None, "decree.prepare"),
    of("decree", WHOLE_READERS, BOTH, decree, prepare=make_sent),
    of("decree-send", NOBODY_WHOLE, PPID, decree, prepare=make_draft, guard="decree.prepare"),
    of("decree-send", NOBODY_WHOLE, PPID_POST, decree, "post", None, make_draft, "decree.prepare"),
    of("decree-drop", NOBODY_WHOLE, PPID, decree, prepare=make_draft, guard="decree.prepare"),
    of("decree-drop", NOBODY_WHOLE, PPID_POST, decree, "post", None, make_draft, "decree.prepare"),
    of("decree-approve", NOBODY_WHOLE, SUPERIOR, decree, prepare=make_sent, guard="decree.approve"),
    of("decree-approve", NOBODY_WHOLE, SUPERIOR_POST, decree, "post", None, make_sent, "decree.approve"),
    of("decree-return", NOBODY_WHOLE, SUPERIOR, decree, prepare=make_sent, guard="decree.approve"),
    of("decree-return", NOBODY_WHOLE, SUPERIOR_POST, decree, "post", NOTE, make_sent, "decree.approve"),
    of("public-item", (SEEN,) * 6, BOTH, code, prepare=make_published),
    of("public-item", (GONE,) * 6, {"ppid": GONE, "superior": GONE}, code, prepare=make_proposal),
]
ROUTES += open_to_all("disclosure:public-list")
