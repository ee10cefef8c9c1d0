"""Foreign content on a site: hidden links, doorways, cloaked pages, takeovers, defacements, parked names."""

from __future__ import annotations

from html import escape

from suluh.demo.prose.gambling import Lure, lure
from suluh.demo.seeds import draw
from suluh.demo.web.faults import Fault
from suluh.demo.web.plan import SitePlan
from suluh.demo.web.respond import Request, Response

_HIDDEN = (
    '<div style="display:none">{links}</div>',
    '<div style="position:absolute;left:-9999px;top:0">{links}</div>',
    '<div style="font-size:0">{links}</div>',
    '<div style="opacity:0;height:1px;overflow:hidden">{links}</div>',
    '<div style="height:0;overflow:hidden">{links}</div>',
    '<marquee width="1" height="1" scrollamount="9000">{links}</marquee>',
    '<style>.kx9z{{position:absolute;text-indent:-9999em}}</style><div class="kx9z">{links}</div>',
    '<p style="visibility:hidden">{links}</p>',
)


def into(plan: SitePlan, page: Response) -> Response:
    """The page with injected blocks, where the site carries them."""
    if not plan.has(Fault.JUDOL_HIDDEN) or page.status != 200:
        return page
    chance = draw(plan.brief.seed, plan.host, "hidden")
    shape = chance.choice(_HIDDEN)
    bait = lure(chance)
    links = " ".join(
        f'<a href="https://{domain}/">{escape(words)}</a>'
        for domain, words in zip(bait.domains, bait.anchors, strict=True)
    )
    body = page.body.replace(b"</body>", shape.format(links=links).encode() + b"</body>", 1)
    return Response(page.status, body, dict(page.headers))


def instead(plan: SitePlan, request: Request) -> Response | None:
    """The foreign page shown instead of the site's own, to everybody or to those whom the intruder wants to see it."""
    if request.path.startswith(("/robots", "/gambar")):
        return None
    bait = lure(draw(plan.brief.seed, plan.host, "page"))
    if plan.has(Fault.JUDOL_TAKEOVER):
        return Response.of(_landing(bait))
    if plan.has(Fault.DEFACED) and request.path == "/":
        return Response.of(_defaced(plan))
    agent = request.headers.get("user-agent", "").lower()
    if plan.has(Fault.JUDOL_CLOAKED) and request.path == "/" and "googlebot" in agent:
        return Response.of(_landing(bait))
    if plan.has(Fault.JUDOL_REFERRER) and request.path == "/" and "google." in request.headers.get("referer", ""):
        return Response.of(_landing(bait))
    return None


def _landing(bait: Lure) -> str:
    items = "".join(
        f"<li><a href='https://{domain}/daftar'>{escape(words)}</a></li>"
        for domain, words in zip(bait.domains, bait.anchors, strict=True)
    )
    return (
        f"<!DOCTYPE html><html lang='id'><head><title>{escape(bait.title)}</title><meta name='description' "
        f"content='{escape(bait.description)}'><link rel='canonical' href='https://{bait.domains[0]}/'></head><body>"
        f"<h1>{escape(bait.title)}</h1>{''.join(f'<p>{escape(text)}</p>' for text in bait.paragraphs)}<ul>{items}</ul></body></html>"
    )


def _defaced(plan: SitePlan) -> str:
    chance = draw(plan.host, "defaced")
    crew = chance.choice(("Kucing Malam Crew", "BayanganTimur404", "Semut Hitam Team"))
    return (
        f"<html><head><title>Hacked by {crew}</title></head><body bgcolor='black' text='lime'><center><h1>HACKED BY {crew.upper()}"
        "</h1><p>Your security is low, admin. Patch your system!</p><p>Greetz to all members</p></center></body></html>"
    )


def parked(plan: SitePlan) -> str:
    """The page of a name that nobody uses any more."""
    return draw(plan.host, "parked").choice(
        (
            f"<html><head><title>{plan.host} is for sale</title></head><body><h1>{plan.host}</h1><p>This domain may be for sale. "
            "Buy this domain.</p><p>Related searches: hosting murah, asuransi mobil</p></body></html>",
            "<html><head><title>Apache2 Debian Default Page: It works</title></head><body><h1>It works!</h1><p>This is the "
            "default welcome page used to test the correct operation of the server after installation.</p></body></html>",
            "<html><head><title>Account Suspended</title></head><body><h1>Account Suspended</h1><p>This Account has been "
            "suspended. Contact your hosting provider for more information.</p></body></html>",
        )
    )
