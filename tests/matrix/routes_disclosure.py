"""Addresses of public information."""

from datetime import timedelta

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from suluh.disclosure.models import Item, ItemVersion
from suluh.disclosure.selectors.reviewing import seen_as
from suluh.disclosure.services.decrees import decree_prepare, decree_send
from suluh.disclosure.services.exclusions import exclusion_draft, exclusion_send
from suluh.disclosure.services.files import file_add, file_show
from suluh.disclosure.services.imports import sheet_keep
from suluh.disclosure.services.items import item_propose
from suluh.disclosure.services.sealing_files import sealed_add
from suluh.organization.rights import OPERATOR
from tests.disclosure.excluding import excluded, sheet
from tests.disclosure.making import accepted, content, published
from tests.matrix.routes import DONE, GONE, LOGIN, NO, SEEN, Route, open_to_all
from tests.support.pdf import PDF

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


def seen_proposal(world):
    return {"usul": seen_as(ItemVersion.objects.get(item=world.item))}


def make_published(world):
    world.item = published(world.health, world.root)


def make_periodic(world):
    world.item = published(world.health, world.root, category="berkala", law_code="B-c")
    day = timezone.localdate() - timedelta(days=200)
    Item.objects.filter(pk=world.item.pk).update(refreshed_on=day, refresh_due=day + timedelta(days=180))


def make_draft(world):
    accepted(world.health)
    world.decree = decree_prepare(body=world.root, number="1/2026", day="2026-04-01", by=OPERATOR)


def make_sent(world):
    make_draft(world)
    decree_send(decree=world.decree, by=OPERATOR)


def file(world):
    return [world.item.code, world.file.pk]


def test(world):
    return [world.test.pk]


def sealed(world):
    return [world.test.pk, world.sealed.pk]


def upload(world):
    return {"file": SimpleUploadedFile("a.pdf", PDF), "public": "on"}


def sheet_upload(world):
    return {"sheet": SimpleUploadedFile("dip.csv", b"a;b\n1;2\n")}


def draft(world):
    kept = sheet_keep(unit=world.health, content=b"a;b\n1;2\n", name="dip.csv", by=world.officer)
    return [world.health.slug, kept.pk]


def make_file(world):
    make_published(world)
    world.file = file_add(item=world.item, content=PDF, name="a.pdf", by=OPERATOR)


def make_closed_file(world):
    make_file(world)
    file_show(file=world.file, public=False, reason="Belum dihitamkan.", by=OPERATOR)


def make_test(world):
    world.test = exclusion_draft(unit=world.health, number="5/2026", sheet=sheet(), by=OPERATOR)


def make_sent_test(world):
    make_test(world)
    exclusion_send(exclusion=world.test, by=OPERATOR)


def make_excluded(world):
    world.test = excluded(world.health, number="5/2026")
    world.sealed = sealed_add(exclusion=world.test, content=PDF, name="a.pdf", by=OPERATOR)


def of(name, expects, more, args=lambda world: [], method="get", data=None, prepare=None, guard=""):
    return Route(f"disclosure:{name}", expects, args, method, data or {}, prepare, guard, more)


ITEM = {
    "title": "Jadwal", "summary": "Isi.", "holder": "Bidang", "responsible": "Kepala", "softcopy": "on",
    "retention": "2 tahun",
}  # fmt: skip
CLASS = {"category": "setiap-saat", "law_code": "T-c"}
NOTE = {"note": "Sebut tahunnya."}
DECREE = {"number": "1/2026", "day": "2026-04-01"}
TEST = {
    "label": "Data pribadi", "scope": "whole", "exact": "Nama", "grounds": ["17h"], "law_basis": "UU 14/2008",
    "harm": "Rahasia terbuka", "benefit": "Rahasia terlindungi", "testers": "A; Kabid; Dinkes",
    "tested_on": "2026-04-01", "tested_at": "Arunika", "starts_on": "2026-04-01", "ends_on": "2028-04-01",
}  # fmt: skip
NEW_TEST = {**TEST, "number": "9/2026"}
APPROVAL = {"decree_number": "7/2026", "decree_day": "2026-04-02"}
TESTERS = (LOGIN, GONE, NO, NO, GONE, GONE)
HEAD = (LOGIN, GONE, NO, SEEN, GONE, GONE)
HEAD_POST = (LOGIN, GONE, NO, DONE, GONE, GONE)
NEITHER = {"ppid": NO, "superior": NO}
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
    of("review-many", NOBODY_HERE, PPID, unit, prepare=make_proposal, guard="item.review"),
    of("review-many", NOBODY_HERE, PPID_POST, unit, "post", seen_proposal, make_proposal, "item.review"),
    of("decrees", EVERYBODY, BOTH),
    of("decree-prepare", NOBODY_WHOLE, PPID, body, guard="decree.prepare"),
    of("decree-prepare", NOBODY_WHOLE, PPID_POST, body, "post", DECREE, None, "decree.prepare"),
    of("decree", WHOLE_READERS, BOTH, decree, prepare=make_sent),
    of("decree-paper", (GONE, GONE, GONE, SEEN, SEEN, SEEN), BOTH, decree, prepare=make_sent),
    of("decree-send", NOBODY_WHOLE, PPID, decree, prepare=make_draft, guard="decree.prepare"),
    of("decree-send", NOBODY_WHOLE, PPID_POST, decree, "post", None, make_draft, "decree.prepare"),
    of("decree-drop", NOBODY_WHOLE, PPID, decree, prepare=make_draft, guard="decree.prepare"),
    of("decree-drop", NOBODY_WHOLE, PPID_POST, decree, "post", None, make_draft, "decree.prepare"),
    of("decree-approve", NOBODY_WHOLE, SUPERIOR, decree, prepare=make_sent, guard="decree.approve"),
    of("decree-approve", NOBODY_WHOLE, SUPERIOR_POST, decree, "post", None, make_sent, "decree.approve"),
    of("decree-return", NOBODY_WHOLE, SUPERIOR, decree, prepare=make_sent, guard="decree.approve"),
    of("decree-return", NOBODY_WHOLE, SUPERIOR_POST, decree, "post", NOTE, make_sent, "decree.approve"),
    of("refresh", EVERYBODY, BOTH),
    of("links", EVERYBODY, BOTH),
    of("pelaksana", EVERYBODY, BOTH),
    of("pelaksana-sheet", EVERYBODY, BOTH),
    of("pelaksana-unit", (LOGIN, GONE, SEEN, SEEN, GONE, GONE), BOTH, unit),
    of("link-again", OFFICE_POST, PPID_POST, code, "post", None, make_published, "item.propose"),
    of(
        "refresh",
        (LOGIN, DONE, DONE, NO, NO, NO),
        PPID_POST,
        method="post",
        data=lambda world: {"butir": world.item.code},
        prepare=make_periodic,
        guard="item.propose",
    ),
    of("public-item", (SEEN,) * 6, BOTH, code, prepare=make_published),
    of("public-item", (GONE,) * 6, {"ppid": GONE, "superior": GONE}, code, prepare=make_proposal),
]
ROUTES += open_to_all("disclosure:public-list", "disclosure:public-exclusions", "disclosure:public-feed")
ROUTES += [Route("disclosure:public-export", (SEEN,) * 6, lambda world: ["json"])]
ROUTES += [
    of("public-item-data", (SEEN,) * 6, BOTH, lambda world: [world.item.code, "json"], prepare=make_published),
    of("public-item-data", (GONE,) * 6, {}, lambda world: [world.item.code, "ttl"], prepare=make_proposal),
]
ROUTES += [
    of("file-add", OFFICE, PPID, code, prepare=make_published, guard="item.propose"),
    of("file-add", OFFICE_POST, PPID_POST, code, "post", upload, make_published, "item.propose"),
    of("file-remove", OFFICE, PPID, file, prepare=make_file, guard="item.propose"),
    of("file-remove", OFFICE_POST, PPID_POST, file, "post", None, make_file, "item.propose"),
    of("public-file", (SEEN,) * 6, BOTH, file, prepare=make_file),
    of("public-file", (GONE, GONE, SEEN, SEEN, SEEN, SEEN), BOTH, file, prepare=make_closed_file),
    of("exclusions", EVERYBODY, BOTH),
    of("exclusion-draft", (LOGIN, GONE, NO, NO, NO, NO), PPID, unit, guard="exclusion.test"),
    of("exclusion-draft", (LOGIN, GONE, NO, NO, NO, NO), PPID_POST, unit, "post", NEW_TEST, None, "exclusion.test"),
    of("exclusion", (LOGIN, GONE, SEEN, SEEN, GONE, GONE), BOTH, test, prepare=make_excluded),
    of(
        "exclusion-paper",
        (LOGIN, GONE, SEEN, SEEN, GONE, GONE),
        BOTH,
        lambda world: [world.test.pk, "uji"],
        prepare=make_excluded,
    ),
    of("exclusion-extract", (SEEN,) * 6, BOTH, test, prepare=make_excluded),
    of("exclusion-change", TESTERS, PPID, test, prepare=make_test, guard="exclusion.test"),
    of("exclusion-change", TESTERS, PPID_POST, test, "post", TEST, make_test, "exclusion.test"),
    of("exclusion-replace", TESTERS, PPID, test, prepare=make_excluded, guard="exclusion.test"),
    of("exclusion-replace", TESTERS, PPID_POST, test, "post", NEW_TEST, make_excluded, "exclusion.test"),
    of("exclusion-send", TESTERS, PPID, test, prepare=make_test, guard="exclusion.test"),
    of("exclusion-send", TESTERS, PPID_POST, test, "post", None, make_test, "exclusion.test"),
    of("exclusion-approve", HEAD, NEITHER, test, prepare=make_sent_test, guard="exclusion.approve"),
    of("exclusion-approve", HEAD_POST, NEITHER, test, "post", APPROVAL, make_sent_test, "exclusion.approve"),
    of("exclusion-return", HEAD, NEITHER, test, prepare=make_sent_test, guard="exclusion.approve"),
    of("exclusion-return", HEAD_POST, NEITHER, test, "post", NOTE, make_sent_test, "exclusion.approve"),
    of("exclusion-open", HEAD, NEITHER, test, prepare=make_excluded, guard="exclusion.approve"),
    of("exclusion-open", HEAD_POST, NEITHER, test, "post", {"reason": "Putusan"}, make_excluded, "exclusion.approve"),
    of("sealed-add", TESTERS, PPID, test, prepare=make_excluded, guard="exclusion.test"),
    of("sealed-add", TESTERS, PPID_POST, test, "post", upload, make_excluded, "exclusion.test"),
    of("sealed-file", (LOGIN, GONE, NO, SEEN, GONE, GONE), BOTH, sealed, prepare=make_excluded, guard="sealed.open"),
]
ROUTES += [
    of("import", OFFICE, PPID, unit, guard="item.propose"),
    of("import", (LOGIN, GONE, DONE, NO, NO, NO), PPID_POST, unit, "post", sheet_upload, guard="item.propose"),
    of("import-preview", (LOGIN, GONE, SEEN, NO, NO, NO), {"ppid": GONE, "superior": NO}, draft, guard="item.propose"),
    of("duty-list", READERS, BOTH, unit),
    of("duty-take", OFFICE_POST, PPID_POST, lambda world: [world.health.slug, "B-c"], "post", guard="item.propose"),
]
