"""What keeps a PDF from being one that a screen reader reads (PDF/UA-1, ISO 14289-1), as far as a program can tell."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Dictionary, Name

CLAIM = "{http://www.aiim.org/pdfua/ns/id/}part"
STANDARD = {
    "/Document", "/Part", "/Sect", "/Div", "/P", "/H1", "/H2", "/H3", "/H4", "/Title", "/L", "/LI", "/Lbl", "/LBody",
    "/Table", "/THead", "/TBody", "/TR", "/TH", "/TD", "/Span", "/Strong", "/Em", "/Link", "/Figure", "/Note",
    "/Caption", "/NonStruct", "/BlockQuote", "/Quote", "/Code", "/Formula", "/Art",
}  # fmt: skip
"""Roles that readers know; others have to be mapped to one of these."""


def ua_faults(content: bytes) -> list[str]:
    """Sentences about what is missing; empty where nothing is."""
    with pikepdf.open(BytesIO(content)) as pdf:
        return [*_document(pdf), *_structure(pdf), *_pages(pdf)]


def roles_in(content: bytes) -> set[str]:
    """The roles of the structure of a PDF."""
    with pikepdf.open(BytesIO(content)) as pdf:
        return {str(one.S) for one in _elements(pdf.Root.StructTreeRoot)}


def _document(pdf: pikepdf.Pdf) -> Iterator[str]:
    root = pdf.Root
    with pdf.open_metadata() as said:
        if str(said.get(CLAIM, "")) != "1":
            yield "claims no PDF/UA-1"
        if not str(said.get("dc:title", "")).strip():
            yield "has no title"
    if not root.get("/MarkInfo", Dictionary()).get("/Marked", False):
        yield "is not marked as tagged"
    if not str(root.get("/Lang", "")).startswith("id"):
        yield "names no language"
    if not root.get("/ViewerPreferences", Dictionary()).get("/DisplayDocTitle", False):
        yield "shows its file name instead of its title"


def _structure(pdf: pikepdf.Pdf) -> Iterator[str]:
    tree = pdf.Root.get("/StructTreeRoot")
    if tree is None:
        yield "has no structure"
        return
    mapped = tree.get("/RoleMap", Dictionary())
    levels = []
    for one in _elements(tree):
        role = str(mapped.get(str(one.S), one.S))
        if role not in STANDARD:
            yield f"has the unknown role {role}"
        if role == "/Figure" and not str(one.get("/Alt", "")).strip():
            yield "has a picture without words"
        if role == "/Table" and not any(str(cell.S) == "/TH" for cell in _elements(one)):
            yield "has a table without heads"
        if role[:2] == "/H" and role[2:].isdigit():
            levels.append(int(role[2:]))
    if any(after - before > 1 for before, after in zip([0, *levels], levels, strict=False)):
        yield f"leaves out a level of headings: {levels}"


def _pages(pdf: pikepdf.Pdf) -> Iterator[str]:
    for number, page in enumerate(pdf.pages, 1):
        if "/StructParents" not in page.obj:
            yield f"page {number} is not tied to the structure"
        if "/Annots" in page.obj and page.obj.get("/Tabs") != Name.S:
            yield f"page {number} is not walked through in the order of the structure"
        for note in page.obj.get("/Annots", []):
            if not str(note.get("/Contents", "")).strip():
                yield f"page {number} has a link without words"
        for name, font in page.resources.get("/Font", {}).items():
            inner = font.DescendantFonts[0] if "/DescendantFonts" in font else font
            files = {"/FontFile", "/FontFile2", "/FontFile3"}
            if files.isdisjoint(inner.get("/FontDescriptor", Dictionary()).keys()) and font.Subtype != Name.Type3:
                yield f"page {number} does not embed the font {name}"
            if "/ToUnicode" not in font:
                yield f"page {number} has a font without letters: {name}"


def _elements(one: Any) -> Iterator[Any]:
    """Elements of the structure below one, in its order."""
    below = one.get("/K", [])
    for child in below if isinstance(below, pikepdf.Array) else [below]:
        if isinstance(child, Dictionary) and "/S" in child:
            yield child
            yield from _elements(child)
