"""A blog engine with a JSON interface, a full feed and structured data."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC
from html import escape

from suluh.demo.prose.calendar import full_date, long_date
from suluh.demo.web import parts
from suluh.demo.web.feeds import rss, sitemap, xml
from suluh.demo.web.kind import Route, SiteKind, paragraphs
from suluh.demo.web.plan import PlannedPage, PlannedPost, SitePlan
from suluh.demo.web.respond import Request, Response


class WordPress(SiteKind):
    """Pretty addresses with year and month, `wp-json`, `/feed/`, JSON-LD."""

    name = "wordpress"
    cms = "wordpress"

    def post_path(self, plan: SitePlan, post: PlannedPost) -> str:
        """`/2026/03/slug/`."""
        return f"/{post.published:%Y/%m}/{post.slug}-{post.number}/"

    def page_path(self, plan: SitePlan, page: PlannedPage) -> str:
        """`/slug/`."""
        return f"/{page.slug}/"

    def list_path(self, plan: SitePlan, number: int = 1) -> str:
        """`/category/berita/page/2/`."""
        return "/category/berita/" + (f"page/{number}/" if number > 1 else "")

    def feed_path(self, plan: SitePlan) -> str | None:
        """`/feed/`."""
        return "/feed/"

    def shell(self, plan: SitePlan, title: str, body: str, head: str = "") -> str:
        """The theme around a page."""
        items = "".join(self._menu_item(entry) for entry in parts.menu_of(plan, self.list_path(plan)))
        footer = "<br>".join(parts.footer_lines(plan))
        return (
            f"<!DOCTYPE html><html{parts.language(plan)}><head><meta charset='UTF-8'>{parts.viewport(plan)}"
            f"<title>{escape(title)} &#8211; {escape(plan.unit.name)}</title>"
            f'<link rel="alternate" type="application/rss+xml" title="Feed" href="{plan.base}/feed/">'
            f'<link rel="https://api.w.org/" href="{plan.base}/wp-json/"><meta name="generator" content="WordPress 6.4.3">'
            f"<link rel='stylesheet' href='/wp-content/themes/pemda/style.css'>{head}{parts.head_extras(plan)}</head>"
            f'<body class="wp-site"><header class="site-header">{parts.clock_line(plan)}'
            f'{parts.image(plan, "lambang.png", "Lambang daerah")}<p class="site-title"><a href="/">{escape(plan.unit.name)}'
            f'</a></p><p class="site-description">{escape(plan.tagline)}</p><nav class="main-navigation"><ul class="menu">{items}'
            f'</ul></nav></header><div id="content" class="site-content">{body}</div>'
            f'<footer class="site-footer"><div class="site-info">{footer}</div></footer></body></html>'
        )

    def _menu_item(self, entry: parts.MenuEntry) -> str:
        inner = "".join(self._menu_item(child) for child in entry.children)
        nested = f'<ul class="sub-menu">{inner}</ul>' if inner else ""
        return f'<li class="menu-item"><a href="{escape(entry.href)}">{escape(entry.label)}</a>{nested}</li>'

    def _card(self, plan: SitePlan, post: PlannedPost) -> str:
        return (
            f'<article id="post-{post.number}" class="post"><h2 class="entry-title"><a href="{self.post_path(plan, post)}" '
            f'rel="bookmark">{escape(post.title)}</a></h2><div class="entry-meta"><time class="entry-date published" '
            f'datetime="{post.published.isoformat()}">{long_date(post.published.date())}</time></div>'
            f'<div class="entry-summary"><p>{escape(post.paragraphs[0][:160])} [&hellip;]</p></div></article>'
        )

    def _side(self, plan: SitePlan) -> str:
        recent = "".join(
            f'<li><a href="{self.post_path(plan, post)}">{escape(post.title)}</a></li>' for post in plan.posts[:5]
        )
        return (
            f'<aside class="widget-area">{parts.search_box(plan, "/", "s")}<h3>Pos-pos Terbaru</h3><ul>{recent}</ul>'
            f"{parts.agenda_list(plan, '%d/%m/%Y')}<h3>Tautan</h3><ul>{parts.side_links(plan)}</ul></aside>"
        )

    def home(self, plan: SitePlan) -> str:
        """Latest posts and the side bar."""
        cards = "".join(self._card(plan, post) for post in plan.posts[:6])
        banner = parts.image(plan, "spanduk.jpg", "Spanduk pelayanan", 'width="960"')
        return self.shell(plan, "Beranda", f"{banner}<main class='site-main'>{cards}</main>{self._side(plan)}")

    def listing(self, plan: SitePlan, number: int) -> str:
        """A page of the category."""
        cards = "".join(self._card(plan, post) for post in self.slice(plan, number))
        older = self.list_path(plan, number + 1) if number < self.pages(plan) else ""
        link = f'<div class="nav-previous"><a href="{older}">Pos-pos lama</a></div>' if older else ""
        return self.shell(plan, "Berita", f"<main><h1>Kategori: Berita</h1>{cards}{link}</main>{self._side(plan)}")

    def article(self, plan: SitePlan, post: PlannedPost) -> str:
        """A post with structured data, byline and share links."""
        data = {
            "@context": "https://schema.org", "@type": "NewsArticle", "headline": post.title,
            "datePublished": post.published.isoformat(), "dateModified": post.published.isoformat(),
            "author": {"@type": "Person", "name": post.author}, "mainEntityOfPage": plan.base + self.post_path(plan, post),
        }  # fmt: skip
        head = (
            f'<script type="application/ld+json">{json.dumps(data, ensure_ascii=False)}</script>'
            f'<meta property="og:title" content="{escape(post.title)}">'
            f'<meta property="article:published_time" content="{post.published.isoformat()}">'
        )
        body = (
            f'<main><article class="post"><header class="entry-header"><h1 class="entry-title">{escape(post.title)}</h1>'
            f'<div class="entry-meta">Oleh <span class="author">{escape(post.author)}</span> pada <time class="entry-date" '
            f'datetime="{post.published.isoformat()}">{full_date(post.published.date())}</time> <a href="#">{post.category}</a>'
            f'</div></header>{parts.image(plan, f"foto-{post.number}.jpg", "Dokumentasi kegiatan")}<div class="entry-content">'
            f"{paragraphs(post.paragraphs)}</div><footer>Bagikan: Facebook WhatsApp</footer></article></main>{self._side(plan)}"
        )
        return self.shell(plan, post.title, body, head)

    def standing(self, plan: SitePlan, page: PlannedPage) -> str:
        """A page of the site."""
        body = f'<div class="entry-content">{parts.page_body(plan, page)}</div>'
        return self.shell(
            plan, page.title, f'<main><article class="page"><h1>{escape(page.title)}</h1>{body}</article></main>'
        )

    def more_routes(self, plan: SitePlan) -> Iterator[tuple[str, Route]]:
        """Feed, interface, sitemaps."""
        yield "/feed/", lambda: xml(rss(plan, plan.posts[:10], full=True))
        yield "/wp-sitemap.xml", lambda: xml(self._sitemap(plan), "application/xml")

    def _sitemap(self, plan: SitePlan) -> str:
        posts = [(self.post_path(plan, post), post.published) for post in plan.posts]
        return sitemap(plan, posts + [(self.page_path(plan, page), None) for page in plan.pages if not page.elsewhere])

    def interface(self, plan: SitePlan, request: Request) -> Response | None:
        """`/wp-json/wp/v2/posts?per_page=…&page=…`; a page beyond the last is a fault, as the engine has it."""
        if request.path.rstrip("/") != "/wp-json/wp/v2/posts":
            return None
        size = min(int(request.argument("per_page") or 10), 100)
        number = int(request.argument("page") or 1)
        chosen = plan.posts[(number - 1) * size : number * size]
        if not chosen and number > 1:
            return Response.of('{"code":"rest_post_invalid_page_number"}', "application/json; charset=UTF-8", 400)
        rows = [self._row(plan, post) for post in chosen]
        answer = Response.of(json.dumps(rows, ensure_ascii=False), "application/json; charset=UTF-8")
        answer.headers |= {"X-WP-Total": str(len(plan.posts)), "X-WP-TotalPages": str(-(-len(plan.posts) // size))}
        return answer

    def _row(self, plan: SitePlan, post: PlannedPost) -> dict[str, object]:
        return {
            "id": post.number,
            "date": post.published.replace(tzinfo=None).isoformat(),
            "date_gmt": post.published.astimezone(UTC).replace(tzinfo=None).isoformat(),
            "modified": post.published.replace(tzinfo=None).isoformat(),
            "slug": post.slug,
            "status": "publish",
            "type": "post",
            "link": plan.base + self.post_path(plan, post),
            "title": {"rendered": escape(post.title)},
            "content": {"rendered": paragraphs(post.paragraphs)},
            "excerpt": {"rendered": f"<p>{escape(post.paragraphs[0])}</p>"},
        }
