"""Can people who cannot see the screen, or do not use a mouse, read the page?"""

from __future__ import annotations

from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from suluh.monitoring.engine.values import FindingSeen, Severity, Snapshot
from suluh.monitoring.probes.protocol import Probe
from suluh.monitoring.probes.site import proof

NO_FIELD = {"hidden", "submit", "button", "image", "reset"}
FEW_PICTURES = 3
SHARE = 0.2


class AccessibilityProbe(Probe):
    """Language, title, text for pictures, names of fields (WCAG 2.2: 3.1.1, 2.4.2, 1.1.1, 4.1.2)."""

    code = "accessibility"

    def judge(self, seen: Snapshot) -> Iterator[FindingSeen]:
        """`a11y-basic` when a basic need is not met."""
        if seen.home is None:
            return
        tree = seen.home.tree
        lacks = [text for text in (_language(tree), _title(tree), _pictures(tree), _fields(tree)) if text]
        if lacks:
            yield FindingSeen(
                "a11y-basic",
                Severity.MEDIUM if len(lacks) > 2 else Severity.LOW,
                f"Halaman depan sulit dipakai pembaca layar: {', '.join(lacks)}.",
                proof(
                    seen.home,
                    seen,
                    "; ".join(lacks),
                    tuple(lacks),
                    "Diperiksa pada kode halaman depan (WCAG 2.2 tingkat A).",
                ),
                "Minta pembuat tema melengkapi bahasa halaman, judul, teks pengganti gambar dan nama isian.",
                {"lacks": lacks},
            )


def _language(tree: LexborHTMLParser) -> str:
    root = tree.css_first("html")
    return "" if root is not None and (root.attributes.get("lang") or "").strip() else "bahasa halaman tidak disebut"


def _title(tree: LexborHTMLParser) -> str:
    title = tree.css_first("head title")
    return "" if title is not None and title.text().strip() else "judul halaman kosong"


def _pictures(tree: LexborHTMLParser) -> str:
    pictures = tree.css("img")
    silent = [
        tag for tag in pictures
        if "alt" not in tag.attributes and "aria-label" not in tag.attributes
        and tag.attributes.get("role") not in ("presentation", "none") and tag.attributes.get("aria-hidden") != "true"
    ]  # fmt: skip
    if silent and (len(silent) >= FEW_PICTURES or len(silent) >= SHARE * len(pictures)):
        return f"{len(silent)} dari {len(pictures)} gambar tanpa teks pengganti"
    return ""


def _fields(tree: LexborHTMLParser) -> str:
    labelled = {tag.attributes.get("for") for tag in tree.css("label[for]")}
    fields = [tag for tag in tree.css("input,textarea,select") if (tag.attributes.get("type") or "") not in NO_FIELD]
    nameless = [tag for tag in fields if not _is_named(tag, labelled)]
    return f"{len(nameless)} isian tanpa nama" if nameless else ""


def _is_named(tag: LexborNode, labelled: set[str | None]) -> bool:
    attributes = tag.attributes
    if any((attributes.get(key) or "").strip() for key in ("aria-label", "aria-labelledby", "title", "placeholder")):
        return True
    if attributes.get("id") and attributes.get("id") in labelled:
        return True
    parent = tag.parent
    while parent is not None:
        if parent.tag == "label":
            return True
        parent = parent.parent
    return False
