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
_SIGNATURES = (
    b"%PDF-", b"PK\x03\x04", b"\x89PNG\r\n", b"\xff\xd8\xff", b"GIF8", b"\x1f\x8b", b"\xd0\xcf\x11\xe0", b"RIFF",
    b"\x7fELF", b"Rar!", b"7z\xbc\xaf", b"\x00\x00\x00\x18ftyp", b"\x00\x00\x00\x20ftyp", b"ID3", b"OggS", b"wOF2",
)  # fmt: skip
_CONTROLS = bytes(code for code in range(32) if code not in b"\t\n\r\f\x1b")
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


def is_binary(body: bytes) -> bool:
    """True for a document, picture or archive that was saved in the place of a page.

    A page may carry a stray control character, but it has tags; bytes without a tag among many control characters,
    or with the signature of another kind of file, are no page.
    """
    if body.startswith(_SIGNATURES):
        return True
    head = body[:_META_WITHIN]
    if body.startswith(tuple(mark for mark, _name in _MARKS)) or b"<" in head:
        return False
    return len(head.translate(None, _CONTROLS)) < 0.9 * len(head)


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
