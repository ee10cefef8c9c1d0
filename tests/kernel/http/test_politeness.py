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
