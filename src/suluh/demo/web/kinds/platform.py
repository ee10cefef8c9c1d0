"""The platform that a regency gives to its offices: one code, one look, dozens of names."""

from __future__ import annotations

from html import escape

from suluh.demo.prose.calendar import slash_date
from suluh.demo.web import parts
from suluh.demo.web.kind import SiteKind, paragraphs
from suluh.demo.web.plan import PlannedPage, PlannedPost, SitePlan


class SharedPlatform(SiteKind):
    """`/informasi/detail/12`, a date in `<time>` without machine form, no feed."""

    name = "platform"
    per_page = 8

    def post_path(self, plan: SitePlan, post: PlannedPost) -> str:
        """`/informasi/detail/12`."""
        return f"/informasi/detail/{post.number}"

    def page_path(self, plan: SitePlan, page: PlannedPage) -> str:
        """`/laman/3/judul`."""
        return f"/laman/{plan.pages.index(page) + 1}/{page.slug}"

    def list_path(self, plan: SitePlan, number: int = 1) -> str:
        """`/informasi/index/2`."""
        return f"/informasi/index/{number}"

    def shell(self, plan: SitePlan, title: str, body: str) -> str:
        """The common frame."""
        items = "".join(self._menu_item(entry) for entry in parts.menu_of(plan, self.list_path(plan)))
        footer = "".join(f'<div class="kk-foot__baris">{line}</div>' for line in parts.footer_lines(plan))
        return (
            f'<!DOCTYPE html><html{parts.language(plan)}><head><meta charset="utf-8">{parts.viewport(plan)}<title>{escape(title)} · '
            f'{escape(plan.unit.name)}</title><link rel="stylesheet" href="/assets/kk/kk.min.css?v=31">{parts.head_extras(plan)}'
            f'</head><body class="kk"><div class="kk-bar">Portal Perangkat Daerah Kabupaten Arunika {parts.clock_line(plan)}</div>'
            f'<div class="kk-kepala">{parts.image(plan, "kk/logo.png", "Lambang Arunika")}<strong>{escape(plan.unit.name)}</strong>'
            f'</div><nav class="kk-nav"><ul>{items}</ul></nav><section class="kk-isi">{body}</section>'
            f'<footer class="kk-foot">{footer}</footer></body></html>'
        )

    def _menu_item(self, entry: parts.MenuEntry) -> str:
        inner = "".join(self._menu_item(child) for child in entry.children)
        nested = f'<ul class="kk-nav__anak">{inner}</ul>' if inner else ""
        return f'<li><a href="{escape(entry.href)}">{escape(entry.label)}</a>{nested}</li>'

    def _row(self, plan: SitePlan, post: PlannedPost) -> str:
        return (
            f'<li class="kk-berita"><time>{slash_date(post.published.date())}</time> <a class="kk-berita__judul" '
            f'href="{self.post_path(plan, post)}">{escape(post.title)}</a> <em>{escape(post.category)}</em></li>'
        )

    def home(self, plan: SitePlan) -> str:
        """News, agenda and links in three boxes."""
        rows = "".join(self._row(plan, post) for post in plan.posts[:7])
        slide = parts.image(plan, "kk/slide1.jpg", "Suasana pelayanan")
        side = f"{parts.search_box(plan, '/cari', 'kunci')}{parts.agenda_list(plan, '%d/%m/%Y')}<ul>{parts.side_links(plan)}</ul>"
        return self.shell(
            plan, "Beranda", f'{slide}<h2>Informasi</h2><ul>{rows}</ul><div class="kk-samping">{side}</div>'
        )

    def listing(self, plan: SitePlan, number: int) -> str:
        """A page of news."""
        rows = "".join(self._row(plan, post) for post in self.slice(plan, number))
        more = (
            f'<a href="{self.list_path(plan, number + 1)}">Halaman berikutnya</a>' if number < self.pages(plan) else ""
        )
        return self.shell(plan, "Informasi", f"<h1>Informasi</h1><ul>{rows}</ul>{more}")

    def article(self, plan: SitePlan, post: PlannedPost) -> str:
        """A news text."""
        body = (
            f'<h1 class="kk-judul">{escape(post.title)}</h1><p class="kk-keterangan">Dipublikasikan <time>'
            f"{slash_date(post.published.date())} {post.published:%H:%M} WIB</time> oleh {escape(post.author)}</p>"
            f'{parts.image(plan, f"kk/{post.number}.jpg", "Foto berita")}<div class="kk-teks">{paragraphs(post.paragraphs)}</div>'
        )
        return self.shell(plan, post.title, body)

    def standing(self, plan: SitePlan, page: PlannedPage) -> str:
        """A standing page."""
        body = f'<h1 class="kk-judul">{escape(page.title)}</h1><div class="kk-teks">{parts.page_body(plan, page)}</div>'
        return self.shell(plan, page.title, body)
