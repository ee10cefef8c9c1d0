"""An older component-based CMS: `/index.php/…` addresses, feeds by query, dates with labels."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from suluh.demo.prose.calendar import full_date, long_date
from suluh.demo.web import parts
from suluh.demo.web.feeds import atom, rss, xml
from suluh.demo.web.kind import Route, SiteKind, paragraphs
from suluh.demo.web.plan import PlannedPage, PlannedPost, SitePlan


class Joomla(SiteKind):
    """`/index.php/berita/12-judul`, `?format=feed&type=rss`."""

    name = "joomla"
    cms = "joomla"

    def post_path(self, plan: SitePlan, post: PlannedPost) -> str:
        """`/index.php/berita/12-judul`."""
        return f"/index.php/berita/{post.number}-{post.slug}"

    def page_path(self, plan: SitePlan, page: PlannedPage) -> str:
        """`/index.php/profil/visi-dan-misi`."""
        return f"/index.php/{page.menu.lower()}/{page.slug}"

    def list_path(self, plan: SitePlan, number: int = 1) -> str:
        """`/index.php/berita?start=10`."""
        return "/index.php/berita" + (f"?start={(number - 1) * self.per_page}" if number > 1 else "")

    def feed_path(self, plan: SitePlan) -> str | None:
        """The list with `format=feed`."""
        return "/index.php/berita?format=feed&type=rss"

    def shell(self, plan: SitePlan, title: str, body: str) -> str:
        """The template around a component."""
        items = "".join(self._menu_item(entry) for entry in parts.menu_of(plan, self.list_path(plan)))
        feed = escape(self.feed_path(plan) or "")
        return (
            f'<!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml"{parts.language(plan)}><head>{parts.viewport(plan)}'
            '<meta http-equiv="content-type" content="text/html; charset=utf-8" />'
            '<meta name="generator" content="Joomla! - Open Source Content Management" />'
            f"<title>{escape(title)} - {escape(plan.unit.short_name)}</title>"
            f'<link href="{feed}" rel="alternate" type="application/rss+xml" title="RSS 2.0" />'
            f'<script src="/media/jui/js/jquery.min.js"></script>{parts.head_extras(plan)}</head><body class="site com_content">'
            f'<div class="body"><header class="header">{parts.clock_line(plan)}<a class="brand" href="/"><span class="site-title">'
            f'{escape(plan.unit.name)}</span></a></header><nav class="navigation"><ul class="nav menu">{items}</ul></nav>'
            f'<div class="row-fluid"><main id="content" class="span9">{body}</main>{self._aside(plan)}</div>'
            f'<footer class="footer"><p>{"</p><p>".join(parts.footer_lines(plan))}</p></footer></div></body></html>'
        )

    def _menu_item(self, entry: parts.MenuEntry) -> str:
        inner = "".join(self._menu_item(child) for child in entry.children)
        nested = f'<ul class="nav-child unstyled small">{inner}</ul>' if inner else ""
        return f'<li class="item deeper parent"><a href="{escape(entry.href)}">{escape(entry.label)}</a>{nested}</li>'

    def _aside(self, plan: SitePlan) -> str:
        search = parts.search_box(plan, "/index.php/component/search/", "searchword")
        return (
            f'<div id="aside" class="span3"><div class="moduletable">{search}</div>{parts.agenda_list(plan, "%d.%m.%Y")}'
            f'<div class="moduletable"><h3>Menu Tambahan</h3><ul>{parts.side_links(plan)}</ul></div></div>'
        )

    def _intro(self, plan: SitePlan, post: PlannedPost) -> str:
        return (
            f'<div class="item" itemprop="blogPost"><h2 itemprop="name"><a href="{self.post_path(plan, post)}" itemprop="url">'
            f'{escape(post.title)}</a></h2><dl class="article-info muted"><dd class="createdby">Ditulis oleh {escape(post.author)}'
            f'</dd><dd class="published"><time datetime="{post.published.isoformat()}" itemprop="datePublished">Diterbitkan: '
            f"{long_date(post.published.date())}</time></dd></dl><p>{escape(post.paragraphs[0][:220])}</p>"
            f'<p class="readmore"><a class="btn" href="{self.post_path(plan, post)}">Selengkapnya ...</a></p></div>'
        )

    def home(self, plan: SitePlan) -> str:
        """The blog of featured articles."""
        banner = parts.image(plan, "banner.jpg", "Spanduk")
        items = "".join(self._intro(plan, post) for post in plan.posts[:6])
        return self.shell(plan, "Beranda", f'{banner}<div class="blog-featured">{items}</div>')

    def listing(self, plan: SitePlan, number: int) -> str:
        """The category blog."""
        items = "".join(self._intro(plan, post) for post in self.slice(plan, number))
        pages = "".join(
            f'<li><a class="pagenav" href="{self.list_path(plan, other)}">{other}</a></li>'
            for other in range(1, self.pages(plan) + 1)
        )
        return self.shell(
            plan, "Berita", f'<div class="blog"><h1>Berita</h1>{items}<ul class="pagination">{pages}</ul></div>'
        )

    def article(self, plan: SitePlan, post: PlannedPost) -> str:
        """An article with its details."""
        body = (
            f'<div class="item-page" itemscope itemtype="https://schema.org/Article"><div class="page-header"><h2 itemprop="name">'
            f'{escape(post.title)}</h2></div><dl class="article-info muted"><dt>Rincian</dt><dd class="createdby">Ditulis oleh '
            f'<span itemprop="name">{escape(post.author)}</span></dd><dd class="category-name">Kategori: {post.category}</dd>'
            f'<dd class="create">Ditayangkan: {full_date(post.published.date())} {post.published:%H:%M}</dd><dd class="hits">Dilihat: '
            f'{post.number * 7}</dd></dl>{parts.image(plan, f"foto{post.number}.jpg", "Foto")}<div itemprop="articleBody">'
            f'{paragraphs(post.paragraphs)}</div><ul class="pager pagenav"><li><a href="#">Berikutnya</a></li></ul></div>'
        )
        return self.shell(plan, post.title, body)

    def standing(self, plan: SitePlan, page: PlannedPage) -> str:
        """An article without details."""
        header = f'<div class="page-header"><h2>{escape(page.title)}</h2></div>'
        return self.shell(plan, page.title, f'<div class="item-page">{header}{parts.page_body(plan, page)}</div>')

    def more_routes(self, plan: SitePlan) -> Iterator[tuple[str, Route]]:
        """Two feeds."""
        yield "/index.php/berita?format=feed&type=rss", lambda: xml(rss(plan, plan.posts[:10]))
        yield (
            "/index.php/berita?format=feed&type=atom",
            lambda: xml(atom(plan, plan.posts[:10]), "application/atom+xml"),
        )
