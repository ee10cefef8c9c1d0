"""No spelling, redirect or resolver leads the client to an address it must not reach."""

import pytest

from suluh.kernel.http import connector, session
from suluh.kernel.http.addresses import refusal
from suluh.kernel.http.answer import Reason
from suluh.kernel.http.client import Client
from suluh.kernel.http.names import Names
from tests.kernel.http.hostile import QUICK, get, open_client, page, raw_server, says

SPELLINGS = [
    "127.0.0.1", "127.1", "2130706433", "0x7f000001", "0x7f.0.0.1", "0177.0.0.1", "017700000001", "①②⑦.0.0.1",
    "１２７.0.0.1", "127。0。0。1", "%31%32%37.0.0.1", "[::1]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]",
    "[::127.0.0.1]", "[64:ff9b::7f00:1]", "[64:ff9b:1::7f00:1]", "[2002:7f00:1::]", "[2001:0:7f00:1::]",
    "0.0.0.0", "localhost", "situs.localhost", "LOCALHOST.", "169.254.169.254", "[fd00:ec2::254]", "10.0.0.1",
    "192.168.1.1", "172.16.0.1", "100.64.0.1", "100.100.100.200", "168.63.129.16", "224.0.0.1",
    "255.255.255.255", "240.0.0.1", "[fe80::1]", "[ff02::1]", "[fc00::1]", "198.18.0.1", "192.0.2.1",
    "[2001:db8::1]", "192.88.99.1",
]  # fmt: skip


class PretendsPublic(Client):
    """A client for which one loopback port counts as the public host pemda.example; all else is vetted as ever."""

    def __init__(self, port):
        super().__init__(limits=QUICK)
        self.public = ("127.0.0.1", port)
        self.names = PublicName(port)


class PublicName(Names):
    def __init__(self, port):
        super().__init__()
        self.port = port

    async def addresses(self, host, port):
        return [("127.0.0.1", self.port)] if host == "pemda.example" else await super().addresses(host, port)


@pytest.fixture
def one_public_port(monkeypatch):
    """The guard takes the pretended public port for public: loopback is the only network a test has."""
    real = connector.refused

    def refused(client, address, port):
        return None if (address, port) == getattr(client, "public", None) else real(client, address, port)

    monkeypatch.setattr(connector, "refused", refused)
    monkeypatch.setattr(session, "refused", refused)


@pytest.mark.parametrize("host", SPELLINGS)
async def test_a_forbidden_address_is_refused_in_every_spelling(host):
    answer = await get(f"http://{host}/", Client(limits=QUICK))
    assert (answer.reason, answer.status) == (Reason.PRIVATE_ADDRESS, None)


@pytest.mark.usefixtures("one_public_port")
@pytest.mark.parametrize("host", SPELLINGS)
async def test_a_redirect_to_a_forbidden_address_is_refused(host):
    async with raw_server(says(page(status="302 Found", Location=f"http://{host}/rahasia"))) as port:
        answer = await get("http://pemda.example/", PretendsPublic(port))
    assert (answer.reason, answer.hops) == (Reason.PRIVATE_ADDRESS, ("http://pemda.example/",))


@pytest.mark.usefixtures("one_public_port")
@pytest.mark.parametrize(
    "location", ["file:///etc/passwd", "ftp://pemda.example/", "gopher://x/", "http://a@b/", "//[::1]/"]
)
async def test_a_redirect_to_another_scheme_or_with_user_information_is_refused(location):
    async with raw_server(says(page(status="301 Moved", Location=location))) as port:
        answer = await get("http://pemda.example/", PretendsPublic(port))
    assert (answer.reason, answer.hops) == (Reason.PRIVATE_ADDRESS, ("http://pemda.example/",))


async def test_a_name_that_resolves_to_a_private_address_is_refused():
    async def lookup(host):
        return ["10.1.2.3"]

    answer = await get("http://pemda.example/", Client(lookup=lookup, limits=QUICK))
    assert answer.reason is Reason.PRIVATE_ADDRESS


async def test_a_name_that_changes_its_address_after_vetting_is_refused_at_the_socket():
    answers = iter([["93.184.216.34"], ["169.254.169.254"]])

    async def lookup(host):
        return next(answers)

    client = Client(lookup=lookup, limits=QUICK)
    client.names.keep = 0.0
    answer = await get("http://pemda.example/", client)
    assert answer.reason is Reason.PRIVATE_ADDRESS
    assert "169.254.169.254" in (answer.detail or "")


async def test_other_ports_than_80_and_443_are_refused():
    answer = await get("http://93.184.216.34:8080/", Client(limits=QUICK))
    assert answer.reason is Reason.PRIVATE_ADDRESS


async def test_localhost_names_are_answered_by_us_where_private_addresses_are_allowed():
    async with raw_server(says(page())) as port:
        answer = await get(f"http://dinas.localhost:{port}/")
    assert (answer.reason, answer.address) == (Reason.OK, "127.0.0.1")


async def test_a_local_map_sends_a_host_and_port_to_where_it_is_served():
    async with raw_server(says(page()), host="127.0.0.9") as port:
        client = open_client(local=lambda host, wanted: ("127.0.0.9", port) if host == "dinas.localhost" else None)
        answer = await get("http://dinas.localhost/", client)
    assert (answer.status, answer.address) == (200, "127.0.0.9")


async def test_the_local_map_is_not_asked_where_private_addresses_are_refused():
    client = Client(local=lambda host, port: ("93.184.216.34", 80), limits=QUICK)
    answer = await get("http://dinas.localhost/", client)
    assert answer.reason is Reason.PRIVATE_ADDRESS


async def test_proxies_of_the_environment_are_not_used(monkeypatch):
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    async with raw_server(says(page())) as port:
        answer = await get(f"http://127.0.0.1:{port}/")
    assert answer.status == 200


@pytest.mark.parametrize("address", ["93.184.216.34", "2606:2800:220:1::1", "8.8.8.8"])
def test_public_addresses_are_allowed(address):
    assert refusal(address) is None
