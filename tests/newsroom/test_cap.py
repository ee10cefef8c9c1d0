"""Documents of the alerting protocol: valid against the published schema, tied together by references."""

import hashlib
import tomllib
from datetime import timedelta
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse
from lxml import etree

from suluh.newsroom.notices.kinds import notice_kinds
from suluh.newsroom.services.notice_issuing import notice_clear, notice_extend, notice_withdraw
from suluh.organization.models import Unit
from tests.newsroom.noticing import issued
from tests.world import build_world

pytestmark = pytest.mark.django_db
FOLDER = Path(__file__).parent / "cap"
NAMES = {"c": "urn:oasis:names:tc:emergency:cap:1.2", "a": "http://www.w3.org/2005/Atom"}


@pytest.fixture
def world():
    world = build_world()
    Unit.objects.filter(pk=world.village.pk).update(code="99.01.02.2003")
    world.village.refresh_from_db()
    return world


@pytest.fixture(scope="module")
def schema():
    return etree.XMLSchema(etree.parse(FOLDER / "CAP-v1.2.xsd"))


def document(version):
    answer = Client().get(reverse("portal:cap", args=[version.notice_id, version.number]))
    assert answer.headers["Content-Type"].startswith("application/cap+xml")
    return etree.fromstring(answer.content)


def told(tree, path):
    return [str(found) for found in tree.xpath(f"{path}/text()", namespaces=NAMES)]


def test_the_schema_is_the_published_one():
    (entry,) = tomllib.loads((FOLDER / "VENDOR.toml").read_text())["file"]
    assert hashlib.sha256((FOLDER / entry["name"]).read_bytes()).hexdigest() == entry["sha256"]


@pytest.mark.parametrize("kind", sorted(notice_kinds()))
def test_every_kind_is_valid(kind, world, schema):
    version = issued(world, kind=kind, place="Sungai Wening & anak sungai <2>\x0b", title="Keadaan darurat")
    schema.assertValid(document(version))


def test_update_end_and_withdrawal_are_valid_and_name_all_messages_before_them(world, schema):
    first = issued(world)
    ends = first.issued_at + timedelta(days=1)
    more = {"said": "Lebih lama.", "by": world.coordinator}
    second = notice_extend(notice=first.notice, seen=first.notice.seen, ends_at=ends, **more)
    last = notice_withdraw(notice=second.notice, seen=second.notice.seen, **more)
    documents = [document(one) for one in (first, second, last)]

    for tree in documents:
        schema.assertValid(tree)
    names = [",".join(told(tree, f"c:{part}")[0] for part in ("sender", "identifier", "sent")) for tree in documents]
    assert [told(tree, "c:msgType") for tree in documents] == [["Alert"], ["Update"], ["Cancel"]]
    assert told(documents[0], "c:references") == []
    assert told(documents[2], "c:references") == [" ".join(names[:2])]


def test_what_is_over_says_all_clear(world, schema):
    first = issued(world)
    last = notice_clear(notice=first.notice, said="Air surut.", seen=first.notice.seen, by=world.coordinator)
    tree = document(last)
    schema.assertValid(tree)
    assert told(tree, "c:info/c:responseType") == ["AllClear"]


def test_the_area_has_the_ministrys_code_where_the_register_has_one(world):
    tree = document(issued(world))
    assert told(tree, "c:info/c:area/c:areaDesc") == ["Desa Embun"]
    assert told(tree, "c:info/c:area/c:geocode/c:value") == ["99.01.02.2003"]
    assert told(tree, "c:info/c:language") == ["id-ID"]


def test_a_version_keeps_its_name_and_time_for_good(world):
    version = issued(world)
    before = etree.tostring(document(version))
    notice_clear(notice=version.notice, said="Air surut.", seen=version.notice.seen, by=world.coordinator)
    assert etree.tostring(document(version)) == before


def test_the_index_names_every_version_with_its_document(world):
    version = issued(world)
    last = notice_clear(notice=version.notice, said="Air surut.", seen=version.notice.seen, by=world.coordinator)
    feed = etree.fromstring(Client().get(reverse("portal:cap-feed")).content)
    links = [str(href) for href in feed.xpath("//a:entry/a:link[@type='application/cap+xml']/@href", namespaces=NAMES)]
    assert [link.rpartition("/")[2] for link in links] == [f"{last.number}.cap.xml", f"{version.number}.cap.xml"]
