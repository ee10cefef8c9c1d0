"""Whatever a server does, a request ends in time, within its caps, with a clear reason."""

import asyncio
import gzip
import zlib

import pytest

from suluh.kernel.http.answer import Reason
from suluh.kernel.page.encoding import decode
from tests.kernel.http.hostile import QUICK, get, open_client, page, raw_server, says


async def fetched(answer, **more):
    async with raw_server(answer) as port:
        return await get(f"http://127.0.0.1:{port}/", **more)


async def test_redirects_without_end_are_told_as_a_loop():
    count = iter(range(100))

    async def answer(head, writer):
        writer.write(page(status="302 Found", Location=f"/langkah/{next(count)}"))

    got = await fetched(answer)
    assert (got.reason, len(got.hops)) == (Reason.REDIRECT_LOOP, QUICK.redirects + 1)


async def test_a_page_that_redirects_to_itself_is_told_as_a_loop_at_once():
    got = await fetched(says(page(status="301 Moved", Location="/")))
    assert (got.reason, len(got.hops)) == (Reason.REDIRECT_LOOP, 1)


async def test_a_cookie_wall_is_passed_by_bringing_the_cookie_back():
    async def answer(head, writer):
        allowed = "cookie: izin=1" in head.lower()
        writer.write(page() if allowed else page(status="302 Found", Location="/", Set_Cookie="izin=1; path=/"))

    assert (await fetched(answer)).status == 200


async def test_a_slow_drip_ends_at_the_total_time():
    async def answer(head, writer):
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 100000\r\n\r\n")
        for _ in range(200):
            writer.write(b"x")
            await writer.drain()
            await asyncio.sleep(0.05)

    assert (await fetched(answer, client=open_client(limits=QUICK))).reason is Reason.TIMEOUT


async def test_a_server_that_accepts_and_says_nothing_is_a_timeout():
    async def answer(head, writer):
        await asyncio.sleep(30)

    assert (await fetched(answer, client=open_client(limits=QUICK))).reason is Reason.TIMEOUT


async def test_a_gzip_bomb_is_cut_at_the_cap():
    got = await fetched(says(page(gzip.compress(b"\0" * 50_000_000), Content_Encoding="gzip")))
    assert (got.truncated, len(got.body)) == (True, QUICK.body)


async def test_a_page_of_a_gigabyte_is_cut_at_the_cap():
    async def answer(head, writer):
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 1000000000\r\n\r\n")
        for _ in range(20_000):
            writer.write(b"x" * 50_000)
            await writer.drain()

    got = await fetched(answer)
    assert (got.truncated, len(got.body)) == (True, QUICK.body)


async def test_raw_deflate_is_read():
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    packed = packer.compress(b"<p>Dinas</p>") + packer.flush()
    assert (await fetched(says(page(packed, Content_Encoding="deflate")))).body == b"<p>Dinas</p>"


async def test_a_body_declared_packed_but_sent_plain_is_read():
    assert (await fetched(says(page(b"<p>Dinas</p>", Content_Encoding="gzip")))).body == b"<p>Dinas</p>"


@pytest.mark.parametrize(
    "data",
    [
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 5000\r\n\r\n<p>putus</p>",
        b"HTTP/1.1 200 OK\r\nContent-Length: abc\r\n\r\nx",
        b"HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\nx",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nx",
        b"bukan http sama sekali\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nX: " + b"y" * 200_000 + b"\r\n\r\n",
        b"",
    ],
    ids=["cut off", "length abc", "length below zero", "bad chunk", "no http", "huge header", "nothing"],
)
async def test_broken_answers_are_refused_with_a_reason_and_no_exception(data):
    got = await fetched(says(data))
    assert (got.reason, bool(got.detail)) == (Reason.REFUSED, True)


async def test_a_closed_port_is_refused():
    async with raw_server(says(b"")) as port:
        pass
    assert (await get(f"http://127.0.0.1:{port}/")).reason is Reason.REFUSED


async def test_an_unknown_name_is_a_dns_fault():
    async def lookup(host):
        raise OSError("tidak ada")

    assert (await get("http://tidak-ada.example/", open_client(lookup=lookup))).reason is Reason.DNS


@pytest.mark.parametrize(
    ("status", "reason"),
    [
        ("401 Unauthorized", Reason.BLOCKED),
        ("403 Forbidden", Reason.BLOCKED),
        ("429 Too Many", Reason.BLOCKED),
        ("404 Not Found", Reason.HTTP_4XX),
        ("500 Oops", Reason.HTTP_5XX),
    ],
)
async def test_a_status_has_its_reason(status, reason):
    assert (await fetched(says(page(status=status)))).reason is reason


async def test_an_answer_without_words_is_empty():
    assert (await fetched(says(page(b"  \n ")))).reason is Reason.EMPTY


@pytest.mark.parametrize("charset", [b"utf-16-tidak-ada", b"x-user-defined", b"'utf-8", b"utf-8; charset=latin-9"])
async def test_a_page_with_a_broken_charset_is_still_text(charset):
    data = page("<p>Dinas Pendidikan – Jum’at</p>".encode()).replace(b"text/html", b"text/html; charset=" + charset)
    got = await fetched(says(data))
    assert "Dinas Pendidikan" in decode(got.body, got.headers.get("content-type", ""))


async def test_an_unchanged_page_is_asked_for_conditionally():
    async def answer(head, writer):
        known = 'if-none-match: "satu"' in head.lower()
        writer.write(b'HTTP/1.1 304 Not Modified\r\nETag: "satu"\r\n\r\n' if known else page(ETag='"satu"'))

    got = await fetched(answer, etag='"satu"')
    assert (got.not_modified, got.ok) == (True, True)


async def test_each_agent_says_who_it_is():
    heads = []

    async def answer(head, writer):
        heads.append(head)
        writer.write(page())

    async with raw_server(answer) as port:
        await get(f"http://127.0.0.1:{port}/", open_client(contact="https://pemda.example/perayap"))
        await get(f"http://127.0.0.1:{port}/", agent="searchbot")
        await get(f"http://127.0.0.1:{port}/", agent="browser", referrer="https://www.google.com/")
    assert "Suluh/0.1; +https://pemda.example/perayap" in heads[0]
    assert "Googlebot" in heads[1]
    assert "Referer: https://www.google.com/" in heads[2]
