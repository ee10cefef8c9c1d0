"""Feeds and sitemaps as site kinds serve them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from email.utils import format_datetime
from xml.sax.saxutils import escape

from suluh.demo.web.faults import Fault
from suluh.demo.web.plan import PlannedPost, SitePlan
from suluh.demo.web.respond import Response

XML = "application/rss+xml; charset=utf-8"


def rss(plan: SitePlan, posts: Iterable[PlannedPost], *, full: bool = False) -> str:
    """An RSS 2.0 feed with dates after RFC 822; `full` gives the whole text."""
    items = "".join(_item(plan, post, full=full) for post in posts)
    return (
        '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>'
        f"<title>{escape(plan.unit.name)}</title><link>{plan.base}/</link><description>{escape(plan.tagline)}</description>"
        f"<language>id</language><lastBuildDate>{format_datetime(plan.now)}</lastBuildDate>{items}</channel></rss>"
    )


def _item(plan: SitePlan, post: PlannedPost, *, full: bool) -> str:
    address = escape(plan.base + plan.kind.post_path(plan, post))
    body = "".join(f"<p>{escape(text)}</p>" for text in post.paragraphs)
    content = f"<content:encoded><![CDATA[{body}]]></content:encoded>" if full else ""
    return (
        f"<item><title>{escape(post.title)}</title><link>{address}</link><guid isPermaLink='true'>{address}</guid>"
        f"<pubDate>{format_datetime(post.published)}</pubDate><dc:creator>{escape(post.author)}</dc:creator>"
        f"<category>{escape(post.category)}</category><description>{escape(post.paragraphs[0][:180])}</description>{content}</item>"
    )


def atom(plan: SitePlan, posts: Iterable[PlannedPost]) -> str:
    """An Atom feed."""
    entries = "".join(
        f"<entry><id>tag:{plan.host},{post.number}</id><title>{escape(post.title)}</title>"
        f'<link rel="alternate" href="{escape(plan.base + plan.kind.post_path(plan, post))}"/>'
        f"<published>{post.published.isoformat()}</published><updated>{post.published.isoformat()}</updated>"
        f"<author><name>{escape(post.author)}</name></author><summary>{escape(post.paragraphs[0])}</summary></entry>"
        for post in posts
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><feed xmlns="http://www.w3.org/2005/Atom"><title>{escape(plan.unit.name)}'
        f"</title><id>{plan.base}/</id><updated>{plan.now.isoformat()}</updated>{entries}</feed>"
    )


def sitemap(plan: SitePlan, entries: Iterable[tuple[str, datetime | None]]) -> str:
    """A sitemap of paths with their last change; some sites claim a change of everything today."""
    if plan.faults & {Fault.TRAP_LASTMOD, Fault.FAKE_FRESH}:
        entries = [(path, plan.now) for path, _ in entries]
    rows = "".join(
        f"<url><loc>{escape(plan.base + path)}</loc>{f'<lastmod>{at.isoformat()}</lastmod>' if at else ''}</url>"
        for path, at in entries
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
        + rows
        + "</urlset>"
    )


def xml(text: str, kind: str = XML) -> Response:
    """A response with XML."""
    return Response.of(text, kind)
