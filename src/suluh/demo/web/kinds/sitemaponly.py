"""A modern generator without feed: the front page shows titles without dates, a sitemap index knows the rest."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from xml.sax.saxutils import escape as xml_escape

from suluh.demo.prose.calendar import long_date
from suluh.demo.web import parts
from suluh.demo.web.feeds import sitemap, xml
from suluh.demo.web.kind import Route, SiteKind, paragraphs
from suluh.demo.web.plan import PlannedPage, PlannedPost, SitePlan


class SitemapOnly(SiteKind):
    """`/kabar/slug`, `/sitemap_index.xml` with two parts."""

    name = "sitemap-only"

    def post_path(self, plan: SitePlan, post: PlannedPost) -> str:
        """`/kabar/slug`."""
        return f"/kabar/{post.slug}-{post.number}"

    def page_path(self, plan: SitePlan, page: PlannedPage) -> str:
        """`/tentang/slug`."""
        return f"/tentang/{page.slug}"

    def list_path(self, plan: SitePlan, number: int = 1) -> str:
        """`/kabar/hal/2`."""
        return "/kabar" + (f"/hal/{number}" if number > 1 else "")

    def shell(self, plan: SitePlan, title: str, body: str, head: str = "") -> str:
        """Lean markup with custom elements."""
        items = "".join(self._menu_item(entry) for entry in parts.menu_of(plan, "/kabar"))
        footer = "".join(f"<li>{line}</li>" for line in parts.footer_lines(plan))
        return (
            f"<!doctype html><html{parts.language(plan)}><meta charset=utf-8>{parts.viewport(plan)}<title>{escape(title)} — "
            f"{escape(plan.unit.name)}</title>{head}{parts.head_extras(plan)}<body><x-kepala>{parts.clock_line(plan)}<a href='/'>"
            f"{parts.image(plan, 'tanda.png', 'Tanda')}{escape(plan.unit.name)}</a><x-menu><ul>{items}</ul></x-menu></x-kepala>"
            f"<x-badan>{body}</x-badan><x-kaki><ul>{footer}</ul></x-kaki></body></html>"
        )

    def _menu_item(self, entry: parts.MenuEntry) -> str:
        inner = "".join(self._menu_item(child) for child in entry.children)
        nested = f"<ul>{inner}</ul>" if inner else ""
        return f"<li><a href='{escape(entry.href)}'>{escape(entry.label)}</a>{nested}</li>"

    def _cards(self, plan: SitePlan, posts: tuple[PlannedPost, ...]) -> str:
        return "".join(
            f"<x-kartu><a href='{self.post_path(plan, post)}'><h3>{escape(post.title)}</h3></a><p>"
            f"{escape(post.paragraphs[0][:110])}</p></x-kartu>"
            for post in posts
        )

    def home(self, plan: SitePlan) -> str:
        """Titles without dates."""
        side = f"{parts.search_box(plan, '/cari', 'q')}{parts.agenda_list(plan, '%d %m %Y')}<ul>{parts.side_links(plan)}</ul>"
        return self.shell(plan, "Depan", f"<h2>Kabar</h2>{self._cards(plan, plan.posts[:9])}<x-sisi>{side}</x-sisi>")

    def listing(self, plan: SitePlan, number: int) -> str:
        """Titles without dates."""
        more = f"<a href='{self.list_path(plan, number + 1)}'>Lanjut</a>" if number < self.pages(plan) else ""
        return self.shell(plan, "Kabar", f"<h1>Kabar</h1>{self._cards(plan, self.slice(plan, number))}{more}")

    def article(self, plan: SitePlan, post: PlannedPost) -> str:
        """A text with the date in meta and at its end."""
        head = f'<meta property="article:published_time" content="{post.published.isoformat()}">'
        body = (
            f"<x-tulisan><h1>{escape(post.title)}</h1>{parts.image(plan, f'k{post.number}.jpg', 'Foto')}{paragraphs(post.paragraphs)}"
            f"<x-catatan>{escape(post.author)} / {long_date(post.published.date())}</x-catatan></x-tulisan>"
        )
        return self.shell(plan, post.title, body, head)

    def standing(self, plan: SitePlan, page: PlannedPage) -> str:
        """A page."""
        return self.shell(
            plan, page.title, f"<x-tulisan><h1>{escape(page.title)}</h1>{parts.page_body(plan, page)}</x-tulisan>"
        )

    def more_routes(self, plan: SitePlan) -> Iterator[tuple[str, Route]]:
        """Index and its two parts."""
        posts = [(self.post_path(plan, post), post.published) for post in plan.posts]
        pages = [(self.page_path(plan, page), None) for page in plan.pages if page.state != "inherited"]
        yield "/sitemap_index.xml", lambda: xml(self._index(plan), "application/xml")
        yield "/sitemap-kabar.xml", lambda: xml(sitemap(plan, posts), "application/xml")
        yield "/sitemap-halaman.xml", lambda: xml(sitemap(plan, pages), "application/xml")

    def _index(self, plan: SitePlan) -> str:
        rows = "".join(
            f"<sitemap><loc>{xml_escape(plan.base + path)}</loc></sitemap>"
            for path in ("/sitemap-kabar.xml", "/sitemap-halaman.xml")
        )
        return f'<?xml version="1.0" encoding="UTF-8"?><sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{rows}</sitemapindex>'
