import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from suluh.organization.models import ImportDraft, Person, Unit
from tests.wild_recap import RecapTab, recap_workbook

RECAP = [
    ["Dinas Pangan", "http://pangan.example", 3, "Ada", "ada", "✔", "-", None, None],
    ["Dinas Salah", "http://salah.example", "banyak", "Ada", "ada", "✔", "-", None, None],
]


def as_(person: Person) -> Client:
    client = Client()
    client.force_login(person)
    return client


def uploaded(client: Client, rows) -> ImportDraft:
    content = recap_workbook([RecapTab("APRIL", "REKAP APRIL 2026", ("APRIL",), rows)])
    answer = client.post("/register/impor/", {"sheet": SimpleUploadedFile("rekap.xlsx", content)})
    assert answer.status_code == 302
    return ImportDraft.objects.latest("id")


def test_the_preview_names_the_cell_and_offers_to_take_the_rest(world):
    client = as_(world.coordinator)
    draft = uploaded(client, RECAP)
    text = client.get(f"/register/impor/{draft.pk}/").content.decode()
    assert "banyak" in text
    assert 'name="skip"' in text
    assert not Unit.objects.filter(name="Dinas Pangan").exists()


def test_the_preview_counts_units_of_faulty_rows_too_as_the_command_does(world):
    client = as_(world.coordinator)
    draft = uploaded(client, RECAP)

    assert "2 baris, 2 unit:" in client.get(f"/register/impor/{draft.pk}/").content.decode()


def test_a_faulty_sheet_is_not_taken_by_a_plain_yes(world):
    client = as_(world.coordinator)
    draft = uploaded(client, RECAP)
    assert client.post(f"/register/impor/{draft.pk}/").status_code == 422
    assert not Unit.objects.filter(name="Dinas Pangan").exists()
    assert ImportDraft.objects.filter(pk=draft.pk).exists()


def test_taking_the_good_rows_leaves_the_faulty_ones(world):
    client = as_(world.coordinator)
    draft = uploaded(client, RECAP)
    client.post(f"/register/impor/{draft.pk}/", {"skip": "1"})
    assert Unit.objects.filter(name="Dinas Pangan").exists()
    assert not Unit.objects.filter(name="Dinas Salah").exists()
    assert not ImportDraft.objects.exists()


def test_a_draft_is_seen_by_its_owner_alone(world):
    draft = uploaded(as_(world.coordinator), RECAP)
    assert as_(world.admin).get(f"/register/impor/{draft.pk}/").status_code == 404


def test_a_refused_form_keeps_what_was_typed_and_says_why(world):
    answer = as_(world.coordinator).post(f"/register/unit/{world.social.slug}/situs/baru/", {"url": "bukan alamat"})
    text = answer.content.decode()
    assert answer.status_code == 422
    assert 'value="bukan alamat"' in text
    assert 'role="alert"' in text


def test_an_address_of_another_unit_names_its_holder(world):
    answer = as_(world.coordinator).post(f"/register/unit/{world.social.slug}/situs/baru/", {"url": world.site.url})
    assert "Dinas Kesehatan" in answer.content.decode()


def test_an_officer_does_not_read_who_is_appointed(world):
    heading = "Orang yang ditugaskan"
    assert heading not in as_(world.officer).get(f"/register/unit/{world.health.slug}/").content.decode()
    assert heading in as_(world.leader).get(f"/register/unit/{world.health.slug}/").content.decode()


def test_a_missing_right_says_what_to_do(world):
    answer = as_(world.officer).get(f"/register/unit/{world.health.slug}/ubah/")
    assert answer.status_code == 403
    assert "Diskominfo" in answer.content.decode()


def test_the_register_is_paged_by_key_and_finds_by_host(world):
    text = as_(world.coordinator).get("/register/?cari=dinkes").content.decode()
    assert "Dinas Kesehatan" in text
    assert "Dinas Sosial" not in text


@pytest.mark.parametrize("path", ["/register/", "/register/unit/baru/", "/register/orang/", "/register/jejak/"])
def test_pages_ask_a_bounded_number_of_queries(world, path, django_assert_max_num_queries):
    client = as_(world.coordinator)
    client.get(path)  # the first page ever shown sows the calendar
    with django_assert_max_num_queries(16):
        assert client.get(path).status_code == 200


def test_the_timeline_tells_deeds_as_sentences(world):
    from suluh.organization.services.units import unit_change

    unit_change(unit=world.health, by=world.coordinator, short_name="Dinkes")
    text = as_(world.officer).get(f"/register/unit/{world.health.slug}/jejak/").content.decode()
    assert world.coordinator.name in text
    assert "short_name" in text


def test_the_exported_workbook_opens_and_holds_only_what_the_person_sees(world):
    import openpyxl

    content = as_(world.officer).get("/register/ekspor.xlsx").content
    sheet = openpyxl.load_workbook(io.BytesIO(content)).active
    assert [row[1] for row in sheet.iter_rows(min_row=2, values_only=True)] == ["Dinas Kesehatan"]
