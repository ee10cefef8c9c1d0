"""A node-based CMS: short day names, slash dates month by number, a feed of the front page."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from suluh.demo.prose.calendar import day_in_words
from suluh.demo.web import parts
from suluh.demo.web.feeds import rss, sitemap, xml
from suluh.demo.web.kind import Route, SiteKind, paragraphs
from suluh.demo.web.plan import PlannedPage, PlannedPost, SitePlan


class Drupal(SiteKind):
    """`/node/12`, `/rss.xml`, "Kam, 12/11/2026 - 08:30"."""

    name = "drupal"

    def post_path(self, plan: SitePlan, post: PlannedPost) -> str:
        """`/node/12`."""
        return f"/node/{post.number + 100}"

    def page_path(self, plan: SitePlan, page: PlannedPage) -> str:
        """`/content/slug`."""
        return f"/content/{page.slug}"

    def list_path(self, plan: SitePlan, number: int = 1) -> str:
        """`/berita?page=1`, counted from zero."""
        return "/berita" + (f"?page={number - 1}" if number > 1 else "")

    def feed_path(self, plan: SitePlan) -> str | None:
        """`/rss.xml`."""
        return "/rss.xml"

    def shell(self, plan: SitePlan, title: str, body: str) -> str:
        """Regions and blocks."""
        items = "".join(self._menu_item(entry) for entry in parts.menu_of(plan, "/berita"))
        side = f"{parts.search_box(plan, '/search/node', 'keys')}{parts.agenda_list(plan, '%d/%m/%Y')}"
        return (
            f'<!DOCTYPE html><html{parts.language(plan)} dir="ltr" prefix="dc: http://purl.org/dc/terms/"><head><meta charset="utf-8"/>'
            f'<meta name="Generator" content="Drupal 9 (https://www.drupal.org)"/>{parts.viewport(plan)}<title>{escape(title)} | '
            f'{escape(plan.unit.name)}</title><link rel="alternate" type="application/rss+xml" title="" href="{plan.base}/rss.xml"/>'
            f'{parts.head_extras(plan)}</head><body class="path-node"><div class="layout-container"><header role="banner">'
            f'{parts.clock_line(plan)}<div class="site-branding"><a href="/" rel="home">{parts.image(plan, "logo.png", "Beranda")}'
            f'{escape(plan.unit.name)}</a></div><nav role="navigation" class="menu--main"><ul class="menu">{items}</ul></nav></header>'
            f'<main role="main"><div class="layout-content">{body}</div><aside class="region-sidebar-first">{side}<ul>'
            f'{parts.side_links(plan)}</ul></aside></main><footer role="contentinfo"><div class="block">'
            f"{'<br/>'.join(parts.footer_lines(plan))}</div></footer></div></body></html>"
        )

    def _menu_item(self, entry: parts.MenuEntry) -> str:
        inner = "".join(self._menu_item(child) for child in entry.children)
        nested = f'<ul class="menu">{inner}</ul>' if inner else ""
        return f'<li class="menu-item menu-item--expanded"><a href="{escape(entry.href)}">{escape(entry.label)}</a>{nested}</li>'

    def _when(self, post: PlannedPost) -> str:
        return f"{day_in_words(post.published.date())[:3]}, {post.published:%d/%m/%Y - %H:%M}"

    def _teaser(self, plan: SitePlan, post: PlannedPost) -> str:
        return (
            f'<article class="node node--type-article node--view-mode-teaser"><h2 class="node__title"><a '
            f'href="{self.post_path(plan, post)}" rel="bookmark"><span>{escape(post.title)}</span></a></h2><footer '
            f'class="node__meta">Dikirim oleh <span>{escape(post.author)}</span> pada {self._when(post)}</footer>'
            f'<div class="field--name-body"><p>{escape(post.paragraphs[0][:260])}</p></div></article>'
        )

    def home(self, plan: SitePlan) -> str:
        """Promoted nodes."""
        picture = parts.image(plan, "sites/default/files/depan.jpg", "Halaman depan")
        return self.shell(plan, "Beranda", picture + "".join(self._teaser(plan, post) for post in plan.posts[:6]))

    def listing(self, plan: SitePlan, number: int) -> str:
        """A page of a view."""
        rows = "".join(self._teaser(plan, post) for post in self.slice(plan, number))
        following = self.list_path(plan, number + 1)
        more = (
            f'<li class="pager__item--next"><a href="{following}">Berikut ›</a></li>'
            if number < self.pages(plan)
            else ""
        )
        return self.shell(
            plan, "Berita", f'<h1>Berita</h1><div class="view-content">{rows}</div><ul class="pager">{more}</ul>'
        )

    def article(self, plan: SitePlan, post: PlannedPost) -> str:
        """A node."""
        body = (
            f'<article role="article" class="node node--type-article"><h1 class="page-header"><span>{escape(post.title)}</span></h1>'
            f'<footer class="node__meta">Dikirim oleh <span class="username">{escape(post.author)}</span> pada <span '
            f'property="schema:dateCreated" content="{post.published.isoformat()}">{self._when(post)}</span></footer>'
            f'{parts.image(plan, f"sites/default/files/{post.number}.jpg", "Foto")}<div class="field field--name-body">'
            f'{paragraphs(post.paragraphs)}</div><ul class="links inline"><li><a href="#">Tambah komentar</a></li></ul></article>'
        )
        return self.shell(plan, post.title, body)

    def standing(self, plan: SitePlan, page: PlannedPage) -> str:
        """A page node."""
        body = f'<article class="node node--type-page"><h1>{escape(page.title)}</h1>{parts.page_body(plan, page)}</article>'
        return self.shell(plan, page.title, body)

    def more_routes(self, plan: SitePlan) -> Iterator[tuple[str, Route]]:
        """Feed and sitemap."""
        yield "/rss.xml", lambda: xml(rss(plan, plan.posts[:10]))
        rows = [(self.post_path(plan, post), post.published) for post in plan.posts]
        yield "/sitemap.xml", lambda: xml(sitemap(plan, rows), "application/xml")
