"""The child: one PDF from stdin, an exit code that says what it is. Run as `python -I -m`, with little memory and time.

Every object is looked at as a reader would see it: unpacked, deciphered where no password is needed, its names without
escapes. Bytes of pictures and fonts are never searched, for anything may stand in them by chance. A file made to
unpack to gigabytes ends this process, not the house.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING, Any

from suluh.kernel.confining import confine

if TYPE_CHECKING:
    import pikepdf

QUIET, DAMAGED, LOCKED, ACTIVE, UNSEEN = 0, 3, 4, 5, 6
MEMORY = 1024 * 1024 * 1024
SECONDS = 15
DEEDS = frozenset({
    "/JavaScript", "/JS", "/Launch", "/EmbeddedFile", "/EmbeddedFiles", "/RichMedia", "/XFA", "/SubmitForm",
    "/ImportData", "/GoToE", "/Rendition", "/Movie", "/Sound",
})  # fmt: skip
"""Keys and names by which a PDF runs a script, starts a program, sends a form, plays something or carries a file."""
UNREAD = ("bad_alloc", "unfilterable", "error decoding")
"""What the library says of packed objects that it gave up on; another reader may see what stands in them."""


def main() -> int:
    """Look at stdin; one of the five codes."""
    import pikepdf

    content = BytesIO(sys.stdin.buffer.read())
    confine(memory=MEMORY, seconds=SECONDS)
    try:
        with pikepdf.open(content) as pdf:
            if any(_acts(one) for one in _all(pdf)):
                return ACTIVE
            said = " ".join(str(warning) for warning in pdf.get_warnings())
            return UNSEEN if any(words in said for words in UNREAD) else QUIET
    except pikepdf.PasswordError:
        return LOCKED
    except (pikepdf.PdfError, pikepdf.DataDecodingError, ValueError, RuntimeError):
        return DAMAGED


def _all(pdf: pikepdf.Pdf) -> Iterator[Any]:
    """Every dictionary and name of the file, also those inside others."""
    import pikepdf

    waiting: list[Any] = [pdf.trailer, *pdf.objects]
    while waiting:
        one = waiting.pop()
        if isinstance(one, pikepdf.Stream):
            one = one.stream_dict
        if isinstance(one, pikepdf.Dictionary):
            yield one
            waiting += [value for value in one.as_dict().values() if _holds(value)]
        elif isinstance(one, pikepdf.Array):
            waiting += [value for value in one.as_list() if _holds(value)]
        elif isinstance(one, pikepdf.Name):
            yield one


def _holds(value: Any) -> bool:
    """Whether something direct is left to look at; what is referred to stands among the objects itself."""
    import pikepdf

    if isinstance(value, pikepdf.Name):
        return True
    return isinstance(value, (pikepdf.Dictionary, pikepdf.Array)) and not value.is_indirect


def _acts(one: Any) -> bool:
    import pikepdf

    return str(one) in DEEDS if isinstance(one, pikepdf.Name) else not DEEDS.isdisjoint(one.keys())


if __name__ == "__main__":
    raise SystemExit(main())
