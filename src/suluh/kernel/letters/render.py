"""Papers: a Typst template and its data become a tagged PDF. Data are values, never code."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import typst

FONTS = Path(__file__).parent / "fonts"


def paper(template: Path, data: Mapping[str, Any]) -> bytes:
    """Set `template` with `data` and return the PDF, tagged for readers (PDF/UA-1).

    The template reads its data with `json(bytes(sys.inputs.data))`; text in it cannot become markup. Fonts of the
    machine are not used, so a paper looks the same everywhere.

    Args:
        template: a `.typ` file; it may use files in its own folder.
        data: anything JSON can hold.

    Raises:
        ValueError: the template and the data do not fit each other; the message is that of Typst.
    """
    try:
        result = typst.compile(
            str(template),
            root=str(template.parent),
            font_paths=[str(FONTS)],
            ignore_system_fonts=True,
            format="pdf",
            sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
            pdf_standards=["ua-1"],
        )
    except typst.TypstError as error:
        raise ValueError(str(error)) from error
    assert isinstance(result, bytes)
    return result
