"""Foreign content on a site: hidden links, doorways, cloaked pages, sitemap spam, takeovers, foreign goods."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from urllib.parse import unquote_plus

from suluh.demo.prose.gambling import Lure, foreign_goods, lure
from suluh.demo.seeds import draw
from suluh.demo.web.defaced import defacement
from suluh.demo.web.faults import Fault
from suluh.demo.web.plan import SitePlan
from suluh.demo.web.respond import Request, Response

_HIDDEN = (
    '<div style="display:none">{links}</div>',
    '<div style="display: none !important;" aria-hidden="true">{links}</div>',
    '<div style="position:absolute;left:-9999px;top:0">{links}</div>',
    '<div style="position:fixed;top:-2500px">{links}</div>',
    '<div style="font-size:0">{links}</div>',
    '<div style="opacity:0;height:1px;overflow:hidden">{links}</div>',
    '<div style="height:0;width:0;overflow:hidden">{links}</div>',
    '<marquee width="1" height="1" scrollamount="9000">{links}</marquee>',
    "<style>.{mark}{{position:absolute;text-indent:-9999em}}</style><div class='{mark}'>{links}</div>",
    "<style>#{mark}{{display:none}}</style><div id='{mark}'>{links}</div>",
    '<p style="visibility:hidden">{links}</p>',
    '<div style="clip:rect(0,0,0,0);position:absolute">{links}</div>',
    '<div style="color:#ffffff;background:#ffffff;font-size:1px">{links}</div>',
)
_BAIT_WORDS = re.compile(r"slot|gacor|togel|maxwin|casino|judi|toto|jackpot|poker|deposit-pulsa", re.I)
_DIRECTORY = ("wp-content/uploads/slot", "wp-includes/gacor", "templates/maxwin", "assets/toto", "files/demo-slot")
SPAM_SITEMAP = "/sitemap-lama.xml"
_SPAM_URLS = 240


def into(plan: SitePlan, page: Response) -> Response:
    """The page with injected blocks, where the site carries them."""
    if page.status != 200:
        return page
    body = page.body
    if plan.has(Fault.JUDOL_HIDDEN):
        body = _before_end(body, _hidden_block(plan))
    if plan.has(Fault.JAPANESE) and not _in_sitemap(plan):
        title, text = foreign_goods(draw(plan.brief.seed, plan.host, "goods"))
        body = re.sub(rb"<title>.*?</title>", f"<title>{title}</title>".encode(), body, count=1, flags=re.S | re.I)
        body = _before_end(body, f"<div><a href='https://toko-murah.example/'>{title}</a> {text}</div>")
    return Response(page.status, body, dict(page.headers))


def _before_end(body: bytes, block: str) -> bytes:
    return re.sub(rb"</body>", lambda end: block.encode("utf-8") + end[0], body, count=1, flags=re.I)


def _hidden_block(plan: SitePlan) -> str:
    chance = draw(plan.brief.seed, plan.host, "hidden")
    bait = lure(chance)
    count = chance.randint(3, 8)
    pairs = list(zip(bait.domains, bait.anchors, strict=True))[:count]
    links = chance.choice((" ", "<br>", " | ")).join(
        f'<a href="https://{domain}/">{escape(words)}</a>' for domain, words in pairs
    )
    return chance.choice(_HIDDEN).format(links=links, mark="".join(chance.choices("abcdefghk", k=6)))


def instead(plan: SitePlan, request: Request) -> Response | None:
    """The foreign page shown instead of the site's own, to everybody or to those whom the intruder wants to see it."""
    if request.path == SPAM_SITEMAP and _has_spam_sitemap(plan):
        return _spam_sitemap(plan)
    if request.path.startswith(("/robots", "/gambar")):
        return None
    bait = lure(draw(plan.brief.seed, plan.host, "page"))
    if plan.has(Fault.JUDOL_TAKEOVER):
        return Response.of(_landing(bait))
    if plan.has(Fault.DEFACED) and request.path == "/":
        return Response.of(defacement(plan))
    if _cloaked(plan, request) or _doorway(plan, request):
        return Response.of(_landing(bait))
    if plan.has(Fault.JAPANESE) and request.path.startswith("/goods/"):
        title, text = foreign_goods(draw(plan.brief.seed, plan.host, request.path))
        return Response.of(
            f"<html lang='ja'><head><title>{title}</title></head><body><h1>{title}</h1><p>{text}</p></body></html>"
        )
    return None


def _cloaked(plan: SitePlan, request: Request) -> bool:
    """Only the front page is cloaked, for the search engine's robot or for who comes from its results."""
    if request.path != "/":
        return False
    if plan.has(Fault.JUDOL_CLOAKED) and "googlebot" in request.headers.get("user-agent", "").lower():
        return True
    return plan.has(Fault.JUDOL_REFERRER) and "google." in request.headers.get("referer", "")


def _doorway(plan: SitePlan, request: Request) -> bool:
    """A bait word in the query opens the doorway; so does any page of the intruder's directory."""
    if plan.has(Fault.JUDOL_DOORWAY) and _BAIT_WORDS.search(unquote_plus(request.query)):
        return request.path in ("/", "/index.php")
    spam = plan.has(Fault.JUDOL_SITEMAP) or plan.has(Fault.JUDOL_DOORWAY)
    return spam and request.path.startswith(f"/{_directory(plan)}/")


def _directory(plan: SitePlan) -> str:
    return draw(plan.brief.seed, plan.host, "directory").choice(_DIRECTORY)


def _in_sitemap(plan: SitePlan) -> bool:
    """Half of the sites with foreign goods show them on every page, half only in a sitemap."""
    return draw(plan.brief.seed, plan.host, "goods-where").random() < 0.5


def _has_spam_sitemap(plan: SitePlan) -> bool:
    return plan.has(Fault.JUDOL_SITEMAP) or (plan.has(Fault.JAPANESE) and _in_sitemap(plan))


def sitemaps(plan: SitePlan) -> tuple[str, ...]:
    """Sitemaps that the intruder declared in robots.txt."""
    return (SPAM_SITEMAP,) if _has_spam_sitemap(plan) else ()


def _spam_paths(plan: SitePlan) -> Iterator[str]:
    chance = draw(plan.brief.seed, plan.host, "spam")
    for number in range(_SPAM_URLS):
        if plan.has(Fault.JAPANESE):
            yield f"/goods/{chance.randint(100000, 999999)}.html"
        else:
            bait = lure(chance)
            words = bait.anchors[number % len(bait.anchors)].replace(" ", "-")
            yield f"/{_directory(plan)}/{bait.brand}-{words}-{number}/"


def _spam_sitemap(plan: SitePlan) -> Response:
    rows = "".join(f"<url><loc>{plan.base}{path}</loc></url>" for path in _spam_paths(plan))
    text = f'<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{rows}</urlset>'
    return Response.of(text, "application/xml")


def infected_urls(plan: SitePlan) -> tuple[str, ...]:
    """Some addresses that show the foreign content, the plainest first; cloaked ones only to the right visitor."""
    if plan.has(Fault.JUDOL_SITEMAP) or (plan.has(Fault.JAPANESE) and _in_sitemap(plan)):
        paths = _spam_paths(plan)
        return (plan.base + next(paths), plan.base + next(paths))
    if plan.has(Fault.JUDOL_DOORWAY):
        return (f"{plan.base}/?slot-gacor=maxwin", f"{plan.base}/{_directory(plan)}/akun-pro/")
    return (f"{plan.base}/",)


def _landing(bait: Lure) -> str:
    items = "".join(
        f"<li><a href='https://{domain}/daftar'>{escape(words)}</a></li>"
        for domain, words in zip(bait.domains, bait.anchors, strict=True)
    )
    text = "".join(f"<p>{escape(paragraph)}</p>" for paragraph in bait.paragraphs)
    return (
        f"<!DOCTYPE html><html lang='id'><head><title>{escape(bait.title)}</title><meta name='description' "
        f"content='{escape(bait.description)}'><link rel='canonical' href='https://{bait.domains[0]}/'><link rel='amphtml' "
        f"href='https://amp-{bait.domains[1]}/'></head><body><h1>{escape(bait.title)}</h1>{text}<ul>{items}</ul></body></html>"
    )
