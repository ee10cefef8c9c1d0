"""The source shows what readers do not see; what is merely folded away is left alone."""

import pytest

from suluh.monitoring.probes.injection.judge import judge_page
from suluh.monitoring.probes.injection.verdict import Verdict

URL = "https://dinkes.arunikakab.go.id/"
BAD = '<a href="https://gacorraja88.com/">slot gacor</a> <a href="https://totojitu.net/">bandar togel</a>'


def page(extra: str = "", head: str = "", title: str = "Dinas Kesehatan Kabupaten Arunika") -> str:
    menu = "".join(f'<li><a href="/menu-{n}">Menu {n}</a></li>' for n in range(8))
    return (
        f"<html><head><title>{title}</title>{head}</head><body><nav><ul>{menu}</ul></nav><h1>Berita</h1>"
        f"<p>Posyandu di dua desa melayani imunisasi balita pada Selasa pagi.</p>{extra}</body></html>"
    )


@pytest.mark.parametrize(
    "style",
    [
        "display:none",
        "DISPLAY : none !important",
        "position:absolute;left:-9999px",
        "font-size:0",
        "opacity:0",
        "height:0;overflow:hidden",
        "text-indent:-5000px",
        "visibility:hidden",
        "color:#fff;background:#FFF",
        "clip:rect(0,0,0,0);position:absolute",
    ],
)
def test_links_hidden_by_inline_style_are_infected(style):
    judged = judge_page(URL, page(f'<div style="{style}">{BAD}</div>'))
    assert judged.verdict is Verdict.INFECTED
    assert "hidden-links" in judged.codes


@pytest.mark.parametrize(
    ("extra", "head"),
    [
        (f'<div class="q7">{BAD}</div>', "<style>.q7{position:fixed;top:-4000px}</style>"),
        (f'<div class="q8">{BAD}</div>', "<style>@media screen{.q8{display:none}}</style>"),
        (f'<div id="zz">{BAD}</div><script>document.getElementById("zz").style.display="none";</script>', ""),
        (f"<marquee width=1 height=1>{BAD}</marquee>", ""),
        (f"<section hidden>{BAD}</section>", ""),
    ],
)
def test_links_hidden_by_rule_script_marquee_or_attribute_are_infected(extra, head):
    assert "hidden-links" in judge_page(URL, page(extra, head)).codes


@pytest.mark.parametrize(
    "extra",
    [
        '<div style="display:none"><a href="/profil">Profil</a><a href="https://facebook.com/x">FB</a></div>',
        '<a style="position:absolute;left:-9999px" href="#isi">Lompat ke isi</a>',
        '<div style="display:none"><a href="https://a.com">A</a></div>',
        "<p>Kapolres: situs slot gacor dan bandar togel diblokir, pelaku ditangkap.</p>",
        '<ul><li><a href="/berita/1">Polisi tangkap bandar judi slot online</a></li></ul>',
        "<p>Aduan warga: mohon diblokir situs hoki88 dan slotgacor99, iklannya meresahkan.</p>",
    ],
)
def test_folded_menus_news_and_complaints_leave_a_page_clean(extra):
    assert judge_page(URL, page(extra)).verdict is Verdict.CLEAN


def test_a_packed_redirect_to_a_stranger_is_infected():
    script = "<script>eval(atob('d2luZG93LmxvY2F0aW9uLmhyZWY9Imh0dHBzOi8vaG9raTg4LmNvbS8iOw=='))</script>"
    judged = judge_page(URL, page(script))
    assert judged.verdict is Verdict.INFECTED
    assert {"packed-script", "foreign-redirect"} <= judged.codes


def test_a_redirect_to_another_public_body_is_clean():
    script = '<script>window.location.href = "https://www.arunikakab.go.id/baru";</script>'
    assert judge_page(URL, page(script)).verdict is Verdict.CLEAN


def test_a_boast_on_a_bare_page_is_a_defacement():
    judged = judge_page(URL, "<title>Hacked by Tuan Malam</title><body bgcolor=black><h1>Greetz to all</h1></body>")
    assert judged.verdict is Verdict.INFECTED
    assert "defacement" in judged.codes


def test_a_page_of_japanese_goods_on_a_units_host_is_infected():
    html = page(title="【激安】財布 メンズ 送料無料 通販")
    assert judge_page(URL + "shop/a93k2.html", html).verdict is Verdict.INFECTED


def test_a_block_folded_on_narrow_screens_only_is_not_hidden():
    head = "<style>@media (max-width:600px){.tautan{display:none}} .lain{color:red}</style>"
    html = page('<div class="tautan"><a href="https://a.com">A</a></div>', head)
    assert judge_page(URL, html).signals == ()


def test_a_script_from_a_gambling_host_is_a_signal():
    assert "gambling-frame" in judge_page(URL, page('<script src="https://slotgacor88.com/a.js"></script>')).codes


def test_a_canonical_of_a_gambling_house_gives_two_kinds():
    judged = judge_page(URL, page(head='<link rel="canonical" href="https://hokislot88.com/">'))
    assert judged.verdict is Verdict.INFECTED


def test_structured_data_that_sells_under_an_honest_title_is_infected():
    data = '<script type="application/ld+json">{"@type":"Product","name":"Slot Gacor Deposit Pulsa Maxwin"}</script>'
    judged = judge_page(URL, page(head=data))
    assert judged.verdict is Verdict.INFECTED
    assert "machine-only" in judged.codes
