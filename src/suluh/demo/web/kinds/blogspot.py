"""A free blog: Atom feed, day headings above the posts, addresses with year and month."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from suluh.demo.prose.calendar import full_date
from suluh.demo.web import parts
from suluh.demo.web.feeds import atom, rss, sitemap, xml
from suluh.demo.web.kind import Route, SiteKind, paragraphs
from suluh.demo.web.plan import PlannedPage, PlannedPost, SitePlan


class Blog(SiteKind):
    """`/2026/11/slug.html`, `/feeds/posts/default`."""

    name = "blogspot"

    def post_path(self, plan: SitePlan, post: PlannedPost) -> str:
        """`/2026/11/slug.html`."""
        return f"/{post.published:%Y/%m}/{post.slug[:39].strip('-')}-{post.number}.html"

    def page_path(self, plan: SitePlan, page: PlannedPage) -> str:
        """`/p/slug.html`."""
        return f"/p/{page.slug}.html"

    def list_path(self, plan: SitePlan, number: int = 1) -> str:
        """`/search?start=10`."""
        return "/search" + (f"?start={(number - 1) * self.per_page}" if number > 1 else "")

    def feed_path(self, plan: SitePlan) -> str | None:
        """`/feeds/posts/default`."""
        return "/feeds/posts/default"

    def shell(self, plan: SitePlan, title: str, body: str) -> str:
        """Widgets."""
        items = "".join(
            f"<li><a href='{escape(entry.href)}'>{escape(entry.label)}</a></li>"
            for top in parts.menu_of(plan, "/search")
            for entry in (top.children or (top,))
        )
        side = f"{parts.search_box(plan, '/search', 'q')}{parts.agenda_list(plan, '%d/%m/%Y')}<ul>{parts.side_links(plan)}</ul>"
        return (
            f"<!DOCTYPE html><html{parts.language(plan)} class='v2' dir='ltr'><head>{parts.viewport(plan)}<meta charset='UTF-8'/>"
            f"<meta content='blogger' name='generator'/><title>{escape(plan.unit.name)}: {escape(title)}</title><link rel='alternate' "
            f"type='application/atom+xml' title='{escape(plan.unit.name)} - Atom' href='{plan.base}/feeds/posts/default'/>"
            f"{parts.head_extras(plan)}</head><body class='loading'><div class='header section'><h1 class='title'><a href='/'>"
            f"{escape(plan.unit.name)}</a></h1>{parts.clock_line(plan)}</div><div class='widget PageList'><ul>{items}</ul></div>"
            f"<div class='main section'>{body}</div><div class='sidebar section'>{side}</div><footer>"
            f"{'<br/>'.join(parts.footer_lines(plan))}<br/>Diberdayakan oleh Blogger.</footer></body></html>"
        )

    def _entry(self, plan: SitePlan, post: PlannedPost, whole: bool) -> str:
        text = paragraphs(post.paragraphs if whole else post.paragraphs[:1])
        return (
            f"<div class='date-outer'><h2 class='date-header'><span>{full_date(post.published.date())}</span></h2><div "
            f"class='post hentry'><h3 class='post-title entry-title'><a href='{plan.base}{self.post_path(plan, post)}'>"
            f"{escape(post.title)}</a></h3>{parts.image(plan, f's{post.number}.jpg', 'Foto')}<div class='post-body entry-content'>"
            f"{text}</div><div class='post-footer'>Diposting oleh <span class='fn'>{escape(post.author)}</span> di <abbr "
            f"class='published' title='{post.published.isoformat()}'>{post.published:%H.%M}</abbr></div></div></div>"
        )

    def home(self, plan: SitePlan) -> str:
        """Newest entries."""
        return self.shell(plan, "Beranda", "".join(self._entry(plan, post, False) for post in plan.posts[:6]))

    def listing(self, plan: SitePlan, number: int) -> str:
        """Older entries."""
        rows = "".join(self._entry(plan, post, False) for post in self.slice(plan, number))
        older = f"<a class='blog-pager-older-link' href='{self.list_path(plan, number + 1)}'>Postingan Lama</a>"
        return self.shell(plan, "Arsip", rows + (older if number < self.pages(plan) else ""))

    def article(self, plan: SitePlan, post: PlannedPost) -> str:
        """One entry."""
        return self.shell(plan, post.title, self._entry(plan, post, True))

    def standing(self, plan: SitePlan, page: PlannedPage) -> str:
        """A page."""
        body = f"<h3 class='post-title entry-title'>{escape(page.title)}</h3><div class='post-body'>{parts.page_body(plan, page)}</div>"
        return self.shell(plan, page.title, body)

    def more_routes(self, plan: SitePlan) -> Iterator[tuple[str, Route]]:
        """Feeds and sitemap."""
        yield "/feeds/posts/default", lambda: xml(atom(plan, plan.posts[:25]), "application/atom+xml; charset=UTF-8")
        yield "/feeds/posts/default?alt=rss", lambda: xml(rss(plan, plan.posts[:25]))
        rows = [(self.post_path(plan, post), post.published) for post in plan.posts]
        yield "/sitemap.xml", lambda: xml(sitemap(plan, rows), "application/xml")
