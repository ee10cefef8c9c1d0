"""Writing a notice on its pages: one screen a step, everything kept at once, issued with one approval."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from suluh.newsroom.forms_notices import STEPS
from suluh.newsroom.models import Notice
from tests.newsroom.noticing import TOLD, begun, submitted_notice
from tests.world import build_world

pytestmark = pytest.mark.django_db
GRAVE = {"urgency": "immediate", "severity": "severe", "certainty": "observed"}


@pytest.fixture
def world():
    return build_world()


def signed(person) -> Client:
    client = Client()
    client.force_login(person)
    return client


def step(client, notice, slug, **told):
    notice.refresh_from_db()
    return client.post(reverse("newsroom:notice-step", args=[notice.pk, slug]), {"seen": notice.seen, **told})


def test_from_the_template_to_the_public_page(world):
    officer, coordinator = signed(world.officer), signed(world.coordinator)
    told = {"unit": world.health.pk, "kind": "flood", "token": str(uuid4())}
    officer.post(reverse("newsroom:notice-begin"), told)
    notice = Notice.objects.get()
    ends = timezone.localtime(timezone.now() + timedelta(hours=6))
    answers = {
        "apa": {"title": TOLD["title"], "hazard": TOLD["hazard"]},
        "mana": {"areas": [world.village.pk], "affected": "Warga Desa Embun."},
        "lakukan": {"avoid": TOLD["avoid"], "evacuation": TOLD["evacuation"]},
        "bantuan": {"contact": TOLD["contact"], "help": "Perahu di balai desa."},
        "sebar": {"announcer": "BPBD", "spreading": "Kentongan.", "efforts": TOLD["efforts"]},
        "tingkat": GRAVE | {"ends_at": f"{ends:%Y-%m-%dT%H:%M}"},
    }
    for slug, values in answers.items():
        assert step(officer, notice, slug, **values).status_code == 302
    notice.refresh_from_db()
    officer.post(reverse("newsroom:notice-submit", args=[notice.pk]), {"seen": notice.seen})
    notice.refresh_from_db()
    coordinator.post(reverse("newsroom:notice-issue", args=[notice.pk]), {"seen": notice.seen})

    page = Client().get(reverse("portal:notice", args=[notice.pk])).content.decode()
    for text in (TOLD["title"], TOLD["hazard"], TOLD["contact"], TOLD["evacuation"], "Desa Embun", "Kentongan."):
        assert text in page


def test_the_screens_ask_for_all_eight_contents(world):
    from suluh.law.announcements import notice_contents

    asked = [code for one in STEPS for code in one.form.contents]
    assert sorted(asked) == sorted(notice_contents())


def test_what_was_written_is_kept_when_somebody_else_wrote_meanwhile(world):
    notice = begun(world)
    stale = notice.seen
    client = signed(world.officer)
    step(client, notice, "apa", title="Banjir", hazard="Satu")
    address = reverse("newsroom:notice-step", args=[notice.pk, "apa"])
    answer = client.post(address, {"seen": stale, "title": "Banjir besar", "hazard": "Dua"})
    assert answer.status_code == 422
    assert "Banjir besar" in answer.content.decode()


def test_a_whole_district_takes_its_villages_along(world):
    notice = begun(world)
    step(signed(world.officer), notice, "mana", areas=[world.district.pk, world.village.pk])
    notice.refresh_from_db()
    assert [area["name"] for area in notice.words["areas"]] == [world.district.name]


def test_an_end_that_has_passed_is_not_taken(world):
    notice = begun(world)
    told = GRAVE | {"ends_at": "2020-01-01T10:00"}
    assert step(signed(world.officer), notice, "tingkat", **told).status_code == 422


def test_the_page_says_what_is_missing_and_what_is_only_open(world):
    notice = begun(world)
    page = signed(world.officer).get(reverse("newsroom:notice", args=[notice.pk])).content.decode()
    assert "tulis nomor bantuan" in page
    assert "Ini tidak menahan penerbitan." in page


def test_a_step_is_gone_once_the_notice_is_issued(world):
    notice = submitted_notice(world)
    signed(world.coordinator).post(reverse("newsroom:notice-issue", args=[notice.pk]), {"seen": notice.seen})
    answer = signed(world.officer).get(reverse("newsroom:notice-step", args=[notice.pk, "apa"]))
    assert answer.status_code == 404
