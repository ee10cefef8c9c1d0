"""The mailbox over TLS, from the start and by STARTTLS: only a server that proves its name gets the password."""

from __future__ import annotations

import imaplib
import ssl
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from suluh.demo.web.authority import Authority, Paper
from suluh.disclosure.mail.mailbox import MailboxAddress, MailboxFault, mailbox_open
from tests.disclosure.mailbox_server import SECRET, USER, behind_tls, mailbox_served
from tests.disclosure.test_mail_reading import mail


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return Authority(tmp_path_factory.mktemp("papers"), datetime.now(UTC), ["localhost"])


@pytest.fixture(scope="module")
def starttls(authority: Authority) -> Iterator[int]:
    """A server that goes over to TLS when it is asked to."""
    papers = Path(authority.ca_file).parent
    with mailbox_served("--cert", str(papers / "good.pem"), "--key", str(papers / "good.key")) as port:
        yield port


@pytest.fixture(scope="module")
def bare() -> Iterator[int]:
    with mailbox_served("--no-tls") as port:
        yield port


def trust(authority: Authority) -> ssl.SSLContext:
    return ssl.create_default_context(cafile=str(authority.ca_file))


def unread(scheme: str, port: int, trusted: ssl.SSLContext | None, secret: str = SECRET) -> list[bytes]:
    address = MailboxAddress.from_url(f"{scheme}://{USER}:{secret}@localhost:{port}/INBOX")
    with mailbox_open(address, trust=trusted) as mailbox:
        return [waiting.raw for waiting in mailbox.waiting(most=20)]


def put(client: imaplib.IMAP4, raw: bytes) -> None:
    client.login(USER, SECRET)
    assert client.append("INBOX", "", imaplib.Time2Internaldate(time.time()), raw)[0] == "OK"
    client.logout()


def test_a_mail_is_read_after_starttls(authority, starttls):
    client = imaplib.IMAP4("localhost", starttls)
    client.starttls(ssl_context=trust(authority))
    put(client, mail())

    assert any(b"Mohon data anggaran." in raw for raw in unread("imap", starttls, trust(authority)))


def test_a_mail_is_read_over_tls_from_the_start(authority, bare):
    put(imaplib.IMAP4("localhost", bare), mail())
    with behind_tls(bare, authority.contexts[Paper.GOOD]) as port:
        assert any(b"Mohon data anggaran." in raw for raw in unread("imaps", port, trust(authority)))


@pytest.mark.parametrize("paper", [Paper.EXPIRED, Paper.MISMATCH, Paper.SELF_SIGNED])
def test_a_server_that_does_not_prove_its_name_gets_no_password(authority, bare, paper):
    with behind_tls(bare, authority.contexts[paper]) as port, pytest.raises(MailboxFault) as told:
        unread("imaps", port, trust(authority))
    assert SECRET not in str(told.value)


def test_an_authority_that_the_machine_does_not_trust_is_refused_after_starttls_too(starttls):
    with pytest.raises(MailboxFault):
        unread("imap", starttls, None)


def test_a_server_without_tls_is_not_spoken_to_in_the_clear(bare):
    with pytest.raises(MailboxFault):
        unread("imap", bare, None)
