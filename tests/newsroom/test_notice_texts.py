"""The text of each channel: within its limit, what saves people first, never a line changed in its meaning."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from suluh.newsroom.notices.kinds import notice_kinds
from suluh.newsroom.notices.texts import Act, Telling, content_of
from suluh.newsroom.notices.words import Area, NoticeWords, lacks_of, left_open
from suluh.platforms.platform import platforms

LINK = "https://arunika.example/pemberitahuan/17/"
WORDS = NoticeWords(
    kind="flood",
    title="Banjir di Desa Embun dan sekitarnya",
    hazard="Air setinggi 60 cm sejak pukul 04.50. Kendaraan dan pejalan kaki dilarang melintas.",
    avoid="Jangan menyeberang, juga dengan perahu.\nWarga RW 02 dan RW 05 pindah ke Balai Desa.\nMatikan listrik.",
    evacuation="Balai Desa Embun, lantai 2, ramah kursi roda.",
    contact="BPBD 0000-112-000",
    areas=tuple(Area(number, f"Desa Embun {number}") for number in range(40)),
)
TELLING = Telling(WORDS, Act.ALERT, 1, "BPBD", LINK, at=datetime(2026, 4, 2, tzinfo=UTC))
SHORT = sorted(set(platforms()) & {"bluesky", "mastodon", "x", "threads"})


@pytest.mark.parametrize("platform", SHORT)
def test_short_channels_keep_title_contact_and_address(platform):
    text = content_of(TELLING, platform).text
    assert WORDS.title in text
    assert WORDS.contact in text
    assert text.endswith(LINK)


@pytest.mark.parametrize(
    "platform", sorted(set(platforms()) & {*SHORT, "telegram", "wordpress", "handoff", "facebook"})
)
@pytest.mark.parametrize("act", list(Act))
def test_no_platform_for_texts_would_refuse_it(platform, act):
    content = content_of(replace(TELLING, act=act, said="Air naik lagi. " * 20), platform)
    assert platforms()[platform].rules.breaches(content.as_post(lambda name: b"")) == []


@pytest.mark.parametrize("platform", SHORT)
def test_a_deed_stands_whole_or_not_at_all(platform):
    lines = content_of(TELLING, platform).text.splitlines()
    deeds = [line for line in lines if line[:1].isdigit()]
    assert deeds
    assert all(line.partition(". ")[2] in WORDS.deeds for line in deeds)


def test_a_long_area_names_some_and_says_that_there_are_others():
    (area,) = [line for line in content_of(TELLING, "bluesky").text.splitlines() if line.startswith("Wilayah:")]
    assert area.endswith("dan lainnya")


def test_the_same_notice_gives_the_same_text():
    assert content_of(TELLING, "bluesky") == content_of(TELLING, "bluesky")


def test_what_is_over_no_longer_tells_people_what_to_do():
    text = content_of(replace(TELLING, act=Act.CLEAR, said="Air surut."), "telegram").text
    assert "Air surut." in text
    assert not any(deed in text for deed in WORDS.deeds)


def test_lines_that_the_officer_left_open_are_shown_to_nobody():
    words = replace(WORDS, evacuation="Mengungsi ke … lewat ….\nSekolah dibuka.")
    assert words.told("evacuation") == "Sekolah dibuka."
    assert "Ke mana mengungsi" in left_open(words)


@pytest.mark.parametrize("code", sorted(set(notice_kinds()) - {"other"}))
def test_a_template_alone_is_never_enough(code):
    assert lacks_of(NoticeWords.begun(notice_kinds()[code])) != []


def test_words_survive_the_row():
    words = replace(WORDS, ends_at=datetime(2026, 4, 2, 9, tzinfo=UTC))
    assert NoticeWords.from_json(words.as_json()) == words
