"""Posts are found wherever a site keeps them, and what only looks like a post is not one."""

import json

import pytest

from tests.monitoring.engine.little_web import days, look, page, served

A, B, C = "Dinas gelar pelatihan kader posyandu", "Warga antusias ikuti pasar murah", "Bupati buka musyawarah tahunan"
WANTED = {"x/satu-1": "2026-11-11", "x/dua-2": "2026-10-09", "x/tiga-3": "2026-09-08"}
LAYOUTS = {
    "cards with a date inside": "".join(
        f"<div class='q'><h3><a href='/x/{s}'>{t}</a></h3><small>{d}</small></div>"
        for s, t, d in (
            ("satu-1", A, "Rabu, 11 November 2026"),
            ("dua-2", B, "09/10/2026"),
            ("tiga-3", C, "8 Sept 2026"),
        )
    ),
    "a table": "<table>"
    + "".join(
        f"<tr><td>{n}</td><td>{d}</td><td><a href='x/{s}'>{t}</a></td></tr>"
        for n, s, t, d in (
            (1, "satu-1", A, "11-11-2026"),
            (2, "dua-2", B, "09-10-2026"),
            (3, "tiga-3", C, "08-09-2026"),
        )
    )
    + "</table>",
    "days between the titles": "<dl>"
    + "".join(
        f"<dt><a href='/x/{s}'>{t}</a></dt><dd>{d}</dd>"
        for s, t, d in (("satu-1", A, "11 Nov 2026"), ("dua-2", B, "9 Okt 2026"), ("tiga-3", C, "8 Sep 2026"))
    )
    + "</dl>",
    "badges of days within the words between the titles": "<dl>"
    + "".join(
        f"<dt><a href='/x/{s}'>{t}</a></dt><dd><div><b>{d}</b> <span>{m}</span></div> {'Warga datang. ' * 8}</dd>"
        for s, t, d, m in (("satu-1", A, 11, "Nov 2026"), ("dua-2", B, 9, "Okt 2026"), ("tiga-3", C, 8, "Sep 2026"))
    )
    + "</dl>",
    "whole cards as links with a badge": "".join(
        f"<a href='/x/{s}'><b>{d}</b><span>{m}</span><h4>{t}</h4><p>Panjang sekali isi ringkasan berita ini.</p></a>"
        for s, t, d, m in (("satu-1", A, 11, "Nov 2026"), ("dua-2", B, 9, "Okt 2026"), ("tiga-3", C, 8, "Sep 2026"))
    ),
    "titles apart from read-more links": "".join(
        f"<section><h2>{t}</h2><i>{d}</i><p>Isi.</p><a href='/x/{s}'>Selengkapnya</a></section>"
        for s, t, d in (
            ("satu-1", A, "11 November 2026"),
            ("dua-2", B, "9 Oktober 2026"),
            ("tiga-3", C, "8 September 2026"),
        )
    ),
}


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS.keys())
async def test_a_list_of_any_layout_is_read(layout):
    async with served({"/": page(f"<div><div>{layout}</div></div>")}) as site:
        result = await look(site)
    assert days(result) == WANTED
    assert str(result.last_post) == "2026-11-11"


async def test_a_list_is_followed_through_its_pages_from_an_unforeseen_menu_word():
    def part(number, following):
        rows = "".join(
            f"<li><a href='/baca?id={n}'>Kabar warga desa yang ke {n} tahun ini</a> <em>{n} Oktober 2026</em></li>"
            for n in range(number * 3 + 1, number * 3 + 4)
        )
        return page(
            f"<ul>{rows}</ul><p>1 <a href='/gema/{number + 2}'>{number + 2}</a></p>"
            if following
            else f"<ul>{rows}</ul>"
        )

    pages = {
        "/": page("<a href='/gema'>Gema Kami</a><a href='/profil'>Profil</a>"),
        "/gema": part(0, True),
        "/gema/2": part(1, False),
    }
    async with served(pages) as site:
        result = await look(site)
    assert len(result.posts) == 6


async def test_a_broken_feed_with_indonesian_dates_is_read():
    feed = (
        "<?xml version='1.0'?><rss><channel><item><title>Pasar & murah</title><link>/x/satu-1</link>"
        "<pubDate>Rab, 11 Nov 2026 08:00:00 WIB</pubDate></item><item><title>Dua</title><link>/x/dua-2</link>"
        "<pubDate>Jum'at, 9 Oktober 2026</pubDate></item></rss>"
    )
    pages = {
        "/": page("Selamat datang", "<link rel='alternate' type='application/rss+xml' href='/umpan'>"),
        "/umpan": (200, "application/rss+xml", feed, {}),
    }
    async with served(pages) as site:
        result = await look(site)
    assert days(result) == {"x/satu-1": "2026-11-11", "x/dua-2": "2026-10-09"}
    assert result.feed == f"{site.url}umpan"


async def test_wordpress_without_permalinks_is_asked_and_drafts_pages_and_scheduled_posts_are_left_out():
    def row(slug, day, **more):
        return {
            "id": 1,
            "link": f"/x/{slug}",
            "title": {"rendered": "Judul &amp; berita"},
            "date": f"{day}T08:00:00",
            **more,
        }

    rows = [
        row("satu-1", "2026-11-11", status="publish", type="post"),
        row("dua-2", "2026-10-09"),
        row("konsep", "2026-10-01", status="draft"),
        row("laman", "2026-10-02", type="page"),
        row("besok", "2026-12-24"),
    ]
    address = "/?rest_route=/wp/v2/posts&per_page=100&_fields=id,date,link,title,status,type"
    pages = {"/": page("<img src='/wp-content/a.png'>"), address: (200, "application/json", json.dumps(rows), {})}
    async with served(pages) as site:
        result = await look(site)
    assert days(result) == {"x/satu-1": "2026-11-11", "x/dua-2": "2026-10-09"}
    assert result.cms == "wordpress"


async def test_wordpress_is_asked_for_no_more_pages_than_the_task_wants_posts():
    rows = [{"link": f"/x/{n}", "title": {"rendered": "Judul"}, "date": f"2026-11-{n:02}T08:00:00"} for n in (9, 8)]
    address = "/?rest_route=/wp/v2/posts&per_page=100&_fields=id,date,link,title,status,type"
    many = {"X-WP-TotalPages": "9"}
    pages = {"/": page("<img src='/wp-content/a.png'>"), address: (200, "application/json", json.dumps(rows), many)}
    async with served(pages) as site:
        result = await look(site, max_posts=2)
    assert len(result.posts) == 2
    assert not [asked for asked in site.asked if "page=2" in asked]


async def test_a_single_page_application_is_read_through_the_data_its_script_asks_for():
    script = "const u=e=>e;fetch(`/api/kabar?halaman=${n}`);router=[{path:'/kabar/:slug'}]"
    rows = [
        {"judul": "Pelatihan kader", "slug": "satu-1", "tanggal": "2026-11-11", "status": "terbit"},
        {"judul": "Konsep rahasia", "slug": "nol-0", "tanggal": "2026-11-12", "status": "draf"},
        {"judul": "Pasar murah", "slug": "dua-2", "tanggal": "9 Oktober 2026", "status": "terbit"},
    ]
    pages = {
        "/": page("<div id='app'></div><script src='/a.js'></script>"),
        "/a.js": (200, "text/javascript", script, {}),
        "/api/kabar?halaman=1": (200, "application/json", json.dumps({"hasil": rows}), {}),
    }
    async with served(pages) as site:
        result = await look(site)
    assert days(result) == {"kabar/satu-1": "2026-11-11", "kabar/dua-2": "2026-10-09"}
    assert result.cms == "spa"


async def test_a_list_without_days_is_dated_by_its_articles():
    def article(title, day):
        words = "<p>Warga hadir di balai desa hari itu.</p>" * 9
        return page(f"<article><h1>{title}</h1><p class='m'>Diposting {day}</p>{words}</article>")

    listed = "".join(f"<p><a href='/x/{s}'>{t}</a></p>" for s, t in (("satu-1", A), ("dua-2", B), ("tiga-3", C)))
    pages = {
        "/": page(f"<div>{listed}</div>"),
        "/x/satu-1": article(A, "11 November 2026"),
        "/x/dua-2": article(B, "9 Oktober 2026"),
        "/x/tiga-3": article(C, "8 September 2026"),
    }
    async with served(pages) as site:
        result = await look(site)
    assert days(result) == WANTED


TRAPS = {
    "a clock": "<p>Hari ini: Jumat, 20 November 2026 10:00:00 WIB</p><p>Selamat datang</p>",
    "a copyright year": "<footer>&copy; 2026 Dinas</footer>",
    "an agenda": "<h3>Agenda</h3><ul><li><a href='/agenda/rapat-koordinasi-besar'>Rapat koordinasi besar dinas</a> "
    "19 November 2026</li>"
    "<li><a href='/agenda/rapat-tahunan-dinas'>Rapat tahunan seluruh dinas</a> 18 November 2026</li></ul>",
    "a clock beside a single link": "<div><p>Jumat, 20 November 2026</p><nav><a href='/a'>Beranda</a></nav>"
    "<form></form><a href='/profil-dinas'>Profil lengkap dinas kesehatan kami</a></div>",
}


@pytest.mark.parametrize("trap", TRAPS.values(), ids=TRAPS.keys())
async def test_what_is_no_publication_makes_no_site_fresh(trap):
    lastmod = "<urlset><url><loc>/profil</loc><lastmod>2026-11-20</lastmod></url></urlset>"
    async with served({"/": page(trap), "/sitemap.xml": (200, "application/xml", lastmod, {})}) as site:
        result = await look(site)
    assert (result.last_post, result.posts) == (None, [])


async def test_a_feed_that_stamps_every_item_with_today_is_not_believed():
    items = "".join(
        f"<item><title>Lama {n}</title><link>/x/{n}</link><pubDate>Fri, 20 Nov 2026 03:00:00 +0000</pubDate></item>"
        for n in range(4)
    )
    pages = {
        "/": page("Selamat", "<link rel='alternate' type='application/rss+xml' href='/f'>"),
        "/f": (200, "application/rss+xml", f"<rss><channel>{items}</channel></rss>", {}),
    }
    async with served(pages) as site:
        result = await look(site)
    assert result.last_post is None


async def test_an_article_that_states_a_day_to_come_is_set_apart_whatever_other_days_its_page_shows():
    head = "<meta property='article:published_time' content='2027-03-02T08:00:00+07:00'>"
    aside = "<div><h4>Baca juga</h4><ul><li><a href='/x/dua-2'>Layanan tutup 17 November 2026</a></li></ul></div>"
    links = "".join(
        f"<li><h3><a href='/x/{s}'>{t}</a></h3></li>" for s, t in (("satu-1", A), ("dua-2", B), ("tiga-3", C))
    )
    told = "<p>Diterbitkan 9 Oktober 2026</p><p>Warga datang.</p>"
    pages = {
        "/": page(f"<ul>{links}</ul>"),
        "/x/satu-1": page(f"<h1>{A}</h1><p>Warga datang.</p>{aside}", head),
        "/x/dua-2": page(f"<h1>{B}</h1>{told}"),
        "/x/tiga-3": page(f"<h1>{C}</h1>{told}"),
    }
    async with served(pages) as site:
        result = await look(site)
    assert str(result.last_post) == "2026-10-09"


async def test_data_named_in_scripts_are_asked_for_before_the_menu_is_searched():
    menu = "".join(f"<a href='/laman/{number}'>Menu {number} kami</a>" for number in range(12))
    rows = [{"judul": A, "url": "/x/satu-1", "tanggal": "2026-11-11"}]
    pages = {
        "/": page(f"{menu}<div></div>", "<script src='/aset/a.js'></script>"),
        "/aset/a.js": (200, "text/javascript", 'fetch("/service/public/posts?page=1")', {}),
        "/service/public/posts?page=1": (200, "application/json", json.dumps({"hasil": rows}), {}),
        **{f"/laman/{number}": page("<h1>Menu</h1>") for number in range(12)},
    }
    async with served(pages) as site:
        result = await look(site, max_requests=14)
    assert days(result) == {"x/satu-1": "2026-11-11"}


UNDATED = {f"/warta/kabar-warga-yang-ke-{n}": f"2026-{n:02d}-11" for n in range(1, 11)}


def undated_site(stamps):
    """Headlines without days, a sitemap with these stamps, articles with theirs."""
    rows = "".join(f"<li><h3><a href='{path}'>Pelayanan warga desa dibuka untuk {n} dusun</a></h3></li>"
                   for n, path in enumerate(reversed(UNDATED), 1))  # fmt: skip
    urls = "".join(f"<url><loc>@{path}</loc><lastmod>{stamps[path]}</lastmod></url>" for path in UNDATED)
    articles = {
        path: page(f"<h1>Pelayanan warga desa</h1><p>Diterbitkan {day[8:]}/{day[5:7]}/2026</p><p>Warga datang.</p>")
        for path, day in UNDATED.items()
    }
    return {"/": page(f"<ul>{rows}</ul>"), **articles}, f"<urlset>{urls}</urlset>"


@pytest.mark.parametrize(("today", "known"), [(False, 10), (True, 6)])
async def test_stamps_of_a_sitemap_count_only_where_they_name_the_days_of_the_articles_read(today, known):
    pages, sitemap = undated_site(dict.fromkeys(UNDATED, "2026-11-20") if today else UNDATED)
    async with served(pages) as site:
        told = sitemap.replace("@", site.url.rstrip("/"))
        pages["/sitemap.xml"] = (200, "application/xml", told, {})
        result = await look(site, max_requests=12)
    assert len(result.posts) == known
    assert str(result.last_post) == "2026-10-11"


async def test_pages_that_look_like_posts_and_name_no_day_do_not_keep_the_sitemap_from_being_asked():
    pages, sitemap = undated_site(UNDATED)
    names = [f"/tentang/rencana-kerja-dan-program-desa-{n}" for n in "abcde"]
    rows = "".join(f"<li><h3><a href='{path}'>Rencana kerja dan program desa kita</a></h3></li>" for path in names)
    pages["/"] = page(f"<ul>{rows}</ul>")
    pages |= dict.fromkeys(names, page("<h1>Rencana kerja</h1><p>Disusun bersama warga.</p>"))
    async with served(pages) as site:
        pages["/sitemap.xml"] = (200, "application/xml", sitemap.replace("@", site.url.rstrip("/")), {})
        result = await look(site)
    assert str(result.last_post) == "2026-10-11"


async def test_the_regency_s_news_shown_in_a_box_are_no_posts_of_the_unit():
    rows = [{"judul": A, "url": "https://kabupaten.example/x/satu-1", "tanggal": "2026-11-19"}]
    box = "<ul><li><a href='https://kabupaten.example/x/dua-2'>Bupati buka pasar</a> <i>19 November 2026</i></li></ul>"
    pages = {
        "/": page(f"{box}<script>fetch('/api/kabar-kabupaten')</script>"),
        "/api/kabar-kabupaten": (200, "application/json", json.dumps(rows), {}),
    }
    async with served(pages) as site:
        result = await look(site)
    assert "/api/kabar-kabupaten" in site.asked
    assert result.last_post is None


async def test_articles_are_asked_for_their_day_before_more_lists_and_menus_are_searched():
    menu = "".join(f"<a href='/laman/{number}'>Menu {number} kami</a>" for number in range(12))
    pages = {"/": page(f"{menu}<a href='/warta'>Warta</a>")}
    for part in range(1, 8):
        rows = "".join(
            f"<li><h3><a href='/warta?id={part}{n}'>Warga desa ikut menanam pohon di {n} dusun</a></h3></li>"
            for n in range(5)
        )
        pager = "".join(f"<a href='/warta/page/{other}'>{other}</a> " for other in range(1, 8))
        pages["/warta" if part == 1 else f"/warta/page/{part}"] = page(f"<ul>{rows}</ul><p>{pager}</p>")
        for n in range(5):
            pages[f"/warta?id={part}{n}"] = page(f"<h1>Warga desa</h1><p>Diterbitkan 1{n}/11/2026</p><p>Datang.</p>")
    async with served(pages) as site:
        result = await look(site)
    assert str(result.last_post) == "2026-11-14"
    assert not [path for path in site.asked if path.startswith("/laman")]


@pytest.mark.parametrize("pages", [1, 4])
async def test_days_of_a_box_of_foreign_news_are_not_those_of_the_pages_listed_beside_it(pages):
    own = "".join(f"<li><a href='/laman/{n}'>Laporan Akses Informasi Publik {n}</a></li>" for n in range(pages))
    links = "<li><a href='https://kabupaten.example/?p=9'>Bupati buka pasar murah di alun-alun kota</a>"
    news = "".join(f"{links} <small>{day} November 2026</small></li>" for day in (19, 18, 17))
    async with served({"/": page(f"<ul>{own}<li><b>Kabar Kabupaten</b><ul>{news}</ul></li></ul>")}) as site:
        result = await look(site)
    assert result.last_post is None
