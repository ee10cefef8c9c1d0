"""What a platform would refuse is told before approval, and what is passed is never refused."""

from dataclasses import replace

import pytest

from bench.breaking import breaking
from bench.drafts import GREATEST, Drafts, film, sound, still
from bench.mending import mended
from suluh.platforms.platform import platforms
from suluh.platforms.rules import renditions
from suluh.platforms.values import Deed, Live, Medium, Post
from tests.platforms.errands import Traveller
from tests.platforms.test_once import worked_through

VIDEO_ONLY = ("youtube", "tiktok")
BY_MACHINE = sorted(name for name in platforms() if name != "handoff")
TABLE = [
    pytest.param(name, rule, id=f"{name}-{number}-{rule.code}")
    for name, platform in platforms().items()
    for number, rule in enumerate(platform.rules.table)
]


@pytest.mark.parametrize(("name", "rule"), TABLE)
def test_every_rule_that_is_broken_is_told(name, rule):
    platform = platforms()[name]

    for post in breaking(rule, sound(platform)):
        told = platform.rules.breaches(post)
        assert rule.code in {breach.code for breach in told}
        assert all(breach.message.endswith(".") for breach in told)


@pytest.mark.parametrize("name", sorted(platforms()))
def test_every_rule_says_where_it_is_stated_and_since_when(name):
    for rule in platforms()[name].rules.table:
        assert rule.fact.source
        assert rule.fact.on.year >= 2026


@pytest.mark.parametrize("name", BY_MACHINE)
def test_what_the_rules_pass_the_platform_takes(servers, name):
    platform, drafts, passed = platforms()[name], Drafts(seed=7), 0
    servers.platforms[name].work = 0.0  # no video has to be waited for
    for _ in range(600 if name in VIDEO_ONLY else 60):
        post = mended(drafts.post(), platform.rules)
        if not platform.rules.breaches(post):
            passed += 1
            assert isinstance(worked_through(Traveller(servers, name, post)), Live), servers.shown.refused
    assert passed >= 15


@pytest.mark.parametrize(("name", "rule"), [one for one in TABLE if one.values[0] != "handoff"])
def test_the_simulated_platform_refuses_by_a_table_of_its_own(servers, name, rule):
    if rule.fact.ours:
        pytest.skip("Suluh's own choice, which the platform would take")
    for post in breaking(rule, sound(platforms()[name])):
        if all(medium.size <= GREATEST for medium in post.media):
            assert not isinstance(worked_through(Traveller(servers, name, post)), Live)


@pytest.mark.parametrize("name", BY_MACHINE)
def test_a_text_too_long_is_offered_in_a_length_that_passes(name):
    platform = platforms()[name]
    post = replace(sound(platform), text="Warga datang ke puskesmas pagi hari. " * 2000, title="Judul " * 60)

    for breach in platform.rules.breaches(post):
        assert breach.remedy is not None
        assert breach.remedy.deed is Deed.SHORTEN
        post = replace(post, **{breach.remedy.of: breach.remedy.text})

    assert platform.rules.breaches(post) == []


@pytest.mark.parametrize("name", sorted(platforms()))
def test_what_a_remedy_is_offered_for_is_mended_by_it(name):
    rules, drafts = platforms()[name].rules, Drafts(seed=11)

    for _ in range(100):
        told = rules.breaches(mended(drafts.post(), rules))
        assert [breach for breach in told if breach.remedy] == []


def test_a_picture_with_three_faults_is_mended_by_one_rendition():
    wide = still("image/png", 3000, 1000, 9_000_000)

    found = renditions(platforms()["instagram"].rules.breaches(Post("Teks.", media=(wide,))))

    assert found[0].ratio == (191, 100)
    assert found[0].mime == "image/jpeg"
    assert found[0].most_bytes <= 8_388_608


def test_a_picture_too_tall_is_cropped_to_the_nearest_ratio():
    tall = still(width=1080, height=1920)

    (breach,) = platforms()["instagram"].rules.breaches(Post("Teks.", media=(tall,)))

    assert breach.medium == 0
    assert breach.remedy.deed is Deed.CROP
    assert breach.remedy.rendition.ratio == (4, 5)
    assert "4:5" in breach.message


def test_a_medium_that_nobody_measured_is_not_promised():
    unread = Medium("foto.jpg", "image/jpeg", b"\xff\xd8\xff", "Poster")

    told = platforms()["instagram"].rules.breaches(Post("Teks.", media=(unread,)))

    assert {breach.code for breach in told} == {"media-unread"}


def test_a_picture_and_a_video_never_share_a_post_on_facebook():
    told = platforms()["facebook"].rules.breaches(Post("Teks.", media=(still(), film())))

    assert "media-mixed" in {breach.code for breach in told}
