"""Site kinds that were never looked at while rules were written: they judge."""

from __future__ import annotations

from bench.pages.draw import Maker, Piece
from bench.pages.furniture import cookie_bar, footer, head, menu


def blogspot(piece: Piece) -> tuple[str, str]:
    """A date header above the post, labels and an archive below, the month in the address."""
    body = "<br /><br />\n".join(piece.paragraphs)
    html = f"""{head(piece)}<body class="loading"><div class="content-outer"><div class="tabs">{menu(piece)}</div><div class="blog-posts hfeed">
<div class="date-outer"><h2 class="date-header"><span>{piece.print_day()}</span></h2><div class="post-outer"><div class="post hentry">
<h3 class="post-title entry-title">{piece.title}</h3><div class="post-body entry-content">{body}<div style="clear: both;"></div></div>
<div class="post-footer"><span class="post-author">{piece.phrase(1)} {piece.author}</span> <span class="post-labels">Labels: <a href="/l">x</a></span></div></div>
<div class="comments" id="comments"><h4>{piece.phrase(3)}</h4>{piece.comments('<dl><dt>{name}</dt><dd class="comment-body"><p>{words}</p></dd><dd class="comment-footer">{date}</dd></dl>')}</div></div></div></div>
<div class="sidebar"><div class="widget BlogArchive">{piece.teasers(5, '<li><a href="{href}">{title}</a></li>')}</div></div></div>{footer(piece, "div")}</body></html>"""
    return html, f"https://x.blog.example/{piece.day:%Y/%m}/{piece.slug}.html"


def drupal(piece: Piece) -> tuple[str, str]:
    """Fields in nested divs, the day in a submitted line, a block of upcoming events beside."""
    body = "".join(f"<p>{text}</p>\n" for text in piece.paragraphs)
    html = f"""{head(piece)}<body class="html not-front not-logged-in page-node node-type-article"><div id="page">{menu(piece)}
<div class="region region-sidebar-first"><div class="block block-views event-block">{piece.teasers(5, '<div class="views-row"><span class="date-display-single">{date}</span> <a href="{href}">{title}</a></div>')}</div></div>
<div id="main"><h1 class="page-title">{piece.title}</h1><div class="node node-article"><div class="submitted">{piece.author}, {piece.print_day()} - 14:05</div>
<div class="content"><div class="field field-name-body"><div class="field-items"><div class="field-item even">{body}</div></div></div>
<div class="field field-name-field-image"><img src="/i.jpg"><blockquote class="image-field-caption"><p>{piece.sentence()}</p></blockquote></div></div></div></div>
{footer(piece, "div")}</div></body></html>"""
    return html, f"https://uni.example/node/{piece.rng.randrange(9999)}"


def table_layout(piece: Piece) -> tuple[str, str]:
    """A site of the nineties: tables, font tags, no heading elements, the date in brackets after the text."""
    body = "".join(f'<p><font face="Arial" size="2">{text}</font></p>' for text in piece.paragraphs)
    html = f"""{head(piece)}<body bgcolor="#fff"><table width="100%"><tr><td width="150" valign="top">{piece.teasers(9, '<a href="{href}">{title}</a><br>')}</td>
<td valign="top"><font size="5"><b>{piece.title}</b></font><br><font size="1">{piece.phrase(0)} {piece.print_day()}, {piece.author}</font>{body}</td>
<td width="150" valign="top"><b>{piece.phrase(5)}</b><br>{piece.teasers(4, '{date}<br><a href="{href}">{title}</a><br>')}</td></tr></table>{footer(piece, "div")}</body></html>"""
    return html, f"https://old.example/news.php?id={piece.rng.randrange(9999)}"


def magazine(piece: Piece) -> tuple[str, str]:
    """Microdata, an author box with a biography, a newsletter form and related cards inside the article element."""
    parts = [f"<p>{text}</p>" for text in piece.paragraphs]
    parts.insert(2, f'<div class="newsletter-signup"><h4>Newsletter</h4><p>{piece.sentence(10, 20)}</p></div>')
    html = f"""{head(piece)}<body>{cookie_bar(piece)}<header>{menu(piece)}</header><article itemscope itemtype="http://schema.org/Article">
<p class="kicker">{piece.sentence(1, 2)}</p><h1 itemprop="headline">{piece.title}</h1>
<p class="article-info"><span itemprop="author">{piece.author}</span> · <span itemprop="datePublished" content="{piece.day}">{piece.print_day()}</span></p>
<section class="text" itemprop="articleBody">{"".join(parts)}</section><div class="author-box"><h3>{piece.author}</h3><p>{piece.sentence(20, 40)}</p></div>
<div class="cards">{piece.teasers(4, '<div class="card"><a href="{href}"><h3>{title}</h3></a><p>{excerpt}</p><span class="card-date">{date}</span></div>')}</div></article>{footer(piece)}</body></html>"""
    return html, f"https://magazin.example/artikel/{piece.slug}"


HELD_OUT: dict[str, Maker] = {
    "blogspot": blogspot,
    "drupal": drupal,
    "table-layout": table_layout,
    "magazine": magazine,
}
