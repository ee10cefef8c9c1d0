"""Looking at addresses and judging what came back: pure of the database."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.utils.translation import gettext_lazy as _

from suluh.kernel.http.answer import Answer, Reason
from suluh.kernel.http.client import Client
from suluh.kernel.http.session import Session

ENOUGH = 65_536
"""Bytes that show that a page or file is there."""
FRONT_PAGE = "front-page"
WHY = {
    Reason.DNS: _("the name of the site is not known"),
    Reason.REFUSED: _("the site takes no connection"),
    Reason.TIMEOUT: _("the site did not answer in time"),
    Reason.TLS: _("the site's certificate is not valid"),
    Reason.HTTP_4XX: _("the page is not there any more"),
    Reason.HTTP_5XX: _("the site has a fault of its own"),
    Reason.EMPTY: _("the page is empty"),
    Reason.REDIRECT_LOOP: _("the address leads round in a circle"),
    Reason.PRIVATE_ADDRESS: _("the address lies in a closed network, where citizens cannot go"),
    FRONT_PAGE: _("the address leads to the front page now; the document itself is gone"),
}
"""What is told of an address that did not open."""


@dataclass(frozen=True, slots=True)
class Look:
    """What one look saw: `why` is empty where the address opens; `closed` where it lets no machine in."""

    why: str = ""
    status: int | None = None
    closed: bool = False


def judge(answer: Answer) -> Look:
    """What an answer says of an address. 401, 403 and 429 say nothing about what a citizen sees."""
    if answer.reason is Reason.BLOCKED:
        return Look(status=answer.status, closed=True)
    if answer.reason is not Reason.OK:
        return Look(why=str(answer.reason), status=answer.status)
    return Look(why=FRONT_PAGE if _sent_home(answer) else "", status=answer.status)


def look_at(links: Sequence[str], client: Client) -> Mapping[str, Look]:
    """Visit each address once: servers side by side, the addresses of one server one after the other."""
    return asyncio.run(_all(links, client))


async def _all(links: Sequence[str], client: Client) -> dict[str, Look]:
    servers: dict[str, list[str]] = {}
    for link in dict.fromkeys(links):
        servers.setdefault(urlsplit(link).netloc.lower(), []).append(link)
    found = await asyncio.gather(*(_server(of_one, client) for of_one in servers.values()))
    return {link: look for looks in found for link, look in looks.items()}


async def _server(links: Sequence[str], client: Client) -> dict[str, Look]:
    async with Session(client) as session:
        return {link: judge(await session.fetch(link, cap=ENOUGH)) for link in links}


def _sent_home(answer: Answer) -> bool:
    """True when a deep address was redirected to the front page of a site."""
    asked, got = urlsplit(answer.requested), urlsplit(answer.url)
    deep = asked.path.strip("/") or asked.query
    return bool(answer.hops) and bool(deep) and not got.path.strip("/") and not got.query
