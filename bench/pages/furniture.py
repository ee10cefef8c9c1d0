"""Furniture that every site has: menus, cookie bars, footers, and the weight of scripts."""

from __future__ import annotations

from bench.pages.draw import Piece


def head(piece: Piece, extra: str = "") -> str:
    """A head with the usual weight of style and script."""
    noise = "".join(f".c{piece.rng.randrange(10**6)}{{margin:{n}px;padding:0 {n}em}}" for n in range(400))
    script = "".join(f"a[{n}]=function(e){{return e*{piece.rng.randrange(10**6)}}};" for n in range(500))
    return (
        f'<!DOCTYPE html><html lang="{piece.language}"><head><meta charset="utf-8"><title>{piece.title} - {piece.site}</title>'
        f"{extra}<style>{noise}</style><script>var a=[];{script}</script></head>"
    )


def menu(piece: Piece, tag: str = "ul") -> str:
    """A menu of two levels."""
    items = "".join(
        f'<li class="menu-item"><a href="/s{n}">{piece.sentence(1, 2)}</a><ul>'
        + "".join(f'<li><a href="/s{n}/{m}">{piece.sentence(1, 3)}</a></li>' for m in range(5))
        + "</ul></li>"
        for n in range(8)
    )
    return f'<{tag} class="main-menu">{items}</{tag}>'


def footer(piece: Piece, tag: str = "footer") -> str:
    """A footer with an address, links and the copyright of a later year."""
    return (
        f'<{tag} class="site-footer"><p>{piece.sentence(12, 25)}</p><ul>'
        + "".join(f'<li><a href="/f{n}">{piece.sentence(1, 3)}</a></li>' for n in range(8))
        + f"</ul><p>Copyright © {piece.day.year + 2} {piece.site}. All rights reserved.</p></{tag}>"
    )


def cookie_bar(piece: Piece) -> str:
    """A consent bar."""
    return f'<div id="cookie-consent" class="cookie-bar"><p>{piece.sentence(15, 30)}</p><button>OK</button></div>'
