"""An old hand-made CMS: numbered addresses, no feed, the visitor's clock in the header, dates with the weekday."""

from __future__ import annotations

from html import escape

from suluh.demo.prose.calendar import full_date
from suluh.demo.web import parts
from suluh.demo.web.kind import SiteKind, paragraphs
from suluh.demo.web.plan import PlannedPage, PlannedPost, SitePlan


class Lokomedia(SiteKind):
    """`berita-123-judul.html`, `halaman-7-profil.html`, `semua-berita-2.html`."""

    name = "lokomedia"
    cms = "lokomedia"

    def post_path(self, plan: SitePlan, post: PlannedPost) -> str:
        """`/berita-123-judul.html`."""
        return f"/berita-{post.number}-{post.slug}.html"

    def page_path(self, plan: SitePlan, page: PlannedPage) -> str:
        """`/halaman-7-profil.html`."""
        return f"/halaman-{plan.pages.index(page) + 1}-{page.slug}.html"

    def list_path(self, plan: SitePlan, number: int = 1) -> str:
        """`/semua-berita.html`, then numbered."""
        return "/semua-berita.html" if number == 1 else f"/semua-berita-{number}.html"

    def shell(self, plan: SitePlan, title: str, body: str) -> str:
        """The frame with the clock."""
        items = "".join(self._menu_item(entry) for entry in parts.menu_of(plan, "/semua-berita.html"))
        return (
            f"<!DOCTYPE html>\n<html{parts.language(plan)}><head><title>{escape(title)} | {escape(plan.unit.name)}</title>"
            f"<meta http-equiv='Content-Type' content='text/html; charset=utf-8'>{parts.viewport(plan)}"
            f"<link href='/templates/lokomedia/css/style.css' rel='stylesheet'>{parts.head_extras(plan)}</head><body>"
            f"<div id='top'><div class='hari_ini'>{parts.clock_line(plan)}</div>{parts.image(plan, 'header.jpg', 'Kepala laman')}"
            f"<div class='judulweb'><a href='/'>{escape(plan.unit.name)}</a></div></div><div id='menu'><ul class='sf-menu'>{items}"
            f"</ul></div><div id='tengah'>{body}</div><div id='kaki'>{'<br>'.join(parts.footer_lines(plan))}</div></body></html>"
        )

    def _menu_item(self, entry: parts.MenuEntry) -> str:
        inner = "".join(self._menu_item(child) for child in entry.children)
        return (
            f"<li><a href='{escape(entry.href)}'>{escape(entry.label)}</a>{f'<ul>{inner}</ul>' if inner else ''}</li>"
        )

    def _card(self, plan: SitePlan, post: PlannedPost) -> str:
        hour = f"{post.published:%H:%M} WIB"
        return (
            f"<div class='kotakberita'>{parts.image(plan, f'small_{post.number}.jpg', 'Gambar berita')}<span class='tanggal'>"
            f"{full_date(post.published.date())} - {hour}</span><br><a class='judul' href='{self.post_path(plan, post).lstrip('/')}'>"
            f"{escape(post.title)}</a><p>{escape(post.paragraphs[0][:150])} ... <a "
            f"href='{self.post_path(plan, post).lstrip('/')}'>Selengkapnya</a></p></div>"
        )

    def _side(self, plan: SitePlan) -> str:
        popular = "".join(
            f"<li><a href='{self.post_path(plan, post)}'>{escape(post.title)}</a> ({post.number * 3} kali)</li>"
            for post in plan.posts[3:8]
        )
        return (
            f"<div id='kanan'>{parts.search_box(plan, '/hasil-pencarian.html', 'kata')}<h3>Berita Populer</h3><ul>{popular}</ul>"
            f"{parts.agenda_list(plan, '%d %b %Y')}<h3>Tautan</h3><ul>{parts.side_links(plan)}</ul></div>"
        )

    def home(self, plan: SitePlan) -> str:
        """Newest posts."""
        cards = "".join(self._card(plan, post) for post in plan.posts[:5])
        return self.shell(plan, "Beranda", f"<div id='kiri'><h2>Berita Terkini</h2>{cards}</div>{self._side(plan)}")

    def listing(self, plan: SitePlan, number: int) -> str:
        """A page of all posts."""
        cards = "".join(self._card(plan, post) for post in self.slice(plan, number))
        links = " | ".join(
            f"<a href='{self.list_path(plan, other)}'>{other}</a>" for other in range(1, self.pages(plan) + 1)
        )
        return self.shell(plan, "Semua Berita", f"<div id='kiri'><h2>Semua Berita</h2>{cards}<p>Hal: {links}</p></div>")

    def article(self, plan: SitePlan, post: PlannedPost) -> str:
        """A post."""
        body = (
            f"<div id='kiri'><span class='tanggal'>{full_date(post.published.date())} - {post.published:%H:%M} WIB</span>"
            f"<h2 class='judulberita'>{escape(post.title)}</h2><span class='penulis'>Diposting oleh : {escape(post.author)} - "
            f"Dibaca: {post.number * 3} kali</span>{parts.image(plan, f'{post.number}.jpg', 'Gambar berita')}"
            f"<div class='isiberita'>{paragraphs(post.paragraphs)}</div></div>{self._side(plan)}"
        )
        return self.shell(plan, post.title, body)

    def standing(self, plan: SitePlan, page: PlannedPage) -> str:
        """A standing page."""
        body = f"<h2>{escape(page.title)}</h2>{parts.page_body(plan, page)}"
        return self.shell(plan, page.title, f"<div id='kiri'>{body}</div>{self._side(plan)}")
