"""Stale, silent, future, and fresh only in appearance."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from suluh.monitoring.engine.values import PostSeen
from suluh.monitoring.probes.freshness.cadence import cadence
from suluh.monitoring.probes.freshness.probe import FreshnessProbe
from suluh.monitoring.probes.pretence.probe import PretenceProbe

HOME = "http://dinkes.arunika.localhost/"
TODAY = date(2026, 11, 22)
PAGE = "<html><head><title>Dinas Kesehatan</title></head><body>{}<p>Selamat datang di situs kami</p></body></html>"


def posted(*ages: int):
    def change(seen):
        seen.posts = [PostSeen(f"{HOME}{age}", "Judul", TODAY - timedelta(days=age), "feed") for age in ages]

    return change


@pytest.mark.parametrize(
    ("age", "code"), [(0, None), (89, None), (90, "stale"), (179, "stale"), (180, "silent"), (364, "silent")]
)
def test_a_site_is_stale_after_90_days_and_silent_after_180(visit, age, code):
    done = visit({HOME: PAGE.format("")}, FreshnessProbe(), change=posted(age))

    assert set(done.findings) == ({code} if code else set())


def test_a_site_without_dated_posts_is_silent_and_the_sentence_says_so(visit):
    found = visit({HOME: PAGE.format("")}, FreshnessProbe()).findings["silent"]

    assert "Tidak ditemukan" in found.message


def test_the_cadence_goes_with_the_finding(visit):
    data = visit({HOME: PAGE.format("")}, FreshnessProbe(), change=posted(100, 110, 130)).findings["stale"].data

    assert data["cadence"]["median_gap"] == 15.0
    assert data["cadence"]["longest_silence"] == 100


def test_a_post_of_a_day_to_come_is_told_and_does_not_make_the_site_fresh(visit):
    def change(seen):
        posted(120)(seen)
        seen.future_posts = [PostSeen(f"{HOME}f", "Nanti", TODAY + timedelta(days=40), "feed")]

    assert set(visit({HOME: PAGE.format("")}, FreshnessProbe(), change=change).findings) == {"stale", "future-date"}


@pytest.mark.parametrize(
    "sign",
    [
        "<div>Minggu, 22 November 2026</div>",
        "<span>22/11/2026 10:00:00 WIB</span>",
        "<div>Sunday, November 22, 2026</div>",
        "<script>document.write(new Date().toLocaleDateString('id'))</script>",
    ],
)
def test_today_s_date_on_the_page_of_a_stale_site_is_pretended_freshness(visit, sign):
    assert set(visit({HOME: PAGE.format(sign)}, PretenceProbe(), change=posted(200)).findings) == {"fake-fresh"}
    assert not visit({HOME: PAGE.format(sign)}, PretenceProbe(), change=posted(3)).findings


def test_a_sitemap_dated_today_throughout_is_pretended_freshness(visit):
    def change(seen):
        posted(200)(seen)
        seen.sitemap_urls = [(f"{HOME}{number}", "2026-11-22T01:00:00+00:00") for number in range(10)]

    assert set(visit({HOME: PAGE.format("")}, PretenceProbe(), change=change).findings) == {"fake-fresh"}


@pytest.mark.parametrize(
    "sign", ["<p>© 2026 Dinas Kesehatan</p>", "<script>new Date().getFullYear()</script>", "<p>21 Oktober 2026</p>"]
)
def test_a_copyright_year_is_no_pretence(visit, sign):
    assert not visit({HOME: PAGE.format(sign)}, PretenceProbe(), change=posted(200)).findings


@given(st.lists(st.integers(min_value=-30, max_value=500), max_size=40))
def test_figures_of_the_cadence_hold_together(ages):
    found = cadence((TODAY - timedelta(days=age) for age in ages), TODAY)
    counted = [age for age in ages if 0 <= age < 365]

    assert found.posts == len(counted)
    assert 0 <= found.active_weeks <= min(found.weeks, len(counted))
    assert (found.longest_silence is None) is (not counted)
    assert found.longest_silence is None or found.longest_silence >= min(counted)
