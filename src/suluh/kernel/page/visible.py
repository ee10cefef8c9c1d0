"""The words a reader of a page can see, menus included."""

import re

from resiliparse.extract.html2text import extract_plain_text
from selectolax.lexbor import LexborHTMLParser

from suluh.kernel.page.encoding import decode

_SPACE = re.compile(r"\s+")
_UNSEEN = ["script", "style", "noscript", "template", "svg", "head", "iframe", "object", "select"]


def visible_text(page: str | bytes | LexborHTMLParser) -> str:
    """Visible words of a page on one line. A given tree is left as it is."""
    if isinstance(page, LexborHTMLParser):
        copy = page.clone()
        copy.strip_tags(_UNSEEN)
        text = copy.body.text(separator=" ") if copy.body else ""
    else:
        html = decode(page) if isinstance(page, bytes) else page
        text = extract_plain_text(html, preserve_formatting=False, list_bullets=False, alt_texts=False)
    return _SPACE.sub(" ", text).strip()
