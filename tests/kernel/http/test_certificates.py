"""A certificate fault is named and told apart from a dead server; nothing read past it is kept."""

import pytest

from suluh.kernel.http.answer import Reason, TlsState
from tests.kernel.http.hostile import Papers, get, open_client, page, raw_server, says


@pytest.fixture(scope="module")
def papers(tmp_path_factory):
    return Papers(tmp_path_factory.mktemp("papers"))


async def over_tls(papers, **paper):
    async with raw_server(says(page()), context=papers.context(**paper)) as port:
        return await get(f"https://127.0.0.1:{port}/", open_client(extra_ca=str(papers.ca_file)))


async def test_a_good_certificate_is_ok_and_counts_its_days(papers):
    answer = await over_tls(papers)
    assert (answer.ok, answer.certificate.state, answer.certificate.days_left) == (True, TlsState.OK, 89)


@pytest.mark.parametrize(
    ("paper", "state"),
    [
        ({"days": -3}, TlsState.EXPIRED),
        ({"days": -3, "trusted": False}, TlsState.EXPIRED),
        ({"self_signed": True}, TlsState.SELF_SIGNED),
        ({"names": ("lain.example",)}, TlsState.NAME_MISMATCH),
        ({"names": ("lain.example",), "trusted": False}, TlsState.NAME_MISMATCH),
        ({"trusted": False}, TlsState.CHAIN),
    ],
)
async def test_each_fault_has_its_state(papers, paper, state):
    answer = await over_tls(papers, **paper)
    assert (answer.reason, answer.certificate.state) == (Reason.TLS, state)


async def test_a_server_with_a_certificate_fault_is_seen_alive_but_not_read(papers):
    answer = await over_tls(papers, self_signed=True)
    assert (answer.status, answer.body) == (200, b"")


async def test_an_expired_certificate_counts_negative_days(papers):
    assert (await over_tls(papers, days=-3)).certificate.days_left < 0
