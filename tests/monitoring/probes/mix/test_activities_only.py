"""Only a unit with enough dated posts, nearly all about its own activities, gets the finding."""

from datetime import UTC, date, datetime, timedelta

import pytest

from suluh.law.kinds import UnitKind
from suluh.monitoring.engine.values import PostSeen, SiteMemory, SiteTask, Snapshot
from suluh.monitoring.probes.mix.probe import MixProbe

URL = "https://kec.arunika.localhost/"
NOW = datetime(2026, 11, 22, tzinfo=UTC)


@pytest.fixture
def found():
    def ask(*titles: str, newest: date = date(2026, 11, 20)) -> list[str]:
        posts = [PostSeen(f"{URL}{at}", title, newest - timedelta(days=at), "feed") for at, title in enumerate(titles)]
        visit = Snapshot(SiteTask(URL, UnitKind.KECAMATAN), NOW, SiteMemory(), posts=posts)
        return [finding.code for finding in MixProbe().judge(visit)]

    return ask


ACTIVITIES = ("Camat Hadiri Rapat", "Camat Pimpin Apel Pagi", "Senam Bersama di Aula", "Kunjungan Kerja Camat") * 2


def test_nothing_but_activities_is_told(found):
    assert found(*ACTIVITIES) == ["activities-only"]


def test_one_service_post_in_nine_is_enough_to_pass(found):
    assert found(*ACTIVITIES, "Syarat Mengurus Kartu Keluarga") == []


def test_fewer_than_eight_posts_say_nothing(found):
    assert found(*ACTIVITIES[:7]) == []


def test_posts_older_than_a_quarter_do_not_count(found):
    assert found(*ACTIVITIES, newest=date(2026, 7, 1)) == []
