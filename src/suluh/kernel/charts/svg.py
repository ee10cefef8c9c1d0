"""Writing small SVG by hand: no inline style, no colour, classes only, so that a strict CSP holds."""

from __future__ import annotations

from html import escape


def number(value: float) -> str:
    """A coordinate with at most one decimal, as short as it can be written."""
    return f"{value:.1f}".rstrip("0").rstrip(".")


def picture(*, css: str, width: int, height: int, label: str, body: str, stretch: bool = True) -> str:
    """An `<svg role="img">` of the given size in px with its label; `stretch` lets CSS change its width alone."""
    ratio = ' preserveAspectRatio="none"' if stretch else ""
    return (
        f'<svg class="{css}" viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="img"'
        f' aria-label="{escape(label)}"{ratio}>{body}</svg>'
    )
