"""A server that showed a certificate is never called dead for what came, or did not come, after it."""

import asyncio

import pytest

from suluh.kernel.http.answer import TlsState
from suluh.kernel.http.client import Client, Limits
from suluh.kernel.http.politeness import Manners
from suluh.law.kinds import UnitKind
from suluh.monitoring.engine.values import SiteMemory, SiteTask
from suluh.monitoring.engine.visit import visit
from tests.kernel.http.hostile import Papers, page, raw_server, says
from tests.monitoring.engine.little_web import NOW


@pytest.fixture(scope="module")
def papers(tmp_path_factory):
    return Papers(tmp_path_factory.mktemp("papers"))


async def visited(port, papers):
    limits = Limits(connect=10.0, total=2.0)
    client = Client(allow_private=True, manners=Manners(gap=0), limits=limits, extra_ca=str(papers.ca_file))
    return await visit(SiteTask(f"https://127.0.0.1:{port}/", UnitKind.OPD), SiteMemory(), client, NOW)


def codes(result):
    return {finding.code for finding in result.findings}


async def never(head, writer):
    await asyncio.Event().wait()


async def only_robots(head, writer):
    if not head.startswith("GET /robots.txt"):
        await asyncio.Event().wait()
    writer.write(page(b"User-agent: *"))
    await writer.drain()


@pytest.mark.parametrize("answer", [never, only_robots], ids=["nothing after it", "the home page does not come"])
async def test_a_server_of_which_only_a_bad_certificate_came_is_not_called_dead(papers, answer):
    async with raw_server(answer, context=papers.context(days=-3)) as port:
        result = await visited(port, papers)
    assert (result.alive, codes(result), result.certificate.state) == (True, {"cert-expired"}, TlsState.EXPIRED)


async def test_a_server_that_reports_an_error_behind_a_bad_certificate_is_dead(papers):
    async with raw_server(says(page(status="500 Error")), context=papers.context(self_signed=True)) as port:
        result = await visited(port, papers)
    assert (result.alive, codes(result)) == (False, {"dead", "cert-chain"})


async def test_a_handshake_that_breaks_off_before_any_certificate_says_nothing_of_one(papers):
    async with raw_server(says(page())) as port:
        result = await visited(port, papers)
    assert (result.alive, codes(result), result.certificate.state) == (False, {"dead"}, TlsState.NONE)
