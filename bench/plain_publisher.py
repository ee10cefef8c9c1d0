"""The named peer of the fault run: a publisher that tries three times and believes what it is told."""

from __future__ import annotations

import asyncio
from collections import Counter

import aiohttp

from suluh.demo.platforms.faults import FaultScript
from suluh.demo.platforms.server import SimulatedPlatforms

TRIES = 3
AT_ONCE = 8


def publish_plainly(posts: int, *, seed: int, share: float) -> tuple[int, int, int]:
    """Publish to Mastodon and Telegram in turn; returns posts, doubles, and posts that stand nowhere."""
    with SimulatedPlatforms(FaultScript(seed=seed, share=share)) as servers:
        asyncio.run(_publish(servers, posts))
        shown = Counter(post.text for post in servers.shown.posts)
    doubles = sum(times > 1 for times in shown.values())
    return posts, doubles, posts - len(shown)


async def _publish(servers: SimulatedPlatforms, posts: int) -> None:
    gate = asyncio.Semaphore(AT_ONCE)
    async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=1.5)) as http:

        async def one(number: int) -> None:
            async with gate:
                await _try(http, servers, number)

        await asyncio.gather(*(one(number) for number in range(posts)))


async def _try(http: aiohttp.ClientSession, servers: SimulatedPlatforms, number: int) -> None:
    text = f"Berita nomor {number}"
    if number % 2:
        url, carried = servers.address("telegram") + "/botx/sendMessage", {"chat_id": "@d", "text": text}
    else:
        url, carried = servers.address("mastodon") + "/api/v1/statuses", {"status": text}
    for _ in range(TRIES):
        try:
            async with http.post(url, json=carried, headers={"Authorization": "Bearer d"}) as answer:
                if answer.ok and "json" in answer.content_type:
                    return
        except (aiohttp.ClientError, TimeoutError):
            continue
