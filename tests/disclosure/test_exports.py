"""The list out of the house: annex layout, CSV, JSON, DCAT-AP 3, schema.org, feed."""

import hashlib
import io
import json
import tomllib
from pathlib import Path
from xml.etree import ElementTree

import pytest
from django.test import Client, override_settings
from django.urls import reverse
from openpyxl import load_workbook
from pypdf import PdfReader
from pyshacl import validate
from rdflib import DCAT, DCTERMS, RDF, Graph

from suluh.disclosure.services.files import file_add
from suluh.disclosure.services.items import item_propose_removal, version_accept
from suluh.organization.rights import OPERATOR
from tests.disclosure.making import accepted, fix, published
from tests.support.pdf import PDF

SHAPES = Path(__file__).parent / "shapes"


@pytest.fixture
def listed(world, tmp_path):
    """Three items in force: plain, hostile in its words, with a link and a file."""
    with override_settings(MEDIA_ROOT=tmp_path):
        accepted(world.health, 'Judul "kutip" <script>\\n ganjil', summary="Baris satu\nbaris dua \\ akhir.")
        accepted(world.social, "=1+1 tabel bantuan", link="https://dinsos.arunika.example/data?a=1&b=2")
        item = accepted(world.health, "Laporan kinerja 2025", category="berkala", law_code="B-c").item
        fix(world.root)
        file_add(item=item, content=PDF, name="laporan kinerja.pdf", by=OPERATOR)
        yield world


def got(form: str, **query: str) -> bytes:
    return b"".join(Client().get(reverse("disclosure:public-export", args=[form]), query))


def graph(form: str) -> Graph:
    return Graph().parse(data=got(form), format="turtle" if form == "ttl" else "json-ld")


def test_the_shapes_are_the_published_ones():
    (entry,) = tomllib.loads((SHAPES / "VENDOR.toml").read_text())["file"]
    assert hashlib.sha256((SHAPES / entry["name"]).read_bytes()).hexdigest() == entry["sha256"]


@pytest.mark.parametrize("form", ["ttl", "jsonld"])
def test_the_catalogue_is_valid_against_the_published_shapes(listed, form):
    data = graph(form)

    valid, _graph, report = validate(data, shacl_graph=str(SHAPES / "dcat-ap-3-shacl-shapes.ttl"), advanced=True)

    assert len(list(data.subjects(RDF.type, DCAT.Dataset))) == 3
    assert len(list(data.subjects(RDF.type, DCAT.Distribution))) == 4
    assert valid, report


def test_the_shapes_do_refuse_a_catalogue_without_titles(listed):
    data = graph("ttl")
    data.remove((None, DCTERMS.title, None))

    assert not validate(data, shacl_graph=str(SHAPES / "dcat-ap-3-shacl-shapes.ttl"))[0]


def test_turtle_and_json_ld_say_the_same(listed):
    assert set(graph("ttl")) == set(graph("jsonld"))


def test_the_sheet_has_the_columns_of_the_annex_in_their_order(listed):
    sheet = load_workbook(io.BytesIO(got("xlsx"))).active

    heads = [sheet.cell(1, column).value for column in range(1, 9)]
    assert heads[:3] == ["No.", "Ringkasan isi informasi", "Pejabat/unit/satuan kerja yang menguasai informasi"]
    assert heads[5] == "Bentuk informasi yang tersedia"
    assert [sheet.cell(2, column).value for column in (6, 7)] == ["Softcopy", "Hardcopy"]
    assert sheet.cell(3, 5).value == "Arunika, 12-01-2026"
    assert sheet.max_row == 5


def test_nothing_in_a_sheet_runs_as_a_formula(listed):
    text = got("csv").decode("utf-8-sig")

    assert "'=1+1 tabel bantuan" in text
    assert ";=1+1" not in text


def test_json_holds_the_statutory_columns_and_public_files(listed):
    said = json.loads(got("json"))

    (item,) = [one for one in said["items"] if one["title"] == "Laporan kinerja 2025"]
    assert item["made_on"] == "2026-01-12"
    assert [file["name"] for file in item["files"]] == ["laporan kinerja.pdf"]


def test_who_pulls_since_a_day_is_told_what_changed_and_what_is_gone(world):
    item = published(world.health, world.root)
    version = item_propose_removal(item=item, by=OPERATOR)
    version_accept(version=version, category="setiap-saat", law_code="", by=OPERATOR)
    fix(world.root, "2")

    said = json.loads(got("json", sejak="2026-01-01"))
    assert (said["items"], [one["code"] for one in said["gone"]]) == ([], [item.code])
    assert json.loads(got("json", sejak="2099-01-01")) == {"items": [], "gone": []}


@pytest.mark.parametrize("since", ["kemarin", "2026-13-45", "2026-02-30"])
def test_a_day_that_is_none_is_not_found(world, since):
    assert Client().get(reverse("disclosure:public-export", args=["json"]), {"sejak": since}).status_code == 404


def test_a_download_keeps_the_filters_of_the_page(listed):
    assert [item["title"] for item in json.loads(got("json", jenis="berkala"))["items"]] == ["Laporan kinerja 2025"]


def test_the_paper_names_every_item(listed):
    text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(got("pdf"))).pages)

    assert "Laporan kinerja 2025" in text
    assert "Daftar Informasi Publik" in text


def test_schema_org_cannot_end_its_block(listed):
    page = Client().get("/informasi/DKS-001/").content.decode()
    block = page.partition('<script type="application/ld+json">')[2].partition("</script>")[0]

    assert json.loads(block)["name"].startswith('Judul "kutip" <script>')
    assert "<" not in block


def test_a_sign_that_xml_does_not_know_does_not_take_the_feed_from_its_readers(world):
    published(world.health, world.root, "Laporan\x07 kinerja\x0b 2025\ufffe")

    feed = ElementTree.fromstring(Client().get(reverse("disclosure:public-feed")).content)

    assert feed.find("{*}entry").find("{*}title").text == "Laporan kinerja 2025"


def test_the_feed_is_atom_with_permanent_addresses(listed):
    feed = ElementTree.fromstring(Client().get(reverse("disclosure:public-feed")).content)

    links = [entry.find("{http://www.w3.org/2005/Atom}link").get("href") for entry in feed.findall("{*}entry")]
    assert len(links) == 3
    assert all(link.startswith("http://testserver/informasi/") for link in links)
