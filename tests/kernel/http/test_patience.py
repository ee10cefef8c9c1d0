"""A server that answers nobody is given up early, and trusted again with its first answer."""

import asyncio

from suluh.kernel.http.answer import Reason
from suluh.kernel.http.patience import BRIEF, Patience
from suluh.kernel.http.session import Session
from tests.kernel.http.hostile import open_client, page, raw_server

WHOLE = 20.0


def seconds(*silent, asking="d"):
    patience = Patience(WHOLE)
    for host in silent:
        patience.ran_out(host, "127.0.0.9")
    return patience.seconds(asking, "127.0.0.9")


def test_two_silent_hosts_of_an_address_do_not_make_it_a_silent_address():
    assert seconds("a", "b") == WHOLE


def test_three_silent_hosts_in_a_row_shorten_the_wait_for_all_at_their_address():
    assert seconds("a", "b", "c") == BRIEF


def test_a_host_that_was_silent_twice_is_waited_for_briefly_and_its_neighbours_are_not():
    assert seconds("a", "a", asking="a") == BRIEF
    assert seconds("a", "a", asking="b") == WHOLE


def test_one_answer_restores_full_patience():
    patience = Patience(WHOLE)
    for host in "abc":
        patience.ran_out(host, "127.0.0.9")
    patience.answered("127.0.0.9")
    assert patience.seconds("a", "127.0.0.9") == WHOLE


def test_patience_never_exceeds_the_limit_of_the_client():
    patience = Patience(1.0)
    patience.ran_out("a", "127.0.0.9")
    patience.ran_out("a", "127.0.0.9")
    assert patience.seconds("a", "127.0.0.9") == 1.0


async def test_requests_that_run_out_are_counted_and_an_answer_clears_them():
    awake = asyncio.Event()

    async def answer(head, writer):
        await awake.wait()
        writer.write(page())
        return True

    async with raw_server(answer) as port:
        client = open_client()
        async with Session(client) as session:
            for _ in range(2):
                silent = await session.fetch(f"http://a.localhost:{port}/", seconds=0.05)
                assert silent.reason is Reason.TIMEOUT
            assert client.patience.worn_out("a.localhost", "127.0.0.1")
            awake.set()
            assert (await session.fetch(f"http://a.localhost:{port}/")).ok
        assert not client.patience.worn_out("a.localhost", "127.0.0.1")
