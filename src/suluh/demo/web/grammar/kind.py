"""A site kind made from a drawn style."""

from __future__ import annotations

import json
from collections.abc import Iterator
from html import escape

from suluh.demo.web import parts
from suluh.demo.web.feeds import atom, rss, sitemap, xml
from suluh.demo.web.grammar.dates import written
from suluh.demo.web.grammar.style import Style, draw_style
from suluh.demo.web.kind import Route, SiteKind
from suluh.demo.web.parts import MenuEntry
from suluh.demo.web.plan import PlannedPage, PlannedPost, SitePlan
from suluh.demo.web.respond import Request, Response


class GrammarKind(SiteKind):
    """An unseen kind; the same seed makes the same kind."""

    cms = "other"

    def __init__(self, seed: str) -> None:
        self.name = f"grammar:{seed}"
        self.style: Style = draw_style(seed)
        self.per_page = self.style.per_page

    def post_path(self, plan: SitePlan, post: PlannedPost) -> str:
        """By the drawn shape."""
        day = post.published
        return self.style.post_shape.format(slug=post.slug, n=post.number, Y=day.year, m=f"{day:%m}", d=f"{day:%d}")

    def page_path(self, plan: SitePlan, page: PlannedPage) -> str:
        """By the drawn shape."""
        return self.style.page_shape.format(slug=page.slug, k=plan.pages.index(page) + 1)

    def list_path(self, plan: SitePlan, number: int = 1) -> str:
        """By the drawn shape."""
        base = self.style.list_path
        return base if number == 1 else self.style.pager.format(base=base, n=number, s=(number - 1) * self.per_page)

    def feed_path(self, plan: SitePlan) -> str | None:
        """The drawn feed."""
        return self.style.feed

    def _open(self, role: str, tag: str = "div") -> str:
        quote = self.style.quote
        return f"<{tag} class={quote}{self.style.classes[role]}{quote}>"

    def shell(self, plan: SitePlan, title: str, body: str, head: str = "") -> str:
        """The frame in the drawn nesting."""
        style = self.style
        generator = f'<meta name="generator" content="{style.generator}">' if style.generator else ""
        kind = "application/atom+xml" if "atom" in (style.feed or "") else "application/rss+xml"
        feed = (
            f'<link rel="alternate" type="{kind}" href="{style.feed}">' if style.feed and style.feed_announced else ""
        )
        script = '<script src="/aset/aplikasi.js" defer></script>' if style.interface else ""
        wrap, close = self._open("bungkus") * style.depth, "</div>" * style.depth
        footer = "".join(f"<p>{line}</p>" for line in parts.footer_lines(plan))
        return (
            f"<!DOCTYPE html><html{parts.language(plan)}><head><meta charset='utf-8'>{parts.viewport(plan)}{generator}"
            f"<title>{escape(title)} - {escape(plan.unit.name)}</title>{feed}{script}{head}{parts.head_extras(plan)}</head><body>"
            f"{self._open('kepala', 'header')}{parts.image(plan, 'lambang.png', 'Lambang')}<a href='/'>{escape(plan.unit.name)}</a>"
            f"{parts.clock_line(plan)}</header>{self._menu(plan)}{wrap}{body}{close}{self._open('kaki', 'footer')}{footer}</footer>"
            "</body></html>"
        )

    def _entries(self, plan: SitePlan) -> Iterator[MenuEntry]:
        for entry in parts.menu_of(plan, self.style.list_path):
            word = self.style.groups.get(entry.label, entry.label)
            known = {"Beranda": self.style.home_word, "Berita": self.style.list_name}
            yield MenuEntry(known.get(word, word), entry.href, entry.children)

    def _menu(self, plan: SitePlan) -> str:
        entries = tuple(self._entries(plan))
        markup = self.style.menu_markup
        if markup in ("flat", "table"):
            links = [entry for top in entries for entry in (top.children or (top,))]
            cells = (f'<a href="{escape(entry.href)}">{escape(entry.label)}</a>' for entry in links)
            if markup == "flat":
                return f"{self._open('menu', 'nav')}{' '.join(cells)}</nav>"
            return f"{self._open('menu', 'table')}<tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr></table>"
        return f"{self._open('menu', 'nav')}<ul>{''.join(self._menu_item(entry) for entry in entries)}</ul></nav>"

    def _menu_item(self, entry: MenuEntry) -> str:
        inner = "".join(self._menu_item(child) for child in entry.children)
        if entry.children and self.style.menu_markup == "details" and entry.href == "#":
            return f"<li><details><summary>{escape(entry.label)}</summary><ul>{inner}</ul></details></li>"
        nested = f"<ul>{inner}</ul>" if inner else ""
        return f'<li><a href="{escape(entry.href)}">{escape(entry.label)}</a>{nested}</li>'

    def _day(self, plan: SitePlan, post: PlannedPost) -> str:
        if self.style.date_place == "none":
            return ""
        if self.style.date_place == "box":
            words = written(post.published, "short", plan.now).split(" ")
            return f"{self._open('tanggal')}<b>{words[0]}</b> <span>{' '.join(words[1:])}</span></div>"
        return f"{self._open('tanggal', 'span')}{written(post.published, self.style.list_date, plan.now)}</span>"

    def _entry(self, plan: SitePlan, post: PlannedPost) -> str:
        link = f'<a href="{escape(self.post_path(plan, post))}">{escape(post.title)}</a>'
        title, day = f"{self._open('judul', 'h3')}{link}</h3>", self._day(plan, post)
        text = f"<p>{escape(post.paragraphs[0][:130])}...</p>"
        inner = f"{title}{day}{text}" if self.style.date_place == "after" else f"{day}{title}{text}"
        return {
            "list": f"{self._open('item', 'li')}{inner}</li>",
            "table": f"<tr><td>{day or '&bull;'}</td><td>{link}</td></tr>",
            "cards": f"{self._open('item')}{parts.image(plan, f'{post.number}.jpg', 'Foto berita')}{inner}</div>",
            "definition": f"<dt>{link}</dt><dd>{day} {escape(post.paragraphs[0][:90])}</dd>",
            "article": f"{self._open('item', 'article')}{inner}</article>",
            "lines": f"<p>{day} {link}</p>",
        }[self.style.list_layout]

    def _rows(self, plan: SitePlan, posts: tuple[PlannedPost, ...]) -> str:
        if self.style.interface:
            return f"{self._open('daftar')}</div>"
        tag = {"list": "ul", "table": "table", "definition": "dl"}.get(self.style.list_layout, "div")
        return f"{self._open('daftar', tag)}{''.join(self._entry(plan, post) for post in posts)}</{tag}>"

    def home(self, plan: SitePlan) -> str:
        """Newest posts and a side bar."""
        side = f"{parts.search_box(plan, '/cari', 'q')}{parts.agenda_list(plan, '%d/%m/%Y')}<ul>{parts.side_links(plan)}</ul>"
        body = f"<h2>{self.style.list_name}</h2>{self._rows(plan, plan.posts[:6])}{self._open('sisi')}{side}</div>"
        return self.shell(plan, self.style.home_word, body)

    def listing(self, plan: SitePlan, number: int) -> str:
        """A page of the list with a pager."""
        links = "".join(
            f'<a href="{escape(self.list_path(plan, other))}">{other}</a> ' for other in range(1, self.pages(plan) + 1)
        )
        rows = self._rows(plan, self.slice(plan, number))
        return self.shell(
            plan, self.style.list_name, f"<h1>{self.style.list_name}</h1>{rows}<div class='pager'>{links}</div>"
        )

    def article(self, plan: SitePlan, post: PlannedPost) -> str:
        """A post in the drawn order of title, date, author and text."""
        style = self.style
        words = style.prefix.format(author=post.author) + written(post.published, style.article_date, plan.now)
        day = f'<time datetime="{post.published.isoformat()}">{words}</time>' if style.mark == "time" else words
        shown = style.author_shown and "{author}" not in style.prefix
        author = f"{self._open('penulis', 'span')}{escape(post.author)}</span>" if shown else ""
        title = f"<{style.title_tag}>{escape(post.title)}</{style.title_tag}>"
        related = self._related(plan, post) if style.related else ""
        picture = parts.image(plan, f"{post.number}.jpg", "Foto")
        body = (
            f"{self._open('kotak')}{title}{self._open('tanggal')}{day} {author}</div>{picture}{self._open('isi')}"
            f"{self._text(post)}</div></div>{related}"
        )
        return self.shell(plan, post.title, body, self._marks(plan, post))

    def _text(self, post: PlannedPost) -> str:
        if self.style.paragraph == "br":
            return "<br><br>".join(escape(text) for text in post.paragraphs)
        tag = self.style.paragraph
        return "".join(f"<{tag}>{escape(text)}</{tag}>" for text in post.paragraphs)

    def _related(self, plan: SitePlan, post: PlannedPost) -> str:
        others = [other for other in plan.posts[:5] if other is not post]
        rows = "".join(
            f'<li><a href="{escape(self.post_path(plan, other))}">{escape(other.title)}</a> '
            f"{written(other.published, self.style.list_date, plan.now)}</li>"
            for other in others
        )
        return f"{self._open('sisi')}<h4>Baca juga</h4><ul>{rows}</ul></div>"

    def _marks(self, plan: SitePlan, post: PlannedPost) -> str:
        moment = post.published.isoformat()
        if self.style.mark == "meta":
            return f'<meta property="article:published_time" content="{moment}">'
        if self.style.mark != "json-ld":
            return ""
        data = {"@context": "https://schema.org", "@type": "Article", "headline": post.title, "datePublished": moment}
        return f'<script type="application/ld+json">{json.dumps(data, ensure_ascii=False)}</script>'

    def standing(self, plan: SitePlan, page: PlannedPage) -> str:
        """A page under a heading in the drawn case."""
        style, title = self.style, page.title
        heading = {"plain": title, "upper": title.upper(), "unit": f"{title} {plan.unit.short_name}"}[
            style.heading_case
        ]
        body = f"<{style.title_tag}>{escape(heading)}</{style.title_tag}>{self._open('isi')}{parts.page_body(plan, page)}</div>"
        return self.shell(plan, heading, f"{self._open('kotak')}{body}</div>")

    def interface(self, plan: SitePlan, request: Request) -> Response | None:
        """The drawn JSON interface, where there is one."""
        if not self.style.interface or request.path != self.style.interface:
            return None
        number = int(request.argument("page") or 1)
        posts = plan.posts[(number - 1) * 20 : number * 20]
        rows = [
            {
                "id": post.number,
                "judul": post.title,
                "url": self.post_path(plan, post),
                "tanggal_terbit": post.published.isoformat(),
                "ringkasan": post.paragraphs[0],
                "isi": "".join(f"<p>{escape(text)}</p>" for text in post.paragraphs),
            }
            for post in posts
        ]
        return Response.of(
            json.dumps({"hasil": rows, "total": len(plan.posts)}, ensure_ascii=False), "application/json"
        )

    def more_routes(self, plan: SitePlan) -> Iterator[tuple[str, Route]]:
        """Feed, sitemap, script."""
        style = self.style
        if style.feed and "atom" in style.feed:
            yield style.feed, lambda: xml(atom(plan, plan.posts[:20]), "application/atom+xml")
        elif style.feed:
            yield style.feed, lambda: xml(rss(plan, plan.posts[:20]))
        if style.sitemap:
            rows = [(self.post_path(plan, post), post.published) for post in plan.posts]
            yield style.sitemap, lambda: xml(sitemap(plan, rows), "application/xml")
        if style.interface:
            text = f'fetch("{style.interface}?page=1").then(r=>r.json()).then(d=>d.hasil.forEach(tampil));'
            yield "/aset/aplikasi.js", lambda: Response.of(text, "text/javascript")


def unseen_kinds(seed: int, count: int = 24) -> tuple[str, ...]:
    """Names of `count` kinds of that seed, as `SiteBrief.kind` takes them."""
    return tuple(f"grammar:{seed}-{number}" for number in range(count))
