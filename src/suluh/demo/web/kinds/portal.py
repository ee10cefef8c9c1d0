"""A portal of twenty years ago: tables for layout, one script for everything, an old character set."""

from __future__ import annotations

from html import escape

from suluh.demo.web import parts
from suluh.demo.web.kind import Route, SiteKind, paragraphs
from suluh.demo.web.plan import PlannedPage, PlannedPost, SitePlan
from suluh.demo.web.respond import Response


class TablePortal(SiteKind):
    """`/index.php?modul=berita&aksi=lihat&id=12`, windows-1252."""

    name = "portal"

    def post_path(self, plan: SitePlan, post: PlannedPost) -> str:
        """All posts by number."""
        return f"/index.php?modul=berita&aksi=lihat&id={post.number}"

    def page_path(self, plan: SitePlan, page: PlannedPage) -> str:
        """Pages by number."""
        return f"/index.php?modul=statis&id={plan.pages.index(page) + 1}"

    def list_path(self, plan: SitePlan, number: int = 1) -> str:
        """The list by page."""
        return "/index.php?modul=berita" + (f"&hal={number}" if number > 1 else "")

    def shell(self, plan: SitePlan, title: str, body: str) -> str:
        """Nested tables."""
        rows = "".join(self._menu_row(entry) for entry in parts.menu_of(plan, self.list_path(plan)))
        return (
            f"<HTML{parts.language(plan)}><HEAD><META HTTP-EQUIV='Content-Type' CONTENT='text/html; charset=windows-1252'>"
            f"{parts.viewport(plan)}<TITLE>.:: {escape(plan.unit.name)} ::. {escape(title)}</TITLE>{parts.head_extras(plan)}</HEAD>"
            f"<BODY><TABLE WIDTH=780 ALIGN=center><TR><TD COLSPAN=3>{parts.image(plan, 'banner.gif', 'Spanduk')}<br>"
            f"{parts.clock_line(plan)}</TD></TR><TR VALIGN=top><TD WIDTH=160><TABLE>{rows}</TABLE>"
            f"{parts.search_box(plan, '/index.php', 'kata')}</TD><TD>{body}</TD><TD WIDTH=140><UL>{parts.side_links(plan)}</UL>"
            f"{parts.agenda_list(plan, '%d-%m-%Y')}</TD></TR><TR><TD COLSPAN=3><FONT SIZE=1>{'<br>'.join(parts.footer_lines(plan))}"
            "</FONT></TD></TR></TABLE></BODY></HTML>"
        )

    def _menu_row(self, entry: parts.MenuEntry) -> str:
        inner = "".join(self._menu_row(child) for child in entry.children)
        if entry.href == "#":
            return f"<TR><TD><B>{escape(entry.label)}</B></TD></TR>{inner}"
        return f'<TR><TD><A HREF="{escape(entry.href)}">{escape(entry.label)}</A></TD></TR>{inner}'

    def _row(self, plan: SitePlan, post: PlannedPost) -> str:
        return (
            f'<TR><TD><FONT COLOR=#666666>{post.published:%d-%m-%Y %H:%M:%S}</FONT><BR><A HREF="{escape(self.post_path(plan, post))}">'
            f"<B>{escape(post.title)}</B></A><BR>{escape(post.paragraphs[0][:140])}...</TD></TR>"
        )

    def home(self, plan: SitePlan) -> str:
        """Newest rows."""
        return self.shell(
            plan, "Beranda", f"<TABLE>{''.join(self._row(plan, post) for post in plan.posts[:7])}</TABLE>"
        )

    def listing(self, plan: SitePlan, number: int) -> str:
        """A page of rows."""
        rows = "".join(self._row(plan, post) for post in self.slice(plan, number))
        links = " ".join(
            f'[<A HREF="{escape(self.list_path(plan, other))}">{other}</A>]' for other in range(1, self.pages(plan) + 1)
        )
        return self.shell(plan, "Berita", f"<B>BERITA</B><TABLE>{rows}</TABLE>Halaman {links}")

    def article(self, plan: SitePlan, post: PlannedPost) -> str:
        """A text."""
        body = (
            f"<TABLE><TR><TD><FONT SIZE=4><B>{escape(post.title)}</B></FONT></TD></TR><TR><TD><FONT SIZE=1>Tanggal : "
            f"{post.published:%d-%m-%Y %H:%M:%S} , Pengirim : {escape(post.author)}</FONT></TD></TR><TR><TD>"
            f"{parts.image(plan, f'f{post.number}.gif', 'Foto')}{paragraphs(post.paragraphs)}</TD></TR></TABLE>"
        )
        return self.shell(plan, post.title, body)

    def standing(self, plan: SitePlan, page: PlannedPage) -> str:
        """A page."""
        return self.shell(
            plan, page.title, f"<FONT SIZE=4><B>{escape(page.title)}</B></FONT><BR>{parts.page_body(plan, page)}"
        )

    def routes(self, plan: SitePlan) -> dict[str, Route]:
        """The same, in the old character set."""
        return {path: self._old(route) for path, route in super().routes(plan).items()}

    def _old(self, route: Route) -> Route:
        def answer() -> Response:
            found = route()
            if "html" not in found.headers["Content-Type"]:
                return found
            body = found.body.decode().encode("windows-1252", "xmlcharrefreplace")
            return Response(found.status, body, {"Content-Type": "text/html"})

        return answer
