"""What a site kind is: one way of building a government website out of a plan."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from html import escape

from suluh.demo.web import parts
from suluh.demo.web.plan import AgendaEntry, PlannedPage, PlannedPost, SitePlan
from suluh.demo.web.respond import Request, Response

Route = Callable[[], Response]
PAGE_SIZE = 10


class SiteKind:
    """One way of building a site. A kind keeps no state; `routes` renders nothing before it is asked."""

    name = ""
    cms = "other"
    """What `suluh check` should call it."""

    per_page = PAGE_SIZE

    def post_path(self, plan: SitePlan, post: PlannedPost) -> str:
        """Path, with query where the kind uses one, of a post."""
        raise NotImplementedError

    def page_path(self, plan: SitePlan, page: PlannedPage) -> str:
        """Path of a standing page."""
        raise NotImplementedError

    def list_path(self, plan: SitePlan, number: int = 1) -> str:
        """Path of one page of the list of posts."""
        raise NotImplementedError

    def feed_path(self, plan: SitePlan) -> str | None:
        """Path of the feed, None where the kind has none."""
        return None

    def home(self, plan: SitePlan) -> str:
        """HTML of the front page."""
        raise NotImplementedError

    def listing(self, plan: SitePlan, number: int) -> str:
        """HTML of a page of the list of posts."""
        raise NotImplementedError

    def article(self, plan: SitePlan, post: PlannedPost) -> str:
        """HTML of a post."""
        raise NotImplementedError

    def standing(self, plan: SitePlan, page: PlannedPage) -> str:
        """HTML of a standing page."""
        raise NotImplementedError

    def event(self, plan: SitePlan, entry: AgendaEntry) -> str:
        """HTML of the page of an event."""
        return self.shell(plan, entry.title, parts.agenda_body(entry))

    def not_found(self, plan: SitePlan) -> str:
        """HTML shown for an address that is not there."""
        return self.shell(plan, "Halaman tidak ditemukan", "<h1>404</h1><p>Halaman tidak ditemukan.</p>")

    def shell(self, plan: SitePlan, title: str, body: str) -> str:
        """The frame around a page: head, header, menu, footer."""
        raise NotImplementedError

    def interface(self, plan: SitePlan, request: Request) -> Response | None:
        """The answer of a machine interface that reads its query; None when the address is not one."""
        return None

    def more_routes(self, plan: SitePlan) -> Iterator[tuple[str, Route]]:
        """Feeds, sitemaps, interfaces."""
        return iter(())

    def routes(self, plan: SitePlan) -> dict[str, Route]:
        """Every address of the site and what makes its answer."""
        found: dict[str, Route] = {"/": lambda: Response.of(self.home(plan))}
        for number in range(1, max(1, -(-len(plan.posts) // self.per_page)) + 1):
            found.setdefault(self.list_path(plan, number), _html(self.listing, plan, number))
        for post in plan.posts:
            found[self.post_path(plan, post)] = _html(self.article, plan, post)
        for number, entry in enumerate(plan.agenda, 1):
            found[parts.agenda_path(number)] = _html(self.event, plan, entry)
        for page in plan.pages:
            if page.state != "inherited":
                found[self.page_path(plan, page)] = _html(self.standing, plan, page)
            for section in page.sections:
                found |= {parts.document_path(name): _document(name) for name in section.documents}
        found.update(self.more_routes(plan))
        return found

    def slice(self, plan: SitePlan, number: int) -> tuple[PlannedPost, ...]:
        """The posts on one page of the list."""
        return plan.posts[(number - 1) * self.per_page : number * self.per_page]

    def pages(self, plan: SitePlan) -> int:
        """How many pages the list has."""
        return max(1, -(-len(plan.posts) // self.per_page))


def _html(render: Callable[..., str], *arguments: object) -> Route:
    return lambda: Response.of(render(*arguments))


def _document(name: str) -> Route:
    """A small but real PDF that carries its own name."""
    title = name.encode("ascii", "replace").decode().replace("(", "").replace(")", "")
    stream = f"BT /F1 18 Tf 72 720 Td ({title}) Tj ET"
    body = (
        "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>endobj\n"
        f"4 0 obj<</Length {len(stream)}>>stream\n{stream}\nendstream endobj\n"
        "5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
    )
    return lambda: Response(200, body.encode(), {"Content-Type": "application/pdf"})


def paragraphs(texts: tuple[str, ...]) -> str:
    """Texts as paragraphs."""
    return "\n".join(f"<p>{escape(text)}</p>" for text in texts)
