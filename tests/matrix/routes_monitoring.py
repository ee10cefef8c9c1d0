"""The board's addresses."""

from django.utils import timezone

from suluh.kernel.charts.weeks import monday_of
from suluh.monitoring.models import Blob, Evidence, Finding, ItemRow, SiteState, Sweep, Visit
from suluh.organization.models import Site, Unit
from tests.matrix.routes import BAD, DONE, GONE, LOGIN, NO, SEEN, Route

#              outsider sibling officer leader coordinator admin
EVERYBODY = (LOGIN, SEEN, SEEN, SEEN, SEEN, SEEN)
TAKEN = 409
READERS = (LOGIN, GONE, SEEN, SEEN, SEEN, SEEN)
WHOLE_POST = (LOGIN, NO, NO, NO, DONE, DONE)
MONTH = "2026-04"


def month(world):
    return [MONTH]


def unit(world):
    return [world.health.slug]


def finding(world):
    return [world.finding.pk]


def proof(world):
    return [world.proof.pk]


def make_finding(world, state="open"):
    now = timezone.now()
    world.finding = Finding.objects.create(
        site=world.site, unit=world.health, code="stale", severity="medium", message="Diam", state=state,
        first_seen=now, last_seen=now, opened_at=now, observations=2,
    )  # fmt: skip


def make_contested(world):
    make_finding(world, "contested")


def make_proof(world):
    blob = Blob.objects.create(sha256="a" * 64, body=b"x\x9c\x03\x00\x00\x00\x00\x01", size=0)
    world.proof = Evidence.objects.create(
        site=world.site, code="stale", url=world.site.url, seen_at=timezone.now(), blob=blob,
        keep_until=timezone.localdate(),
    )  # fmt: skip


def make_sweep(world):
    world.sweep = Sweep.objects.create(cause=Sweep.Cause.PERSON, started_at=timezone.now(), sites=1)
    Visit.objects.create(sweep=world.sweep, site=world.site, server_key="")


def make_weeks(world):
    """A week of a site of each unit: before that there is nothing to make a card or a paper of."""
    monday = monday_of(timezone.localdate())
    for unit in Unit.objects.all():
        host = f"{unit.slug}.pekan.example"
        site = unit.sites.first() or Site.objects.create(unit=unit, url=f"https://{host}/", host=host, is_main=True)
        SiteState.objects.update_or_create(site=site, defaults={"weeks": "1", "weeks_from": monday})


def make_item(world):
    now = timezone.now()
    known = {"state": "found", "since": now, "checked_at": now, "times_found": 1}
    ItemRow.objects.get_or_create(site=world.site, code="I-visi", defaults=known)


def make_found(world):
    now = timezone.now()
    known = {"state": "found", "since": now, "checked_at": now, "times_found": 1, "evidence_url": "http://a.example/b"}
    ItemRow.objects.get_or_create(site=world.site, code="B-c", defaults=known)


def of(name, expects, args=lambda world: [], method="get", data=None, prepare=None, guard=""):
    return Route(f"monitoring:{name}", expects, args, method, data or {}, prepare, guard)


ROUTES = [
    of("overview", EVERYBODY),
    of("digest", EVERYBODY),
    of("digest_card", EVERYBODY, prepare=make_weeks),
    of("report", EVERYBODY, prepare=make_weeks),
    of("waiting", EVERYBODY),
    of("waiting-count", EVERYBODY),
    of("units", EVERYBODY),
    of("units_sheet", EVERYBODY),
    of("compare", (LOGIN, *[302] * 5)),
    of("unit", READERS, unit),
    of("unit_report", READERS, unit),
    of("unit_card", READERS, unit),
    of("item", READERS, lambda world: [world.health.slug, "I-visi"], prepare=make_item),
    of("item_hand_over", (LOGIN, GONE, DONE, TAKEN, TAKEN, TAKEN),
       lambda world: [world.health.slug, "B-c", "disclosure.item"], "post", prepare=make_found, guard="item.propose"),
    of("findings", EVERYBODY),
    of("finding", READERS, finding, prepare=make_finding),
    of("finding_acknowledge", (LOGIN, GONE, DONE, NO, NO, NO), finding, "post", prepare=make_finding,
       guard="finding.reply"),
    of("finding_contest", (LOGIN, GONE, DONE, NO, NO, NO), finding, "post", {"text": "Situs sudah diperbarui kemarin."},
       make_finding, "finding.reply"),
    of("finding_settle", (LOGIN, GONE, NO, NO, DONE, DONE), finding, "post",
       {"decision": "uphold", "text": "Terlihat dua kali."}, make_contested, "finding.settle"),
    of("finding_settle", (LOGIN, GONE, NO, NO, BAD, BAD), finding, "post", prepare=make_contested),
    of("evidence", READERS, proof, prepare=make_proof),
    of("evidence_body", (LOGIN, GONE, SEEN, NO, SEEN, SEEN), proof, prepare=make_proof, guard="evidence.download"),
    of("recaps", (LOGIN, *[302] * 5)),
    of("recap", EVERYBODY, month),
    of("recap_sheet", EVERYBODY, month),
    of("recap_publish", WHOLE_POST, month, "post", guard="recap.publish"),
    of("sweeps", EVERYBODY),
    of("sweep", READERS, lambda world: [world.sweep.pk], prepare=make_sweep),
    of("sweep_start", WHOLE_POST, method="post", guard="sweep.start"),
]  # fmt: skip
