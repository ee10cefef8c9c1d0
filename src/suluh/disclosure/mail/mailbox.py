"""The mailbox on its server, by IMAP: new mails are read unchanged, and marked as read once they are kept."""

from __future__ import annotations

import contextlib
import imaplib
import re
import ssl
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote, urlsplit

MOST_BYTES = 25 * 1024 * 1024
"""Of a heavier mail the head alone is fetched; an officer is told to open it in the mailbox."""
PATIENCE = 30
"""Seconds for an answer of the server."""
PORTS = {"imaps": 993, "imap": 143, "imap+plain": 143}
"""`imaps` speaks TLS from the start, `imap` STARTTLS, `imap+plain` neither: a server on this machine alone."""
SIZE = re.compile(rb"RFC822\.SIZE (\d+)")


class MailboxFault(Exception):
    """The server cannot be reached, or refuses; the message says what was tried, never a password."""


@dataclass(frozen=True, slots=True)
class MailboxAddress:
    """Where the mailbox is and how it is opened."""

    scheme: str
    host: str
    port: int
    user: str
    password: str
    folder: str

    @classmethod
    def from_url(cls, url: str) -> MailboxAddress:
        """Read "imaps://user:password@host:993/INBOX".

        Raises:
            ValueError: it is written differently, or TLS is left out for another machine.
        """
        parts = urlsplit(url)
        if parts.scheme not in PORTS or not parts.hostname or not parts.username:
            raise ValueError("SULUH_INTAKE_URL harus berbentuk imaps://pengguna:sandi@server/INBOX")
        if parts.scheme == "imap+plain" and parts.hostname not in ("127.0.0.1", "localhost", "::1"):
            raise ValueError("imap+plain hanya untuk server di mesin ini; gunakan imaps://")
        return cls(
            parts.scheme, parts.hostname, parts.port or PORTS[parts.scheme], unquote(parts.username),
            unquote(parts.password or ""), unquote(parts.path.strip("/")) or "INBOX",
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Waiting:
    """One mail that nobody has read; of one that is too heavy `raw` holds the head alone."""

    uid: bytes
    raw: bytes
    heavy: bool


class Mailbox:
    """An open mailbox. Nothing in it is moved, deleted or answered; `done` sets the mark of a read mail."""

    def __init__(self, server: imaplib.IMAP4) -> None:
        self._server = server

    def waiting(self, *, most: int) -> Iterator[Waiting]:
        """Mails that are not marked as read, oldest first."""
        for uid in self._ask("SEARCH", "UNSEEN")[0].split()[:most]:
            told = b" ".join(part for part in self._flat(self._ask("FETCH", uid.decode(), "(RFC822.SIZE)")))
            found = SIZE.search(told)
            size = int(found[1]) if found else 0
            heavy = size > MOST_BYTES
            yield Waiting(uid, self._raw(uid, "BODY.PEEK[HEADER]" if heavy else "BODY.PEEK[]"), heavy)

    def done(self, uid: bytes) -> None:
        """Mark a mail as read."""
        self._ask("STORE", uid.decode(), "+FLAGS.SILENT", "(\\Seen)")

    def _raw(self, uid: bytes, what: str) -> bytes:
        for part in self._ask("FETCH", uid.decode(), f"({what})"):
            if isinstance(part, tuple):
                return bytes(part[1])
        return b""

    def _ask(self, command: str, *given: str) -> list[Any]:
        state, answer = self._server.uid(command, *given)
        if state != "OK":
            raise MailboxFault(f"{command}: {state}")
        return [part or b"" for part in answer]

    @staticmethod
    def _flat(answer: list[Any]) -> Iterator[bytes]:
        for part in answer:
            yield b" ".join(part) if isinstance(part, tuple) else part


@contextlib.contextmanager
def mailbox_open(address: MailboxAddress, *, trust: ssl.SSLContext | None = None) -> Iterator[Mailbox]:
    """Open the mailbox, and close it whatever happens.

    Raises:
        MailboxFault: no connection, an untrusted certificate, a wrong password or a missing folder.
    """
    context = trust or ssl.create_default_context()
    try:
        server = _connected(address, context)
    except (OSError, imaplib.IMAP4.error) as error:
        raise MailboxFault(f"{address.host}:{address.port}: {type(error).__name__}") from None
    try:
        try:
            server.login(address.user, address.password)
        except imaplib.IMAP4.error:
            raise MailboxFault(f"{address.host}: nama pengguna atau sandi ditolak") from None
        if server.select(f'"{address.folder}"')[0] != "OK":
            raise MailboxFault(f"{address.host}: folder {address.folder} tidak ada")
        yield Mailbox(server)
    except (OSError, imaplib.IMAP4.error) as error:
        raise MailboxFault(f"{address.host}: {type(error).__name__}") from None
    finally:
        with contextlib.suppress(OSError, imaplib.IMAP4.error):
            server.logout()


def _connected(address: MailboxAddress, context: ssl.SSLContext) -> imaplib.IMAP4:
    if address.scheme == "imaps":
        return imaplib.IMAP4_SSL(address.host, address.port, ssl_context=context, timeout=PATIENCE)
    server = imaplib.IMAP4(address.host, address.port, timeout=PATIENCE)
    if address.scheme == "imap":
        server.starttls(ssl_context=context)
    return server
