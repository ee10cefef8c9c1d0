"""The named peer of the fault run: the same calls, from a publisher that tries three times and believes what it hears.

It gives every try a key of its own, keeps no notes and never looks: that is what a retry around "publish" does.
"""

from __future__ import annotations

import asyncio
import uuid
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime

from bench.sending_tally import Tally, counted
from bench.sending_world import content_for
from suluh.demo.platforms.faults import FaultScript
from suluh.demo.platforms.server import SimulatedPlatforms
from suluh.kernel.http.calls import Calls
from suluh.kernel.http.client import Client, Limits
from suluh.platforms.access import Renewed, Renews
from suluh.platforms.platform import platforms
from suluh.platforms.values import Access, Errand, Live, Post, Unsure

TRIES = 3
AT_ONCE = 16
EACH = 3
"""Posts an account: fewer than any platform's limit, so that only faults cost it anything."""


def publish_plainly(tallies: dict[str, Tally], *, seed: int, share: float) -> None:
    """Publish as many posts on each platform as we did, without kills; writes doubles and losses into the tallies."""
    posts = [(name, number) for name, tally in tallies.items() for number in range(tally.sent)]
    with SimulatedPlatforms(FaultScript(seed=seed)) as servers:
        servers.late = 1.0
        asyncio.run(_publish(servers, posts, share))
        seen: Counter[tuple[str, str]] = counted(servers.shown)
    for name, number in posts:
        times = seen[name, str(number)]
        tallies[name].plain_double += times > 1
        tallies[name].plain_lost += times == 0


async def _publish(servers: SimulatedPlatforms, posts: list[tuple[str, int]], share: float) -> None:
    from suluh.channels.public_media import address_of
    from suluh.organization.media_store import read

    gate = asyncio.Semaphore(AT_ONCE)
    client = Client(allow_private=True, limits=Limits(total=1.5, connect=1.5))

    accounts = {(name, number // EACH) for name, number in posts}
    entered = {each: await _entered(client, servers, *each) for each in sorted(accounts)}
    servers.script.share = share
    bare = {name: content_for(name, 0).as_post(read, address_of) for name, _ in posts}

    async def one(name: str, number: int) -> None:
        said = content_for(name, number)
        post = replace(bare[name], text=said.text, title=said.title)
        async with gate:
            await _try(client, name, entered[name, number // EACH], post)

    await asyncio.gather(*(one(*each) for each in posts))


async def _entered(client: Client, servers: SimulatedPlatforms, name: str, number: int) -> Access:
    """An account's access, with a token that has just been renewed where tokens are short, before any fault."""
    access, platform = servers.access(name, f"{name}{number}"), platforms()[name]
    if not isinstance(platform, Renews):
        return access
    async with Calls(client) as calls:
        answer = await platform.renew(access, calls)
    if not isinstance(answer, Renewed):
        raise RuntimeError(f"{name} gave no token: {answer}")
    return replace(access, secrets={**access.secrets, **answer.secrets})


async def _try(client: Client, name: str, access: Access, post: Post) -> None:
    for _ in range(TRIES):
        async with Calls(client) as calls:
            errand = Errand(post, access, uuid.uuid4().hex, datetime.now(UTC), calls)
            heard = await platforms()[name].send(errand)
        # a platform that says it is at work on the post has taken it
        if isinstance(heard, Live) or (isinstance(heard, Unsure) and heard.patience):
            return
