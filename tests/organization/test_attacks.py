"""A hostile outsider, and an officer of a sibling unit, at the register's own addresses."""

import io
from datetime import timedelta

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from suluh.organization.models import Account, ImportDraft, Membership, Role, Site, Unit
from suluh.organization.rights import OPERATOR
from suluh.organization.services.accounts import account_add, account_hand_over
from suluh.organization.services.people import membership_end, person_close
from suluh.organization.services.units import unit_change
from tests.world import appointed


def as_(person) -> Client:
    client = Client(raise_request_exception=False)
    client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    return client


@pytest.fixture
def account(world) -> Account:
    return account_add(unit=world.health, platform="facebook", handle="dinkes", by=OPERATOR)


def test_an_appointment_that_ended_opens_nothing_in_a_session_that_still_runs(world):
    client = as_(world.officer)
    path = f"/register/unit/{world.health.slug}/"
    assert client.get(path).status_code == 200
    Membership.objects.filter(person=world.officer).update(valid_until=timezone.localdate() - timedelta(days=1))

    assert client.get(path).status_code == 404
    assert client.post(f"{path}kontak/", {"contact_mail": "x@arunika.example"}).status_code == 404


def test_an_appointment_that_has_not_begun_opens_nothing(world):
    Membership.objects.filter(person=world.officer).update(valid_from=timezone.localdate() + timedelta(days=1))

    assert as_(world.officer).get(f"/register/unit/{world.health.slug}/").status_code == 404


def test_ending_an_appointment_today_ends_it_at_once(world):
    client = as_(world.officer)
    membership_end(membership=world.officer.memberships.get(), day=timezone.localdate(), by=world.admin)

    assert client.get(f"/register/unit/{world.health.slug}/").status_code == 404


def test_a_closed_person_is_out_of_every_session(world):
    client = as_(world.officer)
    person_close(person=world.officer, by=world.admin)

    assert client.get("/register/").status_code == 302


def test_fields_that_a_form_does_not_show_cannot_be_set_through_it(world):
    as_(world.officer).post(
        f"/register/unit/{world.health.slug}/kontak/",
        {"contact_mail": "x@arunika.example", "name": "Dinas Palsu", "path": "1/", "parent": world.root.pk},
    )
    world.health.refresh_from_db()

    assert (world.health.contact_mail, world.health.name) == ("x@arunika.example", "Dinas Kesehatan")


def test_a_person_cannot_make_themselves_more_through_the_profile(world):
    as_(world.officer).post(
        "/register/profil/", {"name": "Nama", "email": "admin@arunika.example", "is_active": "", "role": "admin"}
    )
    world.officer.refresh_from_db()

    assert (world.officer.email, world.officer.is_active) == ("dinkes@arunika.example", True)
    assert set(world.officer.memberships.values_list("role", flat=True)) == {Role.UNIT_OFFICER}


def test_a_role_that_may_not_be_granted_cannot_be_slipped_into_the_form(world):
    body = {"person": world.sibling.pk, "role": "coordinator", "valid_from": "2026-04-01", "subtree": "on"}
    answer = as_(world.coordinator).post(f"/register/unit/{world.root.slug}/penugasan/baru/", body)

    assert answer.status_code == 422
    assert not Membership.objects.filter(person=world.sibling, role=Role.COORDINATOR).exists()


def test_an_account_is_not_handed_to_somebody_of_another_unit(world, account):
    answer = as_(world.officer).post(
        f"/register/akun/{account.pk}/serah-terima/", {"to": [world.sibling.pk], "day": "2026-04-01"}
    )

    assert answer.status_code == 422
    assert not account.holders.exists()


@pytest.mark.parametrize("deed", ["ubah", "serah-terima", "pastikan", "tutup"])
def test_a_sibling_s_post_on_an_account_finds_nothing_and_changes_nothing(world, account, deed):
    before = Account.objects.values().get(pk=account.pk)
    answer = as_(world.sibling).post(
        f"/register/akun/{account.pk}/{deed}/",
        {"url": "https://jahat.example", "to": [world.sibling.pk], "day": "2026-04-01"},
    )

    assert answer.status_code == 404
    assert Account.objects.values().get(pk=account.pk) == before


def test_a_sibling_reads_neither_the_record_of_a_hand_over_nor_the_person(world, account):
    handover = account_hand_over(account=account, to=[world.officer], by=OPERATOR)
    client = as_(world.sibling)

    assert client.get(f"/register/serah-terima/{handover.sitting}/berita-acara.pdf").status_code == 404
    assert client.get(f"/register/orang/{world.officer.pk}/serah-terima/").status_code == 404


@pytest.mark.parametrize("page", ["", "sandi/", "faktor-kedua/", "tutup/", "serah-terima/"])
def test_people_cannot_be_counted_by_their_addresses(world, page):
    client = as_(world.sibling)
    answers = [client.get(f"/register/orang/{key}/{page}") for key in (world.officer.pk, world.officer.pk + 10_000)]

    assert [answer.status_code for answer in answers] == [404, 404]
    told = [answer.content.partition(b"<main")[2].partition(b"</main>")[0] for answer in answers]
    assert told[0] == told[1] != b""


def test_another_s_draft_cannot_be_taken(world):
    draft = ImportDraft.objects.create(
        person=world.coordinator, file_name="u.csv", content=b"Kode;Nama unit\nA;Dinas A\n"
    )

    assert as_(world.admin).post(f"/register/impor/{draft.pk}/").status_code == 404
    assert not Unit.objects.filter(name="Dinas A").exists()


def test_every_post_without_its_token_is_refused(world, account):
    client = Client(enforce_csrf_checks=True)
    client.force_login(world.admin, backend="django.contrib.auth.backends.ModelBackend")
    paths = [
        f"/register/akun/{account.pk}/tutup/", f"/register/orang/{world.officer.pk}/tutup/",
        f"/register/orang/{world.officer.pk}/sandi/", "/register/pemerintah/",
        f"/register/situs/{world.site.pk}/lepas/",
    ]  # fmt: skip

    assert {client.post(path).status_code for path in paths} == {403}
    assert Site.objects.get(pk=world.site.pk).active


FORMULA = '=HYPERLINK("https://jahat.example","klik")'


def test_a_formula_in_a_name_stays_text_in_both_exports(world):
    unit_change(unit=world.health, by=world.admin, name=FORMULA, short_name="+62", code="@SUM(A1)")
    client = as_(world.coordinator)
    sheet = openpyxl.load_workbook(io.BytesIO(client.get("/register/ekspor.xlsx").content)).active
    cells = [cell for row in sheet.iter_rows() for cell in row if str(cell.value or "").lstrip("'") == FORMULA]

    assert [cell.data_type for cell in cells] == ["s"]
    rows = client.get("/register/ekspor.csv").content.decode("utf-8-sig").splitlines()
    fields = [field.strip('"') for row in rows for field in row.split(";")]
    assert not [field for field in fields if field[:1] in ("=", "+", "@", "-") and len(field) > 1]


def test_a_name_with_markup_is_shown_not_run(world):
    unit_change(unit=world.health, by=world.admin, name='<img src=x onerror="alert(1)">')
    client = as_(world.coordinator)
    account_add(unit=world.health, platform="x", handle="<script>alert(1)</script>", by=OPERATOR)
    pages = ("/register/", f"/register/unit/{world.health.slug}/", "/register/jejak/", "/register/akun/")
    text = "".join(client.get(page).content.decode() for page in pages)

    assert "<script>alert" not in text
    assert "<img src=x" not in text


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd"])
def test_an_address_of_an_account_is_a_web_address(world, account, url):
    answer = as_(world.officer).post(f"/register/akun/{account.pk}/ubah/", {"url": url})

    assert answer.status_code == 422


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("rekap.xlsx", b"PK\x03\x04" + b"\0" * 200),
        ("rekap.xlsx", b"<html><script>alert(1)</script></html>"),
        ("../../etc/passwd.csv", b"\x89PNG\r\n\x1a\n"),
        ("rekap.csv", b""),
    ],
)
def test_what_is_no_sheet_is_refused_in_words(world, name, content):
    client = as_(world.coordinator)
    answer = client.post("/register/impor/", {"sheet": SimpleUploadedFile(name, content)}, follow=True)

    assert answer.status_code in (200, 422)
    assert 'role="alert"' in answer.content.decode() or 'id="salah"' in answer.content.decode()


@pytest.mark.parametrize(
    "path", ["/register/?setelah=%00|1", "/register/?cari=%00", "/register/jejak/?sebelum=99999999999999999999"]
)
def test_odd_queries_break_nothing(world, path):
    assert as_(world.coordinator).get(path).status_code in (200, 400, 404)


def test_the_higher_role_of_another_is_not_ended_by_a_coordinator(world):
    other = appointed("kominfo2@arunika.example", Role.COORDINATOR, world.root, subtree=True)
    path = f"/register/penugasan/{other.memberships.get().pk}/akhiri/"

    assert as_(world.coordinator).post(path, {"day": "2026-04-01"}).status_code == 403


@pytest.mark.parametrize("key", ["²", "9" * 5000, "-1", "x"])
def test_a_key_of_a_page_that_is_none_shows_a_page_and_no_fault(world, key):
    coordinator = as_(world.coordinator)
    trail = reverse("organization:trail")

    assert coordinator.get(trail, {"sebelum": key}).status_code == 200
    assert coordinator.get("/register/", {"setelah": f"a|{key}"}).status_code == 200
    assert (
        Client(raise_request_exception=False).get("/informasi/", {"q": "anggaran", "setelah": key}).status_code == 200
    )
