"""Caps on hosts and addresses hold, and a log that breaks them is found out."""

import asyncio
from itertools import pairwise

import pytest

from suluh.kernel.http.politeness import Manners, Politeness, Request, prove
from suluh.kernel.http.session import Session
from tests.kernel.http.hostile import open_client, page, raw_server

CAPS = Manners(per_host=2, per_address=4, gap=0)


async def keep_open(head, writer):
    await asyncio.sleep(0)
    writer.write(page())
    return True


async def test_many_sessions_never_pass_the_caps_of_host_and_address():
    log = []
    async with raw_server(keep_open) as port:
        client = open_client(log=log.append, manners=CAPS)

        async def visit(host):
            async with Session(client) as session:
                await asyncio.gather(*(session.fetch(f"http://{host}:{port}/{n}") for n in range(5)))

        await asyncio.gather(*(visit(f"s{n % 7}.localhost") for n in range(28)))
    assert len(log) == 140
    assert prove(log, CAPS) == []


async def test_a_crawl_delay_is_kept_between_starts():
    log = []
    async with raw_server(keep_open) as port, Session(open_client(log=log.append)) as session:
        await asyncio.gather(*(session.fetch(f"http://a.localhost:{port}/{n}", delay=0.05) for n in range(4)))
    starts = sorted(line.start for line in log)
    assert min(after - before for before, after in pairwise(starts)) >= 0.045
    assert prove(log, CAPS) == []


@pytest.mark.parametrize(
    ("log", "rule"),
    [
        ([Request("a", "1", 0, 9, 200), Request("a", "1", 1, 9, 200), Request("a", "1", 2, 9, 200)], "host"),
        ([Request(str(n), "1", n, 99, 200) for n in range(5)], "address"),
        ([Request("a", "1", 0, 0.1, 200, 5.0), Request("a", "1", 1, 1.1, 200, 5.0)], "delay"),
    ],
)
def test_a_breach_is_found_and_named(log, rule):
    assert {violation.rule for violation in prove(log, CAPS)} == {rule}


def test_a_request_that_starts_when_another_ends_is_no_breach():
    assert prove([Request("a", "1", 0, 5, 200), Request("a", "1", 0, 5, 200), Request("a", "1", 5, 6, 200)], CAPS) == []


async def test_hosts_no_longer_in_use_are_forgotten():
    politeness = Politeness(CAPS)
    for n in range(100):
        async with politeness.turn(f"h{n}", "1"):
            pass
    politeness.sweep_out()
    assert (politeness._hosts, politeness._addresses) == ({}, {})


@pytest.mark.parametrize(("kept_open", "opened"), [(4, 4), (0, 20)], ids=["each keeps its own", "nobody may"])
async def test_while_others_wait_as_many_sessions_as_allowed_keep_their_connection(kept_open, opened):
    met = set()

    async def counted(head, writer):
        met.add(writer.get_extra_info("peername"))
        return await keep_open(head, writer)

    async with raw_server(counted) as port:
        client = open_client(manners=Manners(per_host=1, per_address=1, gap=0, kept_open=kept_open))

        async def visit(host):
            async with Session(client) as session:
                for n in range(5):
                    await session.fetch(f"http://{host}:{port}/{n}")

        await asyncio.gather(*(visit(f"s{n}.localhost") for n in range(4)))
    assert len(met) == opened


async def test_a_seat_is_free_again_when_its_session_ends():
    politeness = Politeness(Manners(kept_open=1))
    assert [politeness.take_seat("1"), politeness.take_seat("1")] == [True, False]
    politeness.leave_seat("1")
    assert politeness.take_seat("1")


async def test_who_has_a_seat_goes_before_those_who_came_earlier_without_one():
    politeness, order = Politeness(Manners(per_address=1, gap=0)), []

    async def ask(host, *, seated):
        async with politeness.turn(host, "1", seated=seated):
            order.append(host)

    async with politeness.turn("first", "1"):
        waiting = [asyncio.create_task(ask(host, seated=host == "c")) for host in "abc"]
        for _ in range(5):
            await asyncio.sleep(0)
    await asyncio.gather(*waiting)
    assert order == ["c", "a", "b"]


async def test_a_turn_that_is_given_up_goes_to_the_next():
    politeness = Politeness(Manners(per_address=1, gap=0))

    async def ask(host):
        async with politeness.turn(host, "1"):
            return host

    async with politeness.turn("first", "1"):
        gone, left = (asyncio.create_task(ask(host)) for host in "ab")
        for _ in range(5):
            await asyncio.sleep(0)
        gone.cancel()
    assert await left == "b"
