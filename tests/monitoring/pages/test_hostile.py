"""Sites are strangers: whatever their pages call themselves is shown as text, in every page, sheet and paper."""

from __future__ import annotations

import io

import openpyxl
import pytest
from django.apps import apps
from django.db.models import CharField, TextField
from django.urls import reverse
from lxml import html
from pypdf import PdfReader

from suluh.monitoring.models import Evidence, Finding, ItemRow
from suluh.organization.models import Unit

MARKUP = '=1+1</script><img src=x onerror=alert(1)>"\'{{ 7|add:7 }}#read("x.typ")\n'
ADDRESS = 'http://jahat.example/"><img src=x onerror=alert(1)>'
"""An address as the crawler keeps it is always http or https; what follows may be anything."""
OURS = {"key", "code", "slug", "path", "host", "sort_key", "sha256", "body_sha256", "weeks", "server_key", "guid"}
"""Columns that hold what Suluh computed, never what a site said."""


def spoil() -> set[str]:
    """Write markup into every column of the watch that holds words or addresses of a site; the columns' names."""
    spoiled = set()
    for model in (*apps.get_app_config("monitoring").get_models(), Unit):
        for field in model._meta.concrete_fields:
            said = isinstance(field, CharField | TextField) and not (field.choices or field.unique)
            if said and field.name not in OURS and (field.max_length or 9999) > 40:
                model.objects.update(**{field.name: ADDRESS if "url" in field.name else MARKUP[: field.max_length]})
                spoiled.add(f"{model.__name__}.{field.name}")
    return spoiled


@pytest.fixture
def spoiled(regency) -> set[str]:
    return spoil()


def addresses(regency) -> list[str]:
    unit = regency.infected.unit
    item = ItemRow.objects.filter(site__unit=unit)[0]
    others = [other.pk for other in regency.units[:2]]
    return [
        *(reverse(f"monitoring:{name}") for name in ("overview", "units", "findings", "sweeps", "digest", "waiting")),
        reverse("monitoring:unit", args=[unit.slug]),
        reverse("monitoring:item", args=[unit.slug, item.code]),
        *(reverse("monitoring:finding", args=[row.pk]) for row in Finding.objects.all()[:3]),
        *(reverse("monitoring:evidence", args=[row.pk]) for row in Evidence.objects.all()[:2]),
        reverse("monitoring:compare") + "?u=" + "&u=".join(map(str, others)),
        reverse("evaluation:ranking"),
        reverse("organization:register"),
        reverse("organization:unit", args=[unit.slug]),
    ]


def test_no_page_runs_what_a_site_said(board, regency, spoiled):
    assert {"Finding.message", "Post.title", "Post.url", "Evidence.excerpt", "Unit.name"} <= spoiled
    for address in addresses(regency):
        answer = board.get(address)
        page = html.fromstring(answer.content)

        assert answer.status_code == 200, address
        assert not page.xpath("//@onerror | //img[@src='x']"), address
        assert "14#read" not in answer.content.decode(), address


def test_sheets_hold_it_as_text(board, regency, spoiled):
    for name, args in (("units_sheet", []), ("recap_sheet", ["2026-04"])):
        book = openpyxl.load_workbook(io.BytesIO(board.get(reverse(f"monitoring:{name}", args=args)).content))
        cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]

        assert [cell for cell in cells if str(cell.value).startswith("=1+1")]
        assert not [cell for cell in cells if cell.data_type == "f"]


def test_papers_print_it_as_words(board, regency, spoiled):
    content = board.get(reverse("monitoring:unit_report", args=[regency.infected.unit.slug])).content
    text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)

    assert '#read("x.typ")' in text.replace("”", '"').replace("“", '"')
