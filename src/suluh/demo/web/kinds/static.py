"""Pages written by hand and uploaded as files."""

from __future__ import annotations

from html import escape

from suluh.demo.prose.calendar import long_date
from suluh.demo.web import parts
from suluh.demo.web.kind import SiteKind, paragraphs
from suluh.demo.web.plan import PlannedPage, PlannedPost, SitePlan


class StaticPages(SiteKind):
    """`berita/judul.html` and one list of everything."""

    name = "static"
    cms = "static"
    per_page = 1000

    def post_path(self, plan: SitePlan, post: PlannedPost) -> str:
        """`/berita/judul-12.html`."""
        return f"/berita/{post.slug}-{post.number}.html"

    def page_path(self, plan: SitePlan, page: PlannedPage) -> str:
        """`/visi-dan-misi.html`."""
        return f"/{page.slug}.html"

    def list_path(self, plan: SitePlan, number: int = 1) -> str:
        """`/berita.html`."""
        return "/berita.html"

    def shell(self, plan: SitePlan, title: str, body: str) -> str:
        """Frame repeated by hand on every page."""
        links = " | ".join(
            f'<a href="{escape(entry.href)}">{escape(entry.label)}</a>'
            for top in parts.menu_of(plan, "/berita.html")
            for entry in (top.children or (top,))
        )
        return (
            f"<!DOCTYPE html>\n<html{parts.language(plan)}>\n<head>\n<meta charset='utf-8'>{parts.viewport(plan)}\n"
            f"<title>{escape(title)} - {escape(plan.unit.name)}</title>\n{parts.head_extras(plan)}</head>\n<body>\n"
            f"{parts.image(plan, 'kepala.jpg', 'Gambar kepala')}{parts.clock_line(plan)}\n<p>{links}</p>\n<hr>\n{body}\n<hr>\n"
            f"<p>{'<br>'.join(parts.footer_lines(plan))}</p>\n</body>\n</html>\n"
        )

    def _lines(self, plan: SitePlan, posts: tuple[PlannedPost, ...]) -> str:
        return "\n".join(
            f'<p>{long_date(post.published.date())} - <a href="{self.post_path(plan, post)}">{escape(post.title)}</a></p>'
            for post in posts
        )

    def home(self, plan: SitePlan) -> str:
        """A greeting and the newest lines."""
        side = f"{parts.search_box(plan, '/cari.html', 'q')}{parts.agenda_list(plan, '%d-%m-%Y')}<ul>{parts.side_links(plan)}</ul>"
        return self.shell(
            plan, "Beranda", f"<h1>{escape(plan.unit.name)}</h1>\n{self._lines(plan, plan.posts[:8])}\n{side}"
        )

    def listing(self, plan: SitePlan, number: int) -> str:
        """Every post."""
        return self.shell(plan, "Berita", f"<h1>Berita</h1>\n{self._lines(plan, plan.posts)}")

    def article(self, plan: SitePlan, post: PlannedPost) -> str:
        """A text with its day below the heading."""
        picture = parts.image(plan, f"{post.number}.jpg", "Foto")
        words = f"<p><i>{escape(post.author)}, {long_date(post.published.date())}</i></p>"
        return self.shell(
            plan, post.title, f"<h1>{escape(post.title)}</h1>\n{words}\n{picture}\n{paragraphs(post.paragraphs)}"
        )

    def standing(self, plan: SitePlan, page: PlannedPage) -> str:
        """A page."""
        return self.shell(plan, page.title, f"<h1>{escape(page.title)}</h1>\n{parts.page_body(plan, page)}")
