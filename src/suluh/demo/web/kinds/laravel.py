"""A site made to order: list with relative dates, utility classes, no feed."""

from __future__ import annotations

from html import escape

from suluh.demo.prose.calendar import ago, long_date
from suluh.demo.web import parts
from suluh.demo.web.kind import SiteKind, paragraphs
from suluh.demo.web.plan import PlannedPage, PlannedPost, SitePlan


class Laravel(SiteKind):
    """`/berita/slug`, `/berita?page=2`, "3 hari yang lalu"."""

    name = "laravel"
    cms = "laravel"
    per_page = 9

    def post_path(self, plan: SitePlan, post: PlannedPost) -> str:
        """`/berita/slug`."""
        return f"/berita/{post.slug}-{post.number}"

    def page_path(self, plan: SitePlan, page: PlannedPage) -> str:
        """`/halaman/slug`."""
        return f"/halaman/{page.slug}"

    def list_path(self, plan: SitePlan, number: int = 1) -> str:
        """`/berita?page=2`."""
        return "/berita" + (f"?page={number}" if number > 1 else "")

    def shell(self, plan: SitePlan, title: str, body: str) -> str:
        """The layout."""
        items = "".join(self._menu_item(entry) for entry in parts.menu_of(plan, "/berita"))
        footer = "".join(f'<p class="text-sm text-gray-400">{line}</p>' for line in parts.footer_lines(plan))
        return (
            f'<!doctype html><html{parts.language(plan)}><head><meta charset="utf-8">{parts.viewport(plan)}'
            f'<meta name="csrf-token" content="{parts.TOKEN}"><title>{escape(title)} | {escape(plan.unit.short_name)}</title>'
            f'<link rel="preload" as="style" href="/build/assets/app-4ed993c7.css">{parts.head_extras(plan)}</head>'
            f'<body class="antialiased font-sans"><nav x-data="{{ open: false }}" class="bg-white shadow"><div class="flex">'
            f'<a href="/">{parts.image(plan, "logo.png", "Logo")} {escape(plan.unit.name)}</a>{parts.clock_line(plan)}'
            f'<ul class="hidden md:flex space-x-4">{items}</ul></div></nav><div class="max-w-7xl mx-auto">{body}</div>'
            f'<footer class="bg-gray-800 text-white py-8">{footer}</footer></body></html>'
        )

    def _menu_item(self, entry: parts.MenuEntry) -> str:
        inner = "".join(self._menu_item(child) for child in entry.children)
        nested = f'<ul class="absolute bg-white rounded shadow">{inner}</ul>' if inner else ""
        return f'<li class="relative group"><a class="px-3 py-2" href="{escape(entry.href)}">{escape(entry.label)}</a>{nested}</li>'

    def _card(self, plan: SitePlan, post: PlannedPost) -> str:
        when = ago(post.published.date(), plan.now.astimezone(post.published.tzinfo).date())
        return (
            f'<div class="rounded overflow-hidden shadow-lg"><a href="{plan.base}{self.post_path(plan, post)}">'
            f'{parts.image(plan, f"berita/{post.number}.webp", "Gambar berita")}<h3 class="font-bold text-xl mb-2">'
            f'{escape(post.title)}</h3></a><span class="text-xs text-gray-500">{when}</span><p class="text-base">'
            f"{escape(post.paragraphs[0][:120])}...</p></div>"
        )

    def home(self, plan: SitePlan) -> str:
        """Hero, newest cards, links."""
        cards = "".join(self._card(plan, post) for post in plan.posts[:6])
        hero = parts.image(plan, "hero.webp", "Pemandangan") + f'<h1 class="text-4xl">{escape(plan.unit.name)}</h1>'
        side = f"{parts.search_box(plan, '/cari', 'q')}{parts.agenda_list(plan, '%d/%m/%y')}<ul>{parts.side_links(plan)}</ul>"
        return self.shell(
            plan, "Beranda", f'{hero}<section class="grid grid-cols-3">{cards}</section><aside>{side}</aside>'
        )

    def listing(self, plan: SitePlan, number: int) -> str:
        """A page of cards."""
        cards = "".join(self._card(plan, post) for post in self.slice(plan, number))
        following = self.list_path(plan, number + 1)
        more = f'<a rel="next" href="{plan.base}{following}">Berikutnya</a>' if number < self.pages(plan) else ""
        body = f'<h1>Berita Terbaru</h1><div class="grid grid-cols-3 gap-4">{cards}</div><nav role="navigation">{more}</nav>'
        return self.shell(plan, "Berita", body)

    def article(self, plan: SitePlan, post: PlannedPost) -> str:
        """A post with its day in words."""
        body = (
            f'<article class="prose lg:prose-xl"><h1>{escape(post.title)}</h1><div class="flex text-sm text-gray-500"><span>'
            f"{escape(post.author)}</span><span>{long_date(post.published.date())}, {post.published:%H.%M} WIB</span><span>"
            f"{post.number * 2}x dilihat</span></div>{parts.image(plan, f'berita/{post.number}.webp', 'Gambar berita')}"
            f'{paragraphs(post.paragraphs)}</article><section><h2>Berita Lainnya</h2><div class="grid">'
            f"{''.join(self._card(plan, other) for other in plan.posts[:3] if other is not post)}</div></section>"
        )
        return self.shell(plan, post.title, body)

    def standing(self, plan: SitePlan, page: PlannedPage) -> str:
        """A page."""
        body = f'<div class="prose"><h1>{escape(page.title)}</h1>{parts.page_body(plan, page)}</div>'
        return self.shell(plan, page.title, body)
