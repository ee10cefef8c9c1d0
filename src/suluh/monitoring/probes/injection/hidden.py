"""Blocks of a page that no reader can see: by inline style, style rules, attributes, scripts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode, SelectolaxError

_WAYS = (
    ("display:none", r"display:none"),
    ("visibility:hidden", r"visibility:(?:hidden|collapse)"),
    ("transparan", r"opacity:0?\.?0*(?:[;!}]|$)|(?:^|[;{])color:transparent|rgba\(\d+,\d+,\d+,0(?:\.0+)?\)"),
    ("huruf ukuran nol", r"font-size:(?:0|1px|0?\.\d|0\d*px|1%)(?:[a-z%]*)(?:[;!}]|$)|(?:^|[;{])font:0/0"),
    (
        "di luar layar",
        r"(?:^|[;{])(?:left|top|right|bottom|text-indent|margin(?:-left|-top|-right)?):-\d{3,}|translate(?:x|y|3d)?\([^)]*-\d{3,}|inset:-\d{3,}",
    ),
    (
        "diciutkan",
        r"scale[xy]?\(0(?:\.0\d*)?\)|clip:rect\((?:0|1px)|clip-path:(?:inset\((?:50|100)%|circle\(0|polygon\(00)",
    ),
    (
        "tinggi nol",
        r"(?:^|[;{])(?:max-)?(?:height|width):[01](?:px|em|rem|%|vh)?[;!}].*overflow:hidden|overflow:hidden.*(?:^|[;{])(?:max-)?(?:height|width):[01](?:px|em|rem|%)?(?:[;!}]|$)",
    ),
    ("di belakang halaman", r"position:(?:absolute|fixed).*z-index:-\d+|z-index:-\d+.*position:(?:absolute|fixed)"),
)
_HIDING = tuple((way, re.compile(pattern)) for way, pattern in _WAYS)
_ANY_HIDING = re.compile(
    r"none|hidden|collapse|opacity|transparent|rgba|font|-\d{3}|scale|clip|height|width|z-index|color"
)
_COLOUR = re.compile(r"(?:^|;)color:([^;!]+)")
_BACKGROUND = re.compile(r"(?:^|;)background(?:-color)?:([^;!\s]+)")
_EVERY_SCREEN = re.compile(r"@media\s+(?:only\s+)?(?:all|screen)\s*\{", re.IGNORECASE)
_BY_SCRIPT = re.compile(
    r"getElementById\(\s*['\"]([\w-]+)['\"]\s*\)\.style(?:\.(?:display|visibility|position|left|top|opacity|height|overflow)|\.cssText|\[['\"]\w+['\"]\])\s*=\s*['\"]?"
    r"(?:none|hidden|absolute|fixed|-\d{3,}|0|[^'\"]*(?:display\s*:\s*none|-\d{3,}px))", re.IGNORECASE
)  # fmt: skip
_AFTER_END = re.compile(r"</html\s*>(.*)\Z", re.IGNORECASE | re.DOTALL)
_WHITE = frozenset(("white", "#fff", "#ffffff", "rgb(255,255,255)"))
_MOST_RULES = 150
_MOST_STYLE = 300_000
_MOST_DECLARED = 800


@dataclass(frozen=True, slots=True)
class HiddenBlock:
    """An unseen element and the way it is hidden."""

    node: LexborNode
    way: str


def hiding(style: str) -> str | None:
    """The way a list of CSS declarations hides an element; None when it does not."""
    flat = re.sub(r"\s*([:;,()!])\s*|/\*.*?\*/", r"\1", style[:_MOST_DECLARED].strip().lower()).replace(
        "!important", ""
    )
    if not _ANY_HIDING.search(flat):
        return None
    for way, pattern in _HIDING:
        if pattern.search(flat):
            return way
    colour, ground = _COLOUR.search(flat), _BACKGROUND.search(flat)
    return "warna sama dengan latar" if colour and ground and _same_colour(colour.group(1), ground.group(1)) else None


def _same_colour(first: str, second: str) -> bool:
    first, second = first.strip(), second.strip()
    return first == second or (first in _WHITE and second in _WHITE)


def hidden_blocks(tree: LexborHTMLParser, styles: str, scripts: str) -> list[HiddenBlock]:
    """Outermost unseen elements that hold a link or some text."""
    found: dict[int, HiddenBlock] = {}
    for block in (*_by_attribute(tree), *_by_rule(tree, styles), *_by_script(tree, scripts)):
        found.setdefault(block.node.mem_id, block)
    return [block for block in found.values() if not _inside_another(block.node, found)]


def _inside_another(node: LexborNode, found: dict[int, HiddenBlock]) -> bool:
    above = node.parent
    while above is not None:
        if above.mem_id in found:
            return True
        above = above.parent
    return False


def _by_attribute(tree: LexborHTMLParser) -> Iterator[HiddenBlock]:
    for node in tree.css("[style]"):
        way = hiding(node.attributes.get("style") or "") or _lost_in_ground(node)
        if way and node.tag not in ("script", "style", "link", "meta", "html"):
            yield HiddenBlock(node, way)
    for node in tree.css("[hidden], marquee, noframes"):
        yield HiddenBlock(node, "marquee" if node.tag == "marquee" else "atribut hidden")


def _lost_in_ground(node: LexborNode) -> str | None:
    """White letters on the white of the page, or the colour of the nearest painted ancestor."""
    colour = _COLOUR.search(re.sub(r"\s+", "", (node.attributes.get("style") or "").lower()))
    if not colour:
        return None
    above, steps = node.parent, 0
    while above is not None and above.tag not in ("html", "-undef") and steps < 6:
        ground = _BACKGROUND.search(re.sub(r"\s+", "", (above.attributes.get("style") or "").lower()))
        painted = ground.group(1) if ground else (above.attributes.get("bgcolor") or "").lower()
        if painted:
            return "warna sama dengan latar" if _same_colour(colour.group(1), painted) else None
        above, steps = above.parent, steps + 1
    return "huruf putih" if colour.group(1) in _WHITE else None


def _by_rule(tree: LexborHTMLParser, styles: str) -> Iterator[HiddenBlock]:
    hits = 0
    always = _EVERY_SCREEN.sub("", _without_comments(styles[:_MOST_STYLE]))
    for selectors, declarations in _rules(always):
        way = hiding(declarations)
        if not way or ":" in selectors or "@" in selectors:
            continue
        hits += 1
        if hits > _MOST_RULES:
            return
        try:
            nodes = tree.css(selectors.strip())
        except (SelectolaxError, ValueError):
            continue
        yield from (HiddenBlock(node, way) for node in nodes if node.tag not in ("html", "body"))


def _rules(styles: str) -> Iterator[tuple[str, str]]:
    """(selectors, declarations) that hold on every screen; blocks of at-rules are left out. Linear in the length."""
    depth = 0
    for chunk in styles.split("}"):
        selectors, _, declarations = chunk.rpartition("{")
        opened = chunk.count("{")
        if opened == 1 and not depth and "@" not in selectors:
            yield selectors, declarations
        depth = max(0, depth + opened - 1)


def _by_script(tree: LexborHTMLParser, scripts: str) -> Iterator[HiddenBlock]:
    for name in set(_BY_SCRIPT.findall(scripts)):
        for node in tree.css(f'[id="{name}"]'):
            yield HiddenBlock(node, "disembunyikan skrip")


def _without_comments(styles: str) -> str:
    """The rules without comments; what follows one that is never closed is part of it, as in a browser."""
    first, *rest = styles.split("/*")
    return first + "".join(part.partition("*/")[2] for part in rest)


def after_end(html: str) -> str:
    """What stands behind the closing tag of the document: a favourite place of scripts that append."""
    tail = _AFTER_END.search(html[-60_000:])
    return tail.group(1).strip() if tail else ""
