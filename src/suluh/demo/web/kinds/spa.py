"""An application shell: posts come from a JSON interface that only the page's own script names."""

from __future__ import annotations

import json
from collections.abc import Iterator
from html import escape

from suluh.demo.seeds import draw
from suluh.demo.web import parts
from suluh.demo.web.kind import Route, SiteKind, paragraphs
from suluh.demo.web.plan import PlannedPage, PlannedPost, SitePlan
from suluh.demo.web.respond import Request, Response


class SinglePage(SiteKind):
    """Frame rendered on the server, list and text of posts fetched from `/api/v2/publik/posts`."""

    name = "spa"
    cms = "spa"

    def post_path(self, plan: SitePlan, post: PlannedPost) -> str:
        """`/berita/slug`, answered with the shell."""
        return f"/berita/{post.slug}-{post.number}"

    def page_path(self, plan: SitePlan, page: PlannedPage) -> str:
        """`/p/slug`."""
        return f"/p/{page.slug}"

    def list_path(self, plan: SitePlan, number: int = 1) -> str:
        """`/berita`, one address for all."""
        return "/berita" if number == 1 else f"/berita?hal={number}"

    def _api(self, plan: SitePlan) -> str:
        return "/api/v2/publik/posts"

    def shell(self, plan: SitePlan, title: str, body: str) -> str:
        """The shell with its script."""
        items = "".join(self._menu_item(entry) for entry in parts.menu_of(plan, "/berita"))
        footer = "".join(f"<div>{line}</div>" for line in parts.footer_lines(plan))
        return (
            f'<!doctype html><html{parts.language(plan)}><head><meta charset="utf-8"/>{parts.viewport(plan)}<title>{escape(title)}'
            f'</title><meta property="og:title" content="{escape(title)}"/><script type="module" src="/static/js/main.8c1f03d2.js">'
            f"</script>{parts.head_extras(plan)}</head><body><noscript>Aktifkan JavaScript untuk melihat laman ini.</noscript>"
            f'<div id="root" data-server-rendered="true"><header>{parts.image(plan, "logo.svg.png", "Logo")}{parts.clock_line(plan)}'
            f"<h1>{escape(plan.unit.name)}</h1><nav><ul>{items}</ul></nav></header><main>{body}</main><footer>{footer}</footer></div>"
            "</body></html>"
        )

    def _menu_item(self, entry: parts.MenuEntry) -> str:
        inner = "".join(self._menu_item(child) for child in entry.children)
        nested = f"<ul>{inner}</ul>" if inner else ""
        return f'<li><a class="nav-link" href="{escape(entry.href)}">{escape(entry.label)}</a>{nested}</li>'

    def home(self, plan: SitePlan) -> str:
        """Welcome and an empty place for the news."""
        side = f"{parts.search_box(plan, '/cari', 'q')}{parts.agenda_list(plan, '%d-%m-%Y')}<ul>{parts.side_links(plan)}</ul>"
        words = f"<p>Selamat datang di laman resmi {escape(plan.unit.name)}. {escape(plan.tagline)}.</p>"
        return self.shell(plan, plan.unit.name, f'{words}<div id="berita-terbaru" class="skeleton"></div>{side}')

    def listing(self, plan: SitePlan, number: int) -> str:
        """An empty list that the script fills."""
        return self.shell(plan, "Berita", '<h2>Berita</h2><div id="daftar-berita" class="skeleton"></div>')

    def article(self, plan: SitePlan, post: PlannedPost) -> str:
        """An empty article that the script fills."""
        return self.shell(plan, post.title, '<div id="isi-berita" class="skeleton"></div>')

    def standing(self, plan: SitePlan, page: PlannedPage) -> str:
        """Standing pages are rendered on the server."""
        return self.shell(plan, page.title, f"<h2>{escape(page.title)}</h2>{parts.page_body(plan, page)}")

    def more_routes(self, plan: SitePlan) -> Iterator[tuple[str, Route]]:
        """The script that calls the interface."""
        yield "/static/js/main.8c1f03d2.js", lambda: Response.of(self._script(plan), "text/javascript; charset=utf-8")

    def interface(self, plan: SitePlan, request: Request) -> Response | None:
        """`/api/v2/publik/posts?page=…&limit=…` and one post by its slug."""
        if request.path == self._api(plan):
            size = min(int(request.argument("limit") or self.per_page), 100)
            return self._answer(plan, int(request.argument("page") or 1), size)
        start, slug = f"{self._api(plan)}/", request.path.rpartition("/")[2]
        post = next((post for post in plan.posts if f"{post.slug}-{post.number}" == slug), None)
        if not request.path.startswith(start) or post is None:
            return None
        row = self._row(plan, post) | {"content": paragraphs(post.paragraphs)}
        return Response.of(json.dumps({"success": True, "data": row}, ensure_ascii=False), "application/json")

    def _script(self, plan: SitePlan) -> str:
        """Half of the bundles name the address in one piece, half put it together from a base and a path."""
        if draw(plan.brief.seed, plan.host, "bundle").random() < 0.5:
            call = f'async function t(n=1){{const r=await fetch("{self._api(plan)}?page="+n+"&limit={self.per_page}");return r.json()}}'
        else:
            call = (
                f'const e={{baseURL:"{plan.base}/api/v2/publik",timeout:8e3}};async function t(n=1){{const r=await '
                f"fetch(`${{e.baseURL}}/posts?page=${{n}}&limit={self.per_page}`);return r.json()}}"
            )
        return (
            f'"use strict";{call}'
            'document.querySelector("#daftar-berita")&&t().then(n=>n.data.filter(r=>"published"===r.status).forEach(r=>u(r)));'
            'function u(r){const a=document.createElement("a");a.href="/berita/"+r.slug;a.textContent=r.title}'
        )

    def _row(self, plan: SitePlan, post: PlannedPost, status: str = "published") -> dict[str, object]:
        return {
            "id": post.number,
            "title": post.title,
            "slug": f"{post.slug}-{post.number}",
            "excerpt": post.paragraphs[0][:150],
            "author": {"name": post.author},
            "category": post.category,
            "status": status,
            "published_at": post.published.isoformat() if status == "published" else None,
            "created_at": post.published.isoformat(),
            "updated_at": plan.now.isoformat(),
        }

    def _answer(self, plan: SitePlan, number: int, size: int) -> Response:
        rows = [self._row(plan, post) for post in plan.posts[(number - 1) * size : number * size]]
        drafts = [self._row(plan, post, "draft") for post in plan.scheduled] if number == 1 else []
        last = max(1, -(-len(plan.posts) // size))
        meta = {"current_page": number, "last_page": last, "total": len(plan.posts)}
        text = json.dumps({"success": True, "data": drafts + rows, "meta": meta}, ensure_ascii=False)
        return Response.of(text, "application/json")
