"""Site kinds that may be looked at while rules are written."""

from __future__ import annotations

import json

from bench.pages.draw import Maker, Piece
from bench.pages.furniture import cookie_bar, footer, head, menu


def wordpress_plain(piece: Piece) -> tuple[str, str]:
    """A classic theme without structured data; the date in the entry's meta line, comments and a sidebar below."""
    meta = f'<div class="entry-meta">{piece.phrase(0)} <a href="/x" rel="bookmark"><span class="entry-date">{piece.print_day()}</span></a> {piece.phrase(1)} <a rel="author" href="/a">{piece.author}</a></div>'
    body = "".join(f"<p>{text}</p>\n" for text in piece.paragraphs)
    comment = '<li class="comment"><div class="comment-meta"><cite class="fn">{name}</cite> <a href="#c">{date}</a></div><p>{words}</p></li>'
    html = f"""{head(piece)}<body class="single single-post postid-{piece.rng.randrange(999)}"><div id="page"><div id="header">{menu(piece)}</div>
<div id="content"><div class="post type-post category-news tag-a"><h1 class="entry-title">{piece.title}</h1>{meta}
<div class="entry-content">{body}<div class="sharedaddy"><h3>{piece.phrase(6)}</h3><ul><li><a href="#">Twitter</a></li></ul></div></div></div>
<div id="comments"><h2>{piece.phrase(3)}</h2><ol class="commentlist">{piece.comments(comment)}</ol></div></div>
<div id="sidebar" class="widget-area"><h3>{piece.phrase(5)}</h3><ul>{piece.teasers(6, '<li><a href="{href}">{title}</a> <span class="post-date">{date}</span></li>')}</ul></div>
{footer(piece, "div")}</div></body></html>"""
    return html, f"https://{piece.language}.blog.example/{piece.slug}/"


def news_portal(piece: Piece) -> tuple[str, str]:
    """A portal with JSON-LD of the article in a graph, teasers of other news with dates, calls to read more inside."""
    graph = {
        "@context": "https://schema.org",
        "@graph": [
            {"@type": "Organization", "name": piece.site},
            {"@type": "NewsArticle", "headline": piece.title, "datePublished": f"{piece.day}T09:15:00+07:00",
             "dateModified": f"{piece.other_day(30)}T10:00:00+07:00", "author": {"@type": "Person", "name": piece.author}},
        ],
    }  # fmt: skip
    parts = [f"<p>{text}</p>" for text in piece.paragraphs]
    parts.insert(len(parts) // 2, f'<p><strong>{piece.phrase(7)} <a href="/o">{piece.sentence(5, 9)}</a></strong></p>')
    html = f"""{head(piece, f'<meta property="og:type" content="article"><script type="application/ld+json">{json.dumps(graph)}</script>')}
<body>{cookie_bar(piece)}<header class="top"><span class="today">{piece.print_day(piece.other_day())}</span><nav>{menu(piece)}</nav></header>
<main><article><h1>{piece.title}</h1><div class="byline">{piece.author} | {piece.print_day()} 09:15</div>
<figure><img src="/i.jpg"><figcaption>{piece.sentence()}</figcaption></figure><div class="article-body">{"".join(parts)}</div></article>
<section class="related"><h2>{piece.phrase(4)}</h2>{piece.teasers(6, '<article><h3><a href="{href}">{title}</a></h3><p>{excerpt}</p><time datetime="{iso}">{date}</time></article>')}</section></main>
{footer(piece)}</body></html>"""
    return html, f"https://portal.example/news/{piece.rng.randrange(10**6)}/{piece.slug}"


def line_breaks(piece: Piece) -> tuple[str, str]:
    """A hand-made site: paragraphs are line breaks in a div, the date stands in a small span above the title."""
    html = f"""{head(piece)}<body><div class="container"><div class="menu">{menu(piece)}</div><div class="isi">
<span class="tanggal">{piece.print_day()}</span><h1>{piece.title}</h1><img src="a.jpg"><br>
<div class="teks">{"<br><br>".join(piece.paragraphs)}</div></div><div class="kanan"><b>{piece.phrase(5)}</b>
{piece.teasers(5, '<div class="item"><a href="{href}">{title}</a><br><small>{date}</small></div>')}</div></div>{footer(piece, "div")}</body></html>"""
    return html, f"https://desa.example/berita-{piece.rng.randrange(999)}-{piece.slug}.html"


def div_paragraphs(piece: Piece) -> tuple[str, str]:
    """A client-rendered shell saved after rendering: hashed class names, paragraphs are divs, a time element."""
    body = "".join(f'<div class="css-{piece.rng.randrange(9999):x}">{text}</div>' for text in piece.paragraphs)
    html = f"""{head(piece)}<body><div id="__next"><div class="css-1a">{menu(piece)}</div><div class="css-2b"><div class="css-3c">
<h1 class="css-4d">{piece.title}</h1><div class="css-5e"><span>{piece.author}</span> <time datetime="{piece.day}T08:00:00Z">{piece.print_day()}</time></div>
<div class="css-6f">{body}</div></div><div class="css-7a">{piece.teasers(5, '<a href="{href}"><div>{title}</div><div>{excerpt}</div></a>')}</div></div></div>
{footer(piece)}</body></html>"""
    return html, f"https://app.example/{piece.slug}"


def dated_address(piece: Piece) -> tuple[str, str]:
    """The address carries the day; the page prints only a day of update."""
    body = "".join(f"<p>{text}</p>" for text in piece.paragraphs)
    html = f"""{head(piece)}<body><div class="wrap">{menu(piece)}<div class="post"><h2>{piece.title}</h2>{body}
<p class="updated">{piece.phrase(2)}: {piece.print_day(piece.other_day(90))}</p></div></div>{footer(piece)}</body></html>"""
    return html, f"https://site.example/{piece.day:%Y/%m/%d}/{piece.slug}"


def meta_only(piece: Piece) -> tuple[str, str]:
    """A day in the meta fields only; subheadings and lists in the text."""
    parts = [f"<p>{text}</p>" for text in piece.paragraphs]
    html = f"""{head(piece, f'<meta property="article:published_time" content="{piece.day}T22:30:00+00:00"><meta property="article:modified_time" content="{piece.other_day(40)}">')}
<body class="news-single"><div class="header-nav">{menu(piece)}</div><div class="news-single-item"><h1>{piece.title}</h1>{"".join(parts)}
<div class="tags">Tags: <a href="/t/1">a</a>, <a href="/t/2">b</a></div></div><div class="news-related-wrap">{piece.teasers(4, '<p><a href="{href}">{title}</a> ({date})</p>')}</div>{footer(piece)}</body></html>"""
    return html, f"https://stadt.example/aktuelles/detail/{piece.slug}"


TUNING: dict[str, Maker] = {
    "wordpress-plain": wordpress_plain,
    "news-portal": news_portal,
    "line-breaks": line_breaks,
    "div-paragraphs": div_paragraphs,
    "dated-address": dated_address,
    "meta-only": meta_only,
}
