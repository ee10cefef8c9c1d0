"""Front pages that are not the unit's any more: defacements and parked names."""

from __future__ import annotations

from suluh.demo.seeds import draw
from suluh.demo.web.plan import SitePlan

_CREWS = ("Kucing Malam Crew", "BayanganTimur404", "Semut Hitam Team", "N4g4 L4ng1t", "Kabut Selatan Cyber")


def defacement(plan: SitePlan) -> str:
    """The page a group leaves on a site it broke into."""
    chance = draw(plan.brief.seed, plan.host, "defaced")
    crew = chance.choice(_CREWS)
    shapes = (
        f"<html><head><title>Hacked by {crew}</title></head><body bgcolor='black' text='lime'><center><h1>HACKED BY "
        f"{crew.upper()}</h1><p>Your security is low, admin. Patch your system!</p><p>Greetz to all members</p></center></body></html>",
        f"<!DOCTYPE html><html><head><title>Touched by {crew}</title><style>body{{background:#000;color:#f00;text-align:center}}</style>"
        f"</head><body><h1>Stamped by {crew}</h1><h3>Sorry admin, situs Anda kami ambil alih</h3><marquee>We are everywhere</marquee>"
        "<audio autoplay src='lagu.mp3'></audio></body></html>",
        f"<html><head><title>./{crew} was here</title></head><body><pre>   pwned!\n\n   {crew} - owned by {crew}\n   no system is safe\n"
        "   message: jangan lupa tambal celahnya</pre></body></html>",
    )
    return chance.choice(shapes)


def parked(plan: SitePlan) -> str:
    """The page of a name that nobody uses any more."""
    return draw(plan.brief.seed, plan.host, "parked").choice(
        (
            f"<html><head><title>{plan.host} is for sale</title></head><body><h1>{plan.host}</h1><p>This domain may be for sale. "
            "Buy this domain.</p><p>Related searches: hosting murah, asuransi mobil</p></body></html>",
            "<html><head><title>Apache2 Debian Default Page: It works</title></head><body><h1>It works!</h1><p>This is the "
            "default welcome page used to test the correct operation of the server after installation.</p></body></html>",
            "<html><head><title>Account Suspended</title></head><body><h1>Account Suspended</h1><p>This Account has been "
            "suspended. Contact your hosting provider for more information.</p></body></html>",
            f"<html><head><title>{plan.host}</title></head><body><p>Domain {plan.host} telah kedaluwarsa. Hubungi penyedia "
            "layanan untuk memperpanjang.</p></body></html>",
        )
    )
