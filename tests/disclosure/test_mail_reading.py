"""Mails are read without being believed, whatever their shape."""

import pytest

from suluh.disclosure.mail import reading
from suluh.disclosure.mail.mailbox import MailboxAddress
from suluh.disclosure.mail.reading import DEEPEST, MOST_FILES, MOST_TEXT, read_mail

HEAD = "From: Warga Satu <warga@desa.example>\r\nTo: ppid@arunika.example\r\nSubject: Mohon informasi\r\n"
HEAD += "Message-ID: <1@desa.example>\r\n"


def mail(body: str = "Mohon data anggaran.", *, head: str = HEAD, more: str = "") -> bytes:
    return (head + more + "\r\n" + body).encode()


def test_a_plain_mail_is_read():
    read = read_mail(mail())

    assert (read.sender, read.name, read.subject) == ("warga@desa.example", "Warga Satu", "Mohon informasi")
    assert (read.text, read.machine, read.proven) == ("Mohon data anggaran.", "", False)


def test_a_mail_is_known_by_its_message_id_and_sender():
    assert read_mail(mail("a")).mark == read_mail(mail("b")).mark
    other = HEAD.replace("warga@", "lain@")
    assert read_mail(mail("a", head=other)).mark != read_mail(mail("a")).mark
    without = HEAD.replace("Message-ID: <1@desa.example>\r\n", "")
    assert read_mail(mail("a", head=without)).mark != read_mail(mail("b", head=without)).mark


@pytest.mark.parametrize(
    "more",
    [
        "Auto-Submitted: auto-replied\r\n",
        "X-Autoreply: yes\r\n",
        "Precedence: bulk\r\n",
        "List-Id: <kabar.example>\r\n",
        "Return-Path: <>\r\n",
        "Content-Type: multipart/report; boundary=x\r\n",
    ],
)
def test_what_a_machine_sent_is_no_request(more):
    assert read_mail(mail(more=more)).machine


@pytest.mark.parametrize(
    "sender", ["MAILER-DAEMON@a.example", "no-reply@a.example", "bounce+7@a.example", "", "a, b@c.example"]
)
def test_a_sender_that_cannot_answer_is_no_requester(sender):
    assert read_mail(mail(head=f"From: {sender}\r\n")).machine


def test_a_mail_of_our_own_is_a_loop():
    assert read_mail(mail(), own=frozenset({"warga@desa.example"})).machine


def test_two_senders_are_nobody():
    assert read_mail(mail(head="From: a@x.example\r\nFrom: b@x.example\r\n")).sender == ""


@pytest.mark.parametrize(
    ("result", "proven"),
    [
        ("mx.arunika.example; dkim=pass header.d=desa.example", True),
        ("mx.arunika.example; dkim=fail header.d=desa.example", False),
        ("mx.arunika.example; dkim=pass header.d=penipu.example", False),
        ("mx.arunika.example; dkim=pass header.d=desa.example.penipu.example", False),
        ("mx.arunika.example; spf=pass; dkim=none", False),
    ],
)
def test_a_sender_is_proven_by_the_signature_of_its_own_domain(result, proven):
    assert read_mail(mail(more=f"Authentication-Results: {result}\r\n")).proven is proven


def test_a_result_that_the_sender_wrote_below_ours_does_not_count():
    ours = "Authentication-Results: mx.arunika.example; dkim=none\r\n"
    forged = "Authentication-Results: mx.arunika.example; dkim=pass header.d=desa.example\r\n"

    assert not read_mail(mail(more=ours + forged)).proven


def test_html_alone_gives_its_text_without_scripts():
    page = "<html><head><title>x</title></head><body><p>Mohon&nbsp;data</p><script>alert(1)</script></body></html>"
    read = read_mail(mail(page, more="Content-Type: text/html\r\n"))

    assert "Mohon" in read.text
    assert "alert" not in read.text
    assert "<" not in read.text


@pytest.mark.parametrize("charset", ["utf-8", "windows-1252", "tidak-ada", "utf-7", "undefined", "hex"])
def test_a_broken_charset_gives_what_can_be_read(charset):
    assert "Mohon data" in read_mail(mail("Mohon data", more=f"Content-Type: text/plain; charset={charset}\r\n")).text


def test_signs_that_hide_or_turn_text_are_left_out():
    read = read_mail(mail("a\u202eb\u200bc\x00d", head=HEAD.replace("Mohon", "Mo\u202ehon")))

    assert (read.text, read.subject) == ("abcd", "Mohon informasi")


def test_a_header_cannot_smuggle_another():
    head = "From: =?utf-8?q?A=0D=0ABcc:_x@y.example?= <a@x.example>\r\nSubject: =?utf-8?b?"
    read = read_mail((head + "?=\r\n\r\nisi").encode())

    assert "\n" not in read.name
    assert "\r" not in read.name


def nested(depth: int) -> bytes:
    body = "Content-Type: text/plain\r\n\r\nterdalam"
    for level in range(depth):
        body = f"Content-Type: multipart/mixed; boundary=b{level}\r\n\r\n--b{level}\r\n{body}\r\n--b{level}--\r\n"
    return (HEAD + body).encode()


def test_parts_that_lie_too_deep_are_left_out():
    assert read_mail(nested(3)).text == "terdalam"
    assert read_mail(nested(DEEPEST + 20)).text == ""


BOXES = "".join(f"Content-Type: multipart/mixed; boundary=b{n}\r\n\r\n--b{n}\r\n" for n in range(3000))
ODD = {
    "boxes in boxes": "From: a@b.example\r\n" + BOXES,
    "mails in mails": "From: a@b.example\r\n" + "Content-Type: message/rfc822\r\n\r\n" * 3000,
    "brackets": "From: " + "(" * 1900 + "a@b.example\r\n\r\nisi",
    "parts": "From: a@b.example\r\nContent-Type: multipart/mixed; boundary=a\r\n\r\n" + "--a\r\n\r\nx\r\n" * 6000,
    "headers": "From: a@b.example\r\n" + "X-A: b\r\n" * 40_000 + "\r\nisi",
}


@pytest.mark.parametrize("raw", ODD.values(), ids=ODD)
def test_a_mail_that_would_choke_the_reader_is_set_aside_and_known_again(raw):
    read = read_mail(raw.encode())

    assert read.machine == "Susunan surel tidak dapat dibaca"
    assert read.mark == read_mail(raw.encode()).mark


@pytest.mark.parametrize(
    "head",
    [
        "Subject: " + "=?utf-8?q?a?= " * 100_000,
        "Content-Type: text/plain; " + "; ".join(f"a*{n}*=x" for n in range(20_000)),
        "Authentication-Results: " + "dkim=pass " * 100_000,
    ],
    ids=["encoded words", "parameters", "results"],
)
def test_of_an_endless_header_the_beginning_is_read(head, monkeypatch):
    monkeypatch.setattr(reading, "MOST_HEAD", 10_000_000)

    assert read_mail(mail(head=HEAD.replace("Subject: Mohon informasi\r\n", ""), more=head + "\r\n")).text


def test_attachments_and_text_are_capped():
    part = "--b\r\nContent-Disposition: attachment; filename=a.pdf\r\n\r\n%PDF\r\n"
    many = "--b\r\nContent-Type: text/plain\r\n\r\n" + "x" * 20_000 + "\r\n" + part * 80 + "--b--\r\n"
    read = read_mail(mail(many, more="Content-Type: multipart/mixed; boundary=b\r\n"))

    assert (len(read.attachments), len(read.text)) == (MOST_FILES, MOST_TEXT)


@pytest.mark.parametrize(
    "raw", [b"", b"\x00\xff\xfe", b"\r\n\r\n", b"From: \xff\xfe@\xff\r\n\r\n\xff", b"Subject: =?x?y?z"]
)
def test_what_is_hardly_a_mail_is_no_error(raw):
    assert read_mail(raw).machine


@pytest.mark.parametrize("charset", ["punycode", "_PUNYCODE"])
def test_a_charset_of_host_names_which_takes_days_on_a_long_mail_is_not_used(charset):
    """With this codec the text below would read otherwise."""
    said = "Mohon data xn--wgv71a-b8a"

    assert read_mail(mail(said, more=f"Content-Type: text/plain; charset={charset}\r\n")).text == said


@pytest.mark.parametrize("charset", ["utf-7", "unicode_escape", "idna", "base64", "x-none"])
def test_whatever_a_charset_names_can_be_kept(charset):
    body = {"utf-7": "a+2AA-b", "unicode_escape": r"a\ud800b"}.get(charset, "ab")

    assert read_mail(mail(body, more=f"Content-Type: text/plain; charset={charset}\r\n")).text.encode()


def test_an_address_without_tls_is_for_this_machine_alone():
    assert MailboxAddress.from_url("imaps://a%40b:s%3A@mail.example/Minta").folder == "Minta"
    for wrong in ("imap+plain://a:b@mail.example", "https://a:b@mail.example", "imaps://mail.example"):
        with pytest.raises(ValueError, match="imap"):
            MailboxAddress.from_url(wrong)
