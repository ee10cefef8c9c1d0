"""From the bytes of a page to its text: header, byte order mark, meta, UTF-8, windows-1252."""

import codecs
import re
from functools import cache

_CHARSET = re.compile(r"charset\s*=\s*[\"']?\s*([a-z0-9_.:-]+)", re.IGNORECASE)
_META = re.compile(rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([a-zA-Z0-9_.:-]+)", re.IGNORECASE)
_XML = re.compile(rb"^\s*<\?xml[^>]{0,120}?encoding\s*=\s*[\"']([a-zA-Z0-9_.:-]+)")
_META_WITHIN = 4096
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_BROWSER_NAMES = {
    "iso-8859-1": "cp1252",
    "iso8859-1": "cp1252",
    "latin1": "cp1252",
    "latin-1": "cp1252",
    "us-ascii": "cp1252",
    "ascii": "cp1252",
    "iso-8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "x-sjis": "cp932",
    "ks_c_5601-1987": "cp949",
    "euc-kr": "cp949",
    "utf8": "utf-8",
    "tis-620": "cp874",
}
"""Names that browsers read as a larger set of characters (WHATWG Encoding standard)."""


def decode(body: bytes, content_type: str = "") -> str:
    """Text of a page. Never fails: what cannot be read becomes U+FFFD.

    A declared encoding is believed only when the body can be read with it, for servers often declare one encoding
    and send another; a byte order mark outranks a header that contradicts it.
    """
    for mark, name in _MARKS:
        if body.startswith(mark):
            return body[len(mark) :].decode(name, "replace")
    for name in _declared(body, content_type):
        codec = _codec(name)
        if codec and codec != "cp1252":
            try:
                return body.decode(codec)
            except (UnicodeDecodeError, LookupError):
                if _mostly_readable(body, codec):
                    return body.decode(codec, "replace")
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        return body.decode("utf-8", "replace") if _mostly_readable(body, "utf-8") else body.decode("cp1252", "replace")


def _declared(body: bytes, content_type: str) -> list[str]:
    names = []
    if content_type and (header := _CHARSET.search(content_type)):
        names.append(header[1])
    head = body[:_META_WITHIN]
    names += [found[1].decode("ascii") for found in (_META.search(head), _XML.match(head)) if found]
    return names


@cache
def _codec(name: str) -> str | None:
    """Python's name for a declared encoding; None for one that is unknown or no text encoding."""
    lowered = name.lower()
    wanted = _BROWSER_NAMES.get(lowered, lowered)
    # A page that declares UTF-16 in readable ASCII is not UTF-16 (WHATWG HTML, "prescan").
    if wanted.startswith(("utf-16", "utf-32", "utf-7", "utf_16", "utf_32", "utf_7")):
        return "utf-8"
    try:
        codec = codecs.lookup(wanted)
    except (LookupError, ValueError):
        return None
    return wanted if getattr(codec, "_is_text_encoding", True) else None


def _mostly_readable(body: bytes, codec: str) -> bool:
    """True when few bytes are broken against many that are no ASCII, as in a page cut in mid-character."""
    broken = body.decode(codec, "replace").count("\ufffd")
    foreign = len(body) - len(body.decode("ascii", "ignore"))
    return broken * 20 <= foreign
