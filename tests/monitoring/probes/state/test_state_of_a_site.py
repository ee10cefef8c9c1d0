"""Alive, certificate, https, phone, weight, accessibility, mixed content."""

from dataclasses import replace

import pytest

from suluh.kernel.http.answer import Answer, Certificate, Reason, TlsState
from suluh.monitoring.probes.accessibility.probe import AccessibilityProbe
from suluh.monitoring.probes.certificate.probe import CertificateProbe
from suluh.monitoring.probes.https.probe import HttpsProbe
from suluh.monitoring.probes.mixed_content.probe import MixedContentProbe
from suluh.monitoring.probes.mobile.probe import MobileProbe
from suluh.monitoring.probes.reachable.probe import ReachableProbe
from suluh.monitoring.probes.weight.probe import WeightProbe

HOME = "http://dinkes.arunika.localhost/"
SAFE = "https://dinkes.arunika.localhost/"
GOOD = """<!doctype html><html lang="id"><head><title>Dinas Kesehatan</title>
<meta name="viewport" content="width=device-width, initial-scale=1"></head>
<body><p>Selamat datang</p>{}</body></html>"""


def codes(done) -> set[str]:
    return set(done.findings)


PROBES = (
    ReachableProbe, CertificateProbe, MobileProbe, WeightProbe, AccessibilityProbe, MixedContentProbe, HttpsProbe,
)  # fmt: skip


@pytest.mark.parametrize("probe", PROBES)
def test_a_sound_site_gives_no_finding(visit, probe):
    assert codes(visit({SAFE: GOOD.format("")}, probe(), home=SAFE)) == set()


@pytest.mark.parametrize(
    "reason", [Reason.DNS, Reason.REFUSED, Reason.TIMEOUT, Reason.HTTP_5XX, Reason.PARKED, Reason.EMPTY]
)
def test_a_site_that_does_not_answer_is_dead_with_its_reason_and_a_next_step(visit, reason):
    def die(seen):
        seen.home, seen.home_answer = None, Answer(HOME, HOME, reason, seen.now)

    found = visit({HOME: GOOD}, ReachableProbe(), change=die).findings["dead"]

    assert found.severity == "high"
    assert found.data["reason"] == reason
    assert found.step


def test_a_site_behind_a_bot_wall_is_not_dead(visit):
    def wall(seen):
        seen.home, seen.home_answer = None, Answer(HOME, HOME, Reason.BLOCKED, seen.now, 403)

    assert codes(visit({HOME: GOOD}, ReachableProbe(), change=wall)) == set()


@pytest.mark.parametrize(("seconds", "slow"), [(0.4, False), (2.9, False), (3.0, True), (9.0, True)])
def test_a_home_page_is_slow_from_three_seconds(visit, seconds, slow):
    def drag(seen):
        seen.home_answer = replace(seen.home_answer, timings={"total": seconds})

    assert ("slow" in codes(visit({HOME: GOOD}, ReachableProbe(), change=drag))) is slow


@pytest.mark.parametrize(("again", "slow"), [(0.4, False), (5.0, True)])
def test_a_home_page_is_slow_only_when_it_is_so_twice(visit, again, slow):
    def drag(seen):
        seen.home_answer = replace(seen.home_answer, timings={"total": 5.0})
        seen.home_again = replace(seen.home_answer, timings={"total": again})

    assert ("slow" in codes(visit({HOME: GOOD}, ReachableProbe(), change=drag))) is slow


@pytest.mark.parametrize(
    ("state", "days", "code"),
    [
        (TlsState.EXPIRED, -3, "cert-expired"),
        (TlsState.NAME_MISMATCH, 80, "cert-mismatch"),
        (TlsState.SELF_SIGNED, 80, "cert-chain"),
        (TlsState.CHAIN, 80, "cert-chain"),
        (TlsState.OK, 14, "cert-soon"),
        (TlsState.OK, 0, "cert-soon"),
        (TlsState.OK, 15, None),
        (TlsState.NONE, None, None),
    ],
)
def test_each_fault_of_a_certificate_has_its_code(visit, state, days, code):
    def present(seen):
        seen.certificate = Certificate(state, days)

    assert codes(visit({SAFE: GOOD}, CertificateProbe(), home=SAFE, change=present)) == ({code} if code else set())


@pytest.mark.parametrize("read", [True, False])
def test_a_bad_certificate_says_whether_the_content_could_be_judged(visit, read):
    def present(seen):
        seen.certificate = Certificate(TlsState.EXPIRED, -3)
        seen.home = seen.home if read else None

    message = visit({SAFE: GOOD}, CertificateProbe(), home=SAFE, change=present).findings["cert-expired"].message
    assert ("belum dinilai" not in message) is read


def test_http_alone_is_told_and_http_beside_a_working_https_is_not(visit):
    assert codes(visit({HOME: GOOD}, HttpsProbe())) == {"http-only"}
    assert codes(visit({HOME: GOOD, SAFE: GOOD}, HttpsProbe())) == set()


@pytest.mark.parametrize("viewport", ["", '<meta name="viewport" content="width=1024">'])
def test_a_page_of_fixed_width_is_not_for_phones(visit, viewport):
    html = f"<html><head>{viewport}</head><body>Selamat datang</body></html>"

    assert codes(visit({HOME: html}, MobileProbe())) == {"not-mobile"}


def test_a_megabyte_of_markup_is_heavy(visit):
    assert codes(visit({HOME: GOOD.format("<!--" + "x" * 1_000_000 + "-->")}, WeightProbe())) == {"heavy"}


@pytest.mark.parametrize(
    ("html", "lack"),
    [
        ("<html><head><title>A</title></head><body></body></html>", "bahasa"),
        ('<html lang="id"><head></head><body></body></html>', "judul"),
        ('<html lang="id"><head><title>A</title></head><body><img src="a.jpg"></body></html>', "gambar"),
        ('<html lang="id"><head><title>A</title></head><body><input name="q"></body></html>', "isian"),
    ],
)
def test_each_basic_need_of_a_screen_reader_is_named_when_it_lacks(visit, html, lack):
    assert lack in visit({HOME: html}, AccessibilityProbe()).findings["a11y-basic"].message


@pytest.mark.parametrize(
    "body",
    [
        '<img src="a.jpg" alt="">',
        '<label>Cari <input name="q"></label>',
        '<label for="q">Cari</label><input id="q">',
        '<input name="q" aria-label="Cari">',
        '<input type="hidden" name="t"><input type="submit">',
    ],
)
def test_named_fields_and_described_pictures_are_no_fault(visit, body):
    assert codes(visit({HOME: GOOD.format(body)}, AccessibilityProbe())) == set()


@pytest.mark.parametrize(
    "part",
    [
        '<script src="http://x.example/a.js"></script>',
        '<img src="http://x.example/a.jpg" alt="">',
        '<link rel="stylesheet" href="http://x.example/a.css">',
        '<iframe src="http://x.example/"></iframe>',
        '<div style="background:url(http://x.example/a.png)"></div>',
        '<img srcset="/a.jpg 1x, http://x.example/b.jpg 2x" alt="">',
    ],
)
def test_parts_loaded_over_http_on_an_https_page_are_mixed_content(visit, part):
    assert codes(visit({SAFE: GOOD.format(part)}, MixedContentProbe(), home=SAFE)) == {"mixed-content"}
    assert codes(visit({HOME: GOOD.format(part)}, MixedContentProbe())) == set()


def test_a_link_to_an_http_page_is_no_mixed_content(visit):
    body = '<a href="http://x.example/">tautan</a><link rel="canonical" href="http://x.example/">'

    assert codes(visit({SAFE: GOOD.format(body)}, MixedContentProbe(), home=SAFE)) == set()
