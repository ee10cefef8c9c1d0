"""Papers and pictures: a Typst template and its data become a tagged PDF or a PNG. Data are values, never code."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import typst

from .legible import legible
from .letterhead import Letterhead

FONTS = Path(__file__).parent / "fonts"
POINTS_PER_INCH = 72
PACKAGES = Path(__file__).parent / "packages"
"""What every template may import as "@suluh/letters:1.0.0", wherever it stands."""


def paper(template: Path, data: Mapping[str, Any], *, letterhead: Letterhead | None = None) -> bytes:
    """Set `template` with `data` and return the PDF, tagged for readers (PDF/UA-1).

    The template reads its data with `json(bytes(sys.inputs.data))`; text in it cannot become markup, and signs that our
    fonts lack are written in Latin letters. Fonts of the machine are not used, so a paper looks the same everywhere.

    Args:
        template: a `.typ` file; it may use files in its own folder.
        data: anything JSON can hold.
        letterhead: whose paper it is; the template reads it as `data.letterhead`.

    Raises:
        ValueError: the template and the data do not fit each other; the message is that of Typst.
    """
    return _set(template, data, letterhead, format="pdf", pdf_standards=["ua-1"])[0]


def picture(template: Path, data: Mapping[str, Any], *, letterhead: Letterhead | None = None) -> bytes:
    """Set the one page of `template` as a PNG of two pixels a point.

    Args:
        template: a `.typ` file as for `paper`.
        data: anything JSON can hold.
        letterhead: whose picture it is; the template reads it as `data.letterhead`.

    Raises:
        ValueError: the template and the data do not fit each other, or fill more than one page.
    """
    found = _set(template, data, letterhead, format="png", ppi=2 * POINTS_PER_INCH)
    if len(found) > 1:
        raise ValueError(f"{template.name} fills more than one page")
    return found[0]


def pages(template: Path, data: Mapping[str, Any], *, letterhead: Letterhead | None = None) -> list[bytes]:
    """Set `template` and return each of its pages as a PNG of two pixels a point: a paper before it is one.

    Args:
        template: a `.typ` file as for `paper`.
        data: anything JSON can hold.
        letterhead: whose paper it is.

    Raises:
        ValueError: the template and the data do not fit each other.
    """
    return _set(template, data, letterhead, format="png", ppi=2 * POINTS_PER_INCH)


def _set(template: Path, data: Mapping[str, Any], letterhead: Letterhead | None, **how: Any) -> list[bytes]:
    head = {"letterhead": letterhead.as_data()} if letterhead is not None else {}
    try:
        result = typst.compile(
            str(template),
            root=str(template.parent),
            font_paths=[str(FONTS)],
            ignore_system_fonts=True,
            package_path=str(PACKAGES),
            sys_inputs={"data": json.dumps(legible({**data, **head}), ensure_ascii=False)},
            **how,
        )
    except typst.TypstError as error:
        raise ValueError(str(error)) from error
    return [result] if isinstance(result, bytes) else list(result)
