"""How much speaks for a printed date being the day of publication.

Its place beside the title, the names of the tags around it and the words of its line speak for it; footers, clocks,
updates, teasers of other pieces and prose against it. Weights were set by hand on pages written for the purpose.
"""

from __future__ import annotations

import re

_STRONG = re.compile(
    r"publish|pubdate|publi|entry-date|post-date|post_date|postdate|article-date|article__date|articledate"
    r"|date-line|dateline|posted|byline|datecreated|created|postmeta|post-meta|entry-meta|article-meta"
    r"|postmetadata|datum|fecha|tanggal|timestamp|date-time|datetime|submitted|field-date|news-date|newsdate"
    r"|blog-date|date-header|diterbitkan"
)
_WEAK = re.compile(r"date|time|meta|info|author|autor|byline|tgl|calendar-alt|fa-clock|header|detail|sub")
_AGAINST = re.compile(
    r"updat|modif|copyright|footer|widget|sidebar|side-|related|comment|kommentar|event|agenda|archiv|popular"
    r"|recent|latest|terkini|terbaru|terpopuler|trending|next|prev|nav|menu|marquee|ticker|breaking|today|clock"
    r"|jam-|current|teaser|more-|aside|pagination|expire|deadline|birth|<option|<select|carousel|slider|promo"
    r"|banner|recommend"
)
_CLOCK = re.compile(
    r"hari-?ini|today|clock|current-?date|date-?now|jam\b|topbar|top-bar|top_bar|header-date|date-today"
)
_SAID_PUBLISHED = re.compile(
    r"publish|posted|post(?:ed)? on|veröffentlicht|erstellt|publié|publicado|pubblicato|gepubliceerd|geplaatst"
    r"|publicerad|publisert|udgivet|diterbitkan|dipublikasikan|diposting|tayang|rilis|written|created|first|datum"
    r"|date:|am:|опубликован|opublikowano|dodano|gepostet|eingestellt|online seit|le :|fecha|tanggal|tgl|發布|发布|发表"
)
_SAID_UPDATED = re.compile(
    r"updat|modif|edited|revis|aktualis|geändert|bearbeitet|mis à jour|màj|actualiz|aggiornat|bijgewerkt|oppdatert"
    r"|uppdater|diperbarui|diperbaharui|pembaruan|diubah|zuletzt|stand:|обновлен|last "
)
_NOT_PUBLICATION = re.compile(
    r"copyright|©|&copy;|all rights|since |established|gültig|expires|deadline|born|lahir|berlaku|event|agenda"
    r"|pelaksanaan|retrieved|accessed|abgerufen|joined|member since|registered|version"
)
_COPYRIGHT = re.compile(r"copyright|©|&copy;|hak cipta")
_BEFORE_TITLE = 1200
_NEAR_TITLE = 4000
_SAID_NOW = re.compile(r"hari ini|sekarang|\btoday|\bnow\b|heute|aujourd")
_TAGS = re.compile(r"<[^>]*>?")
_OPENINGS = re.compile(r"<(/?)([a-z][a-z0-9:-]*)[^>]*>?")
_VOID = frozenset(("br", "img", "hr", "input", "meta", "link", "wbr", "source"))
_WINDOW = 400
_ADDRESSES = re.compile(r"(?:href|src|action|data-src|srcset|style|alt|title)\s*=\s*(?:\"[^\"]*\"|'[^']*')")
_LINK_BEFORE = re.compile(r"<a\b[^>]*>([^<]{24,})(?:<[^>]+>\s*){1,5}[^<]{0,40}$")
_LINK_AFTER = re.compile(r"[^<]{0,30}(?:<[^>]+>\s*){1,4}?<a\b[^>]*>(?:\s*<[^>]+>)*[^<]{24,}")

Place = tuple[int, int]


def weigh(body: str, at: int, machine: bool, anchor: Place | None, end: int) -> float:
    """Weight of the date whose year stands at `at`; `anchor` is the title's place, `end` where other pieces begin."""
    before = body[max(0, at - _WINDOW) : at].lower()
    said = "" if machine else _TAGS.sub(" ", before[before.rfind("<") :])[-70:]
    score = _by_place(body, at, anchor, end) + _by_tags(before, machine) + _by_words(said)
    if not machine and _COPYRIGHT.search(before[-40:]):
        score -= 3
    if _LINK_BEFORE.search(before) or (at > (anchor[1] if anchor else 0) and _LINK_AFTER.match(body, at + 4)):
        score -= 1.5
    return score + _by_company(body, at, machine)


def _by_tags(before: str, machine: bool) -> float:
    around, beside = _tags(before)
    enclosing = around[-1] if around else ""
    near = " ".join(around[-2:])
    score = 0.0
    if _STRONG.search(near):
        score += 2
    elif _WEAK.search(f"{near} {beside}") or _STRONG.search(" ".join(around)):
        score += 1
    if machine and enclosing.startswith(("<time", "<abbr")):
        score += 1.5 if "pubdate" in enclosing else 1
    if _AGAINST.search(near):
        score -= 2
    elif _AGAINST.search(" ".join(around)):
        score -= 0.75
    return score - 2 if _CLOCK.search(near) else score


def _tags(before: str) -> tuple[list[str], str]:
    """The tags still open at the end of a window, outermost first, and those that closed directly before it."""
    around: list[tuple[str, str]] = []
    beside = ""
    for found in _OPENINGS.finditer(before):
        name = found[2]
        if not found[1]:
            if name not in _VOID or not found[0].endswith(">"):
                around.append((name, _ADDRESSES.sub("", found[0])))
            continue
        for at in range(len(around) - 1, -1, -1):
            if around[at][0] == name:
                beside = around[at][1]
                del around[at:]
                break
    return [tag for _, tag in around], beside


def _last(pattern: re.Pattern[str], text: str) -> int:
    """Where the last match begins, -1 without one."""
    return max((found.start() for found in pattern.finditer(text)), default=-1)


def _by_words(said: str) -> float:
    score = 0.0
    updated, published = _last(_SAID_UPDATED, said), _last(_SAID_PUBLISHED, said)
    if updated > published:
        score -= 2.5
    elif published >= 0:
        score += 1.5
    if _SAID_NOW.search(said):
        score -= 2
    return score - 3 if _NOT_PUBLICATION.search(said) else score


def _words_between(body: str, start: int, stop: int) -> int:
    """Length of the visible text between two places."""
    return len(" ".join(_TAGS.sub(" ", body[start:stop]).split()))


def _by_place(body: str, at: int, anchor: Place | None, end: int) -> float:
    if anchor is None:
        return 0.5 if at < 6000 else -0.5
    start, stop = anchor
    if at >= end:
        return -2.0
    if stop <= at <= stop + _NEAR_TITLE:
        words = _words_between(body, stop, at)
        return 3.0 - words / 500 if words <= 250 else (1.0 if words <= 700 else 0.25)
    if start - _BEFORE_TITLE <= at < stop:
        return 2.5 if _words_between(body, at, start) <= 60 else 1.0
    return -1.0 if at < start else 0.25


def _by_company(body: str, at: int, machine: bool) -> float:
    """A date alone in its element speaks for itself; one in the middle of prose is about something else."""
    if machine:
        return 0.0
    begin, stop = body.rfind(">", max(0, at - 1200), at) + 1, body.find("<", at)
    length = (stop if stop > 0 else len(body)) - begin
    if length <= 40:
        return 1.0
    if length <= 110:
        return 0.25
    return -1.0 if at - begin < 40 else -2.5
