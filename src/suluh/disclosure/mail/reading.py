"""What a mail says, whatever it was sent as: sender, subject, plain text, attachments. Pure; nothing is believed."""

from __future__ import annotations

import codecs
import email
import email.policy
import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import getaddresses

from selectolax.lexbor import LexborHTMLParser

MOST_TEXT = 5000
MOST_PAGE = 20 * MOST_TEXT
"""Signs of a page in HTML that are read for its text."""
HOST_NAMES = "punycode"
"""A codec of Python that writes no mail; on a long text it takes days."""
MOST_HEADER = 2000
"""Signs of one header that are read: libraries take hours for what no mail program writes."""
MOST_HEAD = 256 * 1024
"""Bytes of all headers together."""
MOST_SEAMS = 5_000
"""Lines that may be the border of a part."""
MOST_PARTS = 100
DEEPEST = 10
MOST_FILES = 10
UNSEEN_SIGNS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
"""Control signs, and those that turn or hide what follows them."""
NO_PERSON = re.compile(r"^(mailer-daemon|postmaster|no-?reply|do-?not-?reply|bounces?)([+=.-]|@)", re.IGNORECASE)
ADDRESS = re.compile(r"[^@\s<>\"',;:\\]{1,64}@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")
MACHINE = (("auto-submitted", ("no",)), ("x-auto-response-suppress", ("none",)), ("x-autoreply", ("no",)))
"""Headers that machines set, with the values by which a person's mail says that it is none."""
BULK = ("bulk", "list", "junk", "auto_reply")


class _Short(email.policy.Compat32):
    """Mails as they are, each header cut where no honest one is as long."""

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        """Name and value of a header, as far as it is read."""
        name, value = super().header_source_parse(sourcelines)
        return name, value[:MOST_HEADER]


@dataclass(frozen=True, slots=True)
class Attachment:
    """One attachment with the name that the sender gave it."""

    name: str
    content: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class ReadMail:
    """A mail as it may be shown. `machine` says why it is no person's request; "" where it may be one."""

    mark: str
    sender: str
    name: str
    subject: str
    text: str
    proven: bool
    machine: str
    attachments: tuple[Attachment, ...]


def read_mail(raw: bytes, *, own: frozenset[str] = frozenset()) -> ReadMail:
    """Read a mail. Broken headers, charsets and structures give what can be read of them, never an error.

    Args:
        raw: the mail as the server holds it.
        own: addresses of the body itself; what comes from them is a loop.
    """
    if not _overgrown(raw):
        try:
            return _read(raw, own)
        except RecursionError:  # boxes in boxes by the thousand, or as many brackets in an address
            pass
    mark = hashlib.sha256(raw).hexdigest()
    return ReadMail(mark, "", "", "", "", False, "Susunan surel tidak dapat dibaca", ())


def _overgrown(raw: bytes) -> bool:
    """Whether a mail has more headers or parts than any program writes; taking it apart would fill the memory."""
    head = re.search(rb"\r?\n\r?\n", raw)
    return (head.start() if head else len(raw)) > MOST_HEAD or raw.count(b"\n--") > MOST_SEAMS


def _read(raw: bytes, own: frozenset[str]) -> ReadMail:
    mail = email.message_from_bytes(raw, policy=_Short())
    sender, name = _sender(mail)
    parts = list(_parts(mail))
    return ReadMail(
        mark=_mark(mail, raw),
        sender=sender,
        name=name,
        subject=_line(mail, "Subject", 200),
        text=_text(parts),
        proven=_proven(mail, sender),
        machine=_machine(mail, sender, own),
        attachments=tuple(_attachments(parts)),
    )


def _mark(mail: Message, raw: bytes) -> str:
    """By which a mail is known again: its Message-ID with its sender, or its bytes where it has none."""
    told = str(mail.get("Message-ID", "")).strip()
    known = f"{told}\n{mail.get('From', '')}".encode("utf-8", "replace") if told else raw
    return hashlib.sha256(known).hexdigest()


def _sender(mail: Message) -> tuple[str, str]:
    """Address and name of the only author; "" where there is none, or more than one."""
    written = _written(mail, "From")
    found = [pair for pair in getaddresses(written) if pair[1]]
    if len(written) != 1 or len(found) != 1 or not ADDRESS.fullmatch(found[0][1]):
        return "", ""
    return found[0][1].lower(), _decoded(found[0][0])[:160]


def _machine(mail: Message, sender: str, own: frozenset[str]) -> str:
    if not sender:
        return "Pengirim tidak terbaca"
    if sender in own:
        return "Surel dari alamat kita sendiri"
    if mail.get_content_type() == "multipart/report" or str(mail.get("Return-Path", "")).strip() == "<>":
        return "Laporan pengiriman gagal"
    if NO_PERSON.match(sender):
        return "Alamat mesin"
    for header, person in MACHINE:
        value = str(mail.get(header, "")).split(";")[0].strip().lower()
        if value and value not in person:
            return "Balasan otomatis"
    if str(mail.get("Precedence", "")).strip().lower() in BULK or mail.get("List-Id"):
        return "Surel massal"
    return ""


def _proven(mail: Message, sender: str) -> bool:
    """Whether our own mail server, which writes the topmost result, found the domain of the sender proven by DKIM.

    Anybody can write any sender; without this an officer is told to doubt it.
    """
    results = mail.get_all("Authentication-Results", [])
    domain = sender.rpartition("@")[2]
    if not results or not domain:
        return False
    said = re.sub(r"\s+", " ", str(results[0])).lower()
    return bool(re.search(rf"\bdkim=pass\b[^;]*header\.(?:d|i)=@?{re.escape(domain)}(?![\w.-])", said))


def _parts(mail: Message) -> Iterator[Message]:
    """Leaves of the mail; a nested mail is one attachment, and what lies too deep or comes too late is left out."""
    waiting, seen = [(mail, 0)], 0
    while waiting and seen < MOST_PARTS:
        part, depth = waiting.pop(0)
        seen += 1
        inside = part.get_payload()
        if part.is_multipart() and part.get_content_maintype() == "multipart" and isinstance(inside, list):
            if depth < DEEPEST:
                waiting = [(one, depth + 1) for one in inside if isinstance(one, Message)] + waiting
        elif not part.is_multipart():
            yield part


def _text(parts: list[Message]) -> str:
    plain = [part for part in parts if part.get_content_type() == "text/plain" and not part.get_filename()]
    pages = [part for part in parts if part.get_content_type() == "text/html" and not part.get_filename()]
    said = "\n\n".join(_charset(part) for part in plain).strip()
    if not said:
        said = "\n\n".join(_from_html(_charset(part)) for part in pages).strip()
    # some charsets name halves of signs, which no database keeps
    said = UNSEEN_SIGNS.sub("", said.replace("\r\n", "\n").encode("utf-8", "replace").decode())
    return re.sub(r"\n{3,}", "\n\n", said)[:MOST_TEXT].strip()


def _from_html(page: str) -> str:
    tree = LexborHTMLParser(page[:MOST_PAGE])
    tree.strip_tags(["script", "style", "head", "template", "noscript"], recursive=True)
    body = tree.body
    return body.text(separator="\n", strip=True) if body else ""


def _charset(part: Message) -> str:
    content = _content(part)[: 4 * MOST_PAGE]
    try:
        codec = codecs.lookup(part.get_content_charset() or "utf-8").name
        return content.decode("utf-8" if codec == HOST_NAMES else codec, "replace")
    except (LookupError, ValueError):
        return content.decode("utf-8", "replace")


def _content(part: Message) -> bytes:
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _attachments(parts: list[Message]) -> Iterator[Attachment]:
    files = [part for part in parts if part.get_filename() or part.get_content_maintype() not in ("text", "multipart")]
    for part in files[:MOST_FILES]:
        yield Attachment(_decoded(part.get_filename() or "lampiran")[:200], _content(part))


def _line(mail: Message, header: str, most: int) -> str:
    return " ".join(_decoded("".join(_written(mail, header)[:1])).split())[:most]


def _written(mail: Message, header: str) -> list[str]:
    """A header as it was sent, each time it occurs; bytes that are no ASCII are taken for UTF-8."""
    raw = [str(value) for name, value in mail.raw_items() if name.lower() == header.lower()]
    return [value.encode("utf-8", "surrogateescape").decode("utf-8", "replace") for value in raw]


def _decoded(text: str) -> str:
    try:
        said = str(make_header(decode_header(text)))
    except (HeaderParseError, LookupError, ValueError):
        said = text
    return UNSEEN_SIGNS.sub("", said.encode("utf-8", "replace").decode("utf-8", "replace")).strip()
