"""A home-made CMS whose feed no strict reader accepts: blank lines first, bare ampersands, Indonesian day names."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from suluh.demo.prose.calendar import SHORT_MONTHS, day_in_words, full_date
from suluh.demo.web import parts
from suluh.demo.web.feeds import xml
from suluh.demo.web.kind import Route, SiteKind, paragraphs
from suluh.demo.web.plan import PlannedPage, PlannedPost, SitePlan


class BrokenFeed(SiteKind):
    """`/baca/12/judul`, `/rss`."""

    name = "broken-feed"

    def post_path(self, plan: SitePlan, post: PlannedPost) -> str:
        """`/baca/12/judul`."""
        return f"/baca/{post.number}/{post.slug}"

    def page_path(self, plan: SitePlan, page: PlannedPage) -> str:
        """`/menu/judul`."""
        return f"/menu/{page.slug}"

    def list_path(self, plan: SitePlan, number: int = 1) -> str:
        """`/kategori/berita/2`."""
        return f"/kategori/berita/{number}"

    def feed_path(self, plan: SitePlan) -> str | None:
        """`/rss`."""
        return "/rss"

    def shell(self, plan: SitePlan, title: str, body: str) -> str:
        """Frame with a carousel."""
        items = "".join(self._menu_item(entry) for entry in parts.menu_of(plan, self.list_path(plan)))
        return (
            f"<!DOCTYPE html><html{parts.language(plan)}><head><meta charset='utf-8'>{parts.viewport(plan)}<title>{escape(title)} : "
            f"{escape(plan.unit.name)}</title><link rel='alternate' type='application/rss+xml' href='/rss'>{parts.head_extras(plan)}"
            f"</head><body><div class='atas'><a class='logo' href='/'>{parts.image(plan, 'logo.gif', 'Logo')}"
            f"{escape(plan.unit.name)}</a>{parts.clock_line(plan)}</div><div class='navbar'><ul>{items}</ul></div>"
            f"<div class='isi row'>{body}</div><div class='bawah'>{' &bull; '.join(parts.footer_lines(plan))}</div></body></html>"
        )

    def _menu_item(self, entry: parts.MenuEntry) -> str:
        inner = "".join(self._menu_item(child) for child in entry.children)
        nested = f"<ul class='turun'>{inner}</ul>" if inner else ""
        return f"<li><a href='{escape(entry.href)}'>{escape(entry.label)}</a>{nested}</li>"

    def _row(self, plan: SitePlan, post: PlannedPost) -> str:
        return (
            f"<div class='media'><div class='media-left'>{parts.image(plan, f'm{post.number}.jpg', 'Foto')}</div><div "
            f"class='media-body'><h4><a href='{self.post_path(plan, post)}'>{escape(post.title)}</a></h4><small>Diposting "
            f"{full_date(post.published.date())}</small></div></div>"
        )

    def home(self, plan: SitePlan) -> str:
        """Newest rows."""
        rows = "".join(self._row(plan, post) for post in plan.posts[:6])
        side = f"{parts.search_box(plan, '/cari', 'q')}{parts.agenda_list(plan, '%d/%m/%Y')}<ul>{parts.side_links(plan)}</ul>"
        return self.shell(plan, "Beranda", f"<div class='col-8'>{rows}</div><div class='col-4'>{side}</div>")

    def listing(self, plan: SitePlan, number: int) -> str:
        """A page of rows."""
        rows = "".join(self._row(plan, post) for post in self.slice(plan, number))
        more = (
            f"<a class='lanjut' href='{self.list_path(plan, number + 1)}'>&raquo;</a>"
            if number < self.pages(plan)
            else ""
        )
        return self.shell(plan, "Berita", f"<div class='col-8'><h3>Berita</h3>{rows}{more}</div>")

    def article(self, plan: SitePlan, post: PlannedPost) -> str:
        """A text."""
        body = (
            f"<div class='col-8'><h3>{escape(post.title)}</h3><p class='info'>Oleh: {escape(post.author)} | Tanggal: "
            f"{full_date(post.published.date())} | Pukul: {post.published:%H.%M} WIB</p>{parts.image(plan, f'b{post.number}.jpg', 'Foto')}"
            f"<div class='konten'>{paragraphs(post.paragraphs)}</div></div>"
        )
        return self.shell(plan, post.title, body)

    def standing(self, plan: SitePlan, page: PlannedPage) -> str:
        """A page."""
        return self.shell(
            plan, page.title, f"<div class='col-12'><h3>{escape(page.title)}</h3>{parts.page_body(plan, page)}</div>"
        )

    def more_routes(self, plan: SitePlan) -> Iterator[tuple[str, Route]]:
        """The broken feed."""
        yield "/rss", lambda: xml(self._feed(plan), "text/xml")

    def _feed(self, plan: SitePlan) -> str:
        items = "".join(
            f"<item>\n<title>{post.title} & Informasi</title>\n<link>{plan.base}{self.post_path(plan, post)}</link>\n"
            f"<description>{post.paragraphs[0]}&nbsp;</description>\n<pubDate>{self._date(post)}</pubDate>\n</item>\n"
            for post in plan.posts[:15]
        )
        return f'\n\n<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0"><channel><title>{plan.unit.name}</title>{items}</channel></rss>'

    def _date(self, post: PlannedPost) -> str:
        day = post.published
        month = SHORT_MONTHS[day.month - 1]
        return f"{day_in_words(day.date())[:3]}, {day.day:02d} {month} {day.year} {day:%H:%M:%S} +0700"
