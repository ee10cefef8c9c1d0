"""The registers have exactly the columns of their annexes, and the public ones lead to nobody."""

import re
from datetime import date
from io import BytesIO
from uuid import uuid4

import pytest
from django.utils import timezone
from pypdf import PdfReader

from suluh.disclosure.models import Objection
from suluh.disclosure.papers.days import indonesian_day
from suluh.disclosure.reports.cells import OBJECTION_CELLS, REQUEST_CELLS, without_persons
from suluh.disclosure.reports.paper import MOST, register_pdf
from suluh.disclosure.selectors.registers import KINDS, RegisterQuery, register_lines, register_page
from suluh.disclosure.services.requests_answer import answer_sign
from suluh.kernel.sheets import read_sheets
from suluh.law.papers import paper
from suluh.organization.models import Event
from suluh.organization.rights import OPERATOR
from tests.disclosure.asking import asked, drafted, running

SECRETS = ("Warga Satu", "warga@satu.example", "0000-9999", "Jalan Rahasia 9")


@pytest.fixture
def case(world):
    return asked(
        world.root,
        details="Anggaran taman; balas ke warga@satu.example atau 0812 3456 7890",
        name=SECRETS[0], email=SECRETS[1], phone=SECRETS[2], address=SECRETS[3],
    )  # fmt: skip


def query(body, *, public: bool = False, kind: str = "permohonan", **given: str) -> RegisterQuery:
    return RegisterQuery.from_address(kind, body, given, public=public)


def rows_of(content: bytes) -> list[tuple]:
    (tab,) = read_sheets(content).tabs
    return [row for _number, row in tab.numbered()]


@pytest.mark.parametrize(
    ("kind", "cells"), [("request-register", REQUEST_CELLS), ("objection-register", OBJECTION_CELLS)]
)
def test_every_column_of_the_annex_is_written_and_no_other(kind, cells):
    assert list(cells) == [part.code for part in paper(kind).parts]


def test_the_page_has_the_heads_of_the_annex_in_their_order(client, world, case):
    client.force_login(world.service)
    page = client.get(f"/layanan/register/{world.root.slug}/permohonan/").content.decode()
    places = [page.index(f"{part.label}</th>") for part in paper("request-register").parts]
    assert places == sorted(places)


def test_the_internal_register_shows_who_asked_and_only_the_end_of_the_identity_number(client, world, case):
    client.force_login(world.ppid)
    page = client.get(f"/layanan/register/{world.root.slug}/permohonan/").content.decode()
    assert all(secret in page for secret in SECRETS)
    assert case.applicant.masked_identity in page


@pytest.mark.parametrize("form", ["/", ".xlsx", ".pdf"])
def test_the_public_register_reads_no_identity_from_the_database(
    client, world, case, form, django_assert_max_num_queries
):
    with django_assert_max_num_queries(12) as seen:
        answer = client.get(f"/register/permohonan{form}")
    assert answer.status_code == 200
    assert not [one["sql"] for one in seen.captured_queries if "disclosure_applicant" in one["sql"]]


def test_the_public_register_blackens_what_citizens_wrote_of_themselves(client, case):
    page = client.get("/register/permohonan/").content.decode()
    assert "Anggaran taman" in page
    assert not [secret for secret in (*SECRETS, "3456 7890") if secret in page]


@pytest.mark.parametrize(
    ("text", "kept"),
    [("tahun 2024/2025", True), ("Rp1.250.000", True), ("a@b.example", False), ("3204123412341234", False)],
)
def test_long_figures_and_mail_addresses_are_taken_for_persons(text, kept):
    assert (without_persons(text) == text) is kept


def test_an_answer_that_is_not_signed_does_not_stand_in_the_register(world):
    request = running(world.root, OPERATOR)
    answer = drafted(request, OPERATOR)
    codes = [part.code for part in paper("request-register").parts]
    decision = codes.index("decision")
    (before,) = register_lines(query(world.root))
    request.refresh_from_db()
    answer_sign(answer=answer, seen=request.version, by=OPERATOR)
    (after,) = register_lines(query(world.root))
    assert (before[decision], after[decision]) == ("", "Dikabulkan seluruhnya")
    assert after[codes.index("notified")] == indonesian_day(timezone.localdate())


def test_the_sheet_has_the_columns_of_the_annex_and_one_line_a_request(client, world, case):
    client.force_login(world.service)
    rows = rows_of(client.get(f"/layanan/register/{world.root.slug}/permohonan.xlsx").content)
    parts = paper("request-register").parts
    assert [cell for cell in rows[0] if cell] == [
        part.group or part.label
        for place, part in enumerate(parts)
        if not part.group or parts[place - 1].group != part.group
    ]
    assert rows[2][0] == case.number


def test_taking_the_internal_register_away_is_an_event(client, world, case):
    client.force_login(world.service)
    client.get(f"/layanan/register/{world.root.slug}/permohonan.pdf")
    assert Event.objects.get(code="register.taken").person == world.service


def test_pages_follow_each_other_without_a_gap(world):
    made = [asked(world.root, details=f"Berkas {number}").number for number in range(4)]
    first = query(world.root)
    page = register_page(RegisterQuery(first.kind, first.body, False, first.year, size=3))
    rest = register_page(RegisterQuery(first.kind, first.body, False, first.year, size=3, after=page.after))
    assert [cells[0] for _pk, cells in page.lines + rest.lines] == made[::-1]
    assert rest.after == 0


def test_every_filter_can_be_asked_for(world, case):
    for kind, register in KINDS.items():
        for word in register.filters:
            assert list(register_lines(query(world.root, kind=kind, hanya=word))) == (
                [] if word != "terbuka" or kind == "keberatan" else list(register_lines(query(world.root)))
            )


def test_an_objection_ticks_its_grounds_and_names_its_request(world, case):
    Objection.objects.create(
        body=world.root, request=case, applicant=case.applicant, year=timezone.localdate().year, sequence=1,
        number="001/KEB", code=uuid4().hex[:20], grounds=["c"], details="Anggaran taman", position="Tidak dijawab",
        received_on=date(2026, 4, 1), registered_at=timezone.now(),
    )  # fmt: skip
    (line,) = register_lines(query(world.root, kind="keberatan"))
    cells = dict(zip([part.code for part in paper("objection-register").parts], line, strict=True))
    assert cells["request"] == case.number
    assert [letter for letter in "abcdefg" if cells[letter]] == ["c"]


def test_a_paper_that_cannot_hold_the_whole_register_says_so(world):
    kind = paper("request-register")
    parts = kind.public_parts[:2]
    papers = []
    for count in (3, MOST + 1):
        lines = ([n, ""] for n in range(count))
        papers.append(PdfReader(BytesIO(register_pdf(kind, parts, lines, body=world.root, year=2026, public=True))))

    whole, cut = papers
    assert "baris pertama" not in whole.pages[0].extract_text()
    assert "5.000 baris pertama" in cut.pages[0].extract_text()


def test_every_link_on_the_open_register_of_a_village_stays_in_that_village(client, world):
    asked(world.village, details="Dana desa tahun 2025")
    page = client.get(f"/register/permohonan/?badan={world.village.slug}").content.decode()

    assert "Dana desa tahun 2025" in page
    links = re.findall(r'href="(\?[^"]*|/register/[^"]*)"', page.partition("<main")[2])
    assert links
    assert all(f"badan={world.village.slug}" in link for link in links)
