"""A village information system: addresses that carry the day, a built-in feed, long Indonesian dates."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from suluh.demo.prose.calendar import long_date
from suluh.demo.web import parts
from suluh.demo.web.feeds import rss, sitemap, xml
from suluh.demo.web.kind import Route, SiteKind, paragraphs
from suluh.demo.web.plan import PlannedPage, PlannedPost, SitePlan
from suluh.demo.web.respond import Response


class Village(SiteKind):
    """`/artikel/2026/3/7/slug`, `/feed`, `/sitemap`, statistics beside the news."""

    name = "opensid"
    cms = "opensid"

    def post_path(self, plan: SitePlan, post: PlannedPost) -> str:
        """`/artikel/2026/3/7/slug`."""
        day = post.published
        return f"/artikel/{day.year}/{day.month}/{day.day}/{post.slug}-{post.number}"

    def page_path(self, plan: SitePlan, page: PlannedPage) -> str:
        """Standing pages are articles without a date in the address."""
        return "/ppid" if page.key == "ppid" else f"/artikel/statis/{page.slug}"

    def list_path(self, plan: SitePlan, number: int = 1) -> str:
        """`/index/2`."""
        return f"/index/{number}"

    def feed_path(self, plan: SitePlan) -> str | None:
        """`/feed`."""
        return "/feed"

    def shell(self, plan: SitePlan, title: str, body: str) -> str:
        """Frame with three columns."""
        items = "".join(self._menu_item(entry) for entry in parts.menu_of(plan, "/arsip"))
        return (
            f"<!DOCTYPE html>\n<html{parts.language(plan)}>\n<head>\n<meta charset='utf-8'>{parts.viewport(plan)}\n"
            f"<title>{escape(title)} - Website Resmi {escape(plan.unit.name)}</title>\n"
            '<meta name="generator" content="OpenSID v2410.0.0">\n'
            f'<link rel="alternate" type="application/rss+xml" title="Feed {escape(plan.unit.name)}" href="{plan.base}/feed">\n'
            f'<link rel="stylesheet" href="/themes/esensi/assets/css/style.css">{parts.head_extras(plan)}\n</head>\n<body>\n'
            f'<div id="header">{parts.clock_line(plan)}{parts.image(plan, "desa/logo/lambang.png", "Lambang desa")}'
            f"<h2><a href='/'>{escape(plan.unit.name)}</a></h2><h4>{escape(plan.tagline)}</h4></div>\n"
            f'<div id="mainmenu"><ul class="nav navbar-nav">{items}</ul></div>\n<div class="container">\n{body}\n</div>\n'
            f'<div id="footer">{" | ".join(parts.footer_lines(plan))}<br>Hak cipta tema: OpenSID</div>\n</body>\n</html>'
        )

    def _menu_item(self, entry: parts.MenuEntry) -> str:
        inner = "".join(self._menu_item(child) for child in entry.children)
        nested = f'<ul class="dropdown-menu">{inner}</ul>' if inner else ""
        return f'<li class="dropdown"><a href="{escape(entry.href)}">{escape(entry.label)}</a>{nested}</li>'

    def _card(self, plan: SitePlan, post: PlannedPost) -> str:
        return (
            f'<div class="artikel-item"><h3 class="judul"><a href="{self.post_path(plan, post)}">{escape(post.title)}</a></h3>'
            f'<div class="kotak-meta"><i class="fa fa-user"></i> {escape(post.author)} <i class="fa fa-clock-o"></i> '
            f"{long_date(post.published.date())}</div><p>{escape(post.paragraphs[0][:200])} ...</p></div>"
        )

    def _side(self, plan: SitePlan) -> str:
        return (
            f'<div id="sidebar">{parts.search_box(plan, "/", "cari")}<div class="box"><h3>Statistik Penduduk</h3>'
            f"<p>Laki-laki 1.024, perempuan 1.101</p></div>{parts.agenda_list(plan, '%d-%m-%Y')}"
            f"<div class='box'><h3>Menu Kategori</h3><ul>{parts.side_links(plan)}</ul></div></div>"
        )

    def home(self, plan: SitePlan) -> str:
        """Newest articles."""
        cards = "".join(self._card(plan, post) for post in plan.posts[:5])
        more = '<p><a href="/arsip">Arsip artikel</a></p>'
        banner = parts.image(plan, "desa/kantor.jpg", "Kantor desa")
        return self.shell(plan, "Beranda", f"{banner}<div id='contentwrapper'>{cards}{more}</div>{self._side(plan)}")

    def listing(self, plan: SitePlan, number: int) -> str:
        """A page of articles."""
        cards = "".join(self._card(plan, post) for post in self.slice(plan, number))
        more = f'<a href="{self.list_path(plan, number + 1)}">Selanjutnya</a>' if number < self.pages(plan) else ""
        return self.shell(plan, "Artikel", f"<div id='contentwrapper'>{cards}{more}</div>")

    def article(self, plan: SitePlan, post: PlannedPost) -> str:
        """An article."""
        body = (
            f"<div id='contentwrapper'><div class='artikel' id='artikel-{post.number}'><h2 class='judul'>{escape(post.title)}</h2>"
            f"<div class='kotak-meta'>{escape(post.author)} &middot; {long_date(post.published.date())} &middot; Dibaca "
            f"{100 + post.number} Kali</div>{parts.image(plan, f'desa/upload/{post.number}.jpg', 'Foto artikel')}"
            f"<div class='teks'>{paragraphs(post.paragraphs)}</div><div class='form-komentar'><h4>Kirim Komentar</h4></div></div>"
            f"</div>{self._side(plan)}"
        )
        return self.shell(plan, post.title, body)

    def standing(self, plan: SitePlan, page: PlannedPage) -> str:
        """A static article."""
        body = f"<h2 class='judul'>{escape(page.title)}</h2><div class='teks'>{parts.page_body(plan, page)}</div>"
        return self.shell(plan, page.title, f"<div id='contentwrapper'>{body}</div>{self._side(plan)}")

    def more_routes(self, plan: SitePlan) -> Iterator[tuple[str, Route]]:
        """Feed, sitemap, archive."""
        for path in ("/feed", "/feed.xml"):
            yield path, lambda: xml(rss(plan, plan.posts[:20]))
        for path in ("/sitemap", "/sitemap.xml"):
            yield path, lambda: xml(self._sitemap(plan), "application/xml")
        yield "/arsip", lambda: self._archive(plan)

    def _sitemap(self, plan: SitePlan) -> str:
        return sitemap(plan, [(self.post_path(plan, post), post.published) for post in plan.posts])

    def _archive(self, plan: SitePlan) -> Response:
        rows = "".join(
            f"<tr><td>{number}</td><td>{long_date(post.published.date())}</td><td><a href='{self.post_path(plan, post)}'>"
            f"{escape(post.title)}</a></td></tr>"
            for number, post in enumerate(plan.posts, 1)
        )
        return Response.of(self.shell(plan, "Arsip", f"<h2>Arsip Artikel</h2><table class='table'>{rows}</table>"))
