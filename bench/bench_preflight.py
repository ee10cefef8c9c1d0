"""Rules of every platform: each broken and told before approval; random posts that pass and that nobody refuses."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from uuid import uuid4

from bench.breaking import breaking
from bench.drafts import Drafts, sound
from bench.harness import Row, cpu
from bench.mending import mended
from suluh.demo.platforms.pages import HOSTED
from suluh.demo.platforms.server import SimulatedPlatforms
from suluh.kernel.http.calls import Calls
from suluh.kernel.http.client import Client, Limits
from suluh.platforms.access import Renewed, Renews
from suluh.platforms.platform import Platform, platforms
from suluh.platforms.values import Access, Errand, Later, Live, Outcome, Post, Refused, Sighting, Unsure

POSTS = {"small": 100, "full": 600, "big": 3000}
TRIES = 4
"""Times that a post is sent which the platform still works on or that a busy machine kept from it."""


@dataclass
class Count:
    """What became of the random posts of one platform."""

    drawn: int = 0
    passed: int = 0
    mended: int = 0
    refused: list[str] = field(default_factory=list)


def run(seed: int, scale: str) -> Iterable[Row]:
    """Rows on the table, then a row a platform on random posts."""
    yield from _rows_on_rules()
    with SimulatedPlatforms() as servers:
        for name, platform in platforms().items():
            if name in servers.platforms:
                yield _row_on_posts(servers, platform, Drafts(seed), POSTS[scale])


def _rows_on_rules() -> Iterator[Row]:
    rules = [(platform, rule) for platform in platforms().values() for rule in platform.rules.table]
    broken = [(platform, rule, post) for platform, rule in rules for post in breaking(rule, sound(platform))]
    told, seconds = cpu(lambda: [_tells(platform, rule.code, post) for platform, rule, post in broken])
    recalled = sum(rule.fact.recalled for _, rule in rules)
    on = f"{len(rules)} rules of {len(platforms())} platforms, {recalled} of them recalled; {len(broken)} posts"
    missed = len(broken) - sum(told)
    yield Row("preflight", "broken rules not told before approval", missed, "posts", "0", not missed, on=on)
    each = 1000 * seconds / len(broken)
    yield Row("preflight", "reading the rules over a post", round(each, 3), "ms CPU", "≤ 10", each <= 10, on=on)


def _tells(platform: Platform, code: str, post: Post) -> bool:
    return code in {breach.code for breach in platform.rules.breaches(post)}


def _row_on_posts(servers: SimulatedPlatforms, platform: Platform, drafts: Drafts, number: int) -> Row:
    count = Count()
    access = _let_in(servers.access(platform.name, "dinkes"), platform)
    for _ in range(number):
        drawn = drafts.post()
        post = mended(drawn, platform.rules)
        count.drawn += 1
        if platform.rules.breaches(post):
            continue
        count.passed += 1
        count.mended += post != drawn
        before = len(servers.shown.refused)
        outcome = asyncio.run(_sent(servers, platform, access, post))
        if not isinstance(outcome, Live):
            count.refused.append(" ".join(why for _, why in servers.shown.refused[before:]) or repr(outcome))
    on = f"{count.drawn} random posts, {count.passed} passed, {count.mended} of them after the remedies"
    what = f"{platform.name}: posts refused that the rules had passed"
    more = {"why": sorted(set(count.refused))[:5]}
    met = not count.refused and count.passed > 0
    return Row("preflight", what, len(count.refused), "posts", "0", met, on=on, more=more)


def _let_in(access: Access, platform: Platform) -> Access:
    """Access with a token that works, as channels get it before they send."""
    if not isinstance(platform, Renews):
        return access

    async def renewed() -> Renewed | Refused | Unsure:
        async with Calls(Client(allow_private=True, limits=Limits(total=5.0))) as calls:
            return await platform.renew(access, calls)

    answer = asyncio.run(renewed())
    return replace(access, secrets={**access.secrets, **answer.secrets}) if isinstance(answer, Renewed) else access


async def _sent(servers: SimulatedPlatforms, platform: Platform, access: Access, post: Post) -> Outcome | Sighting:
    """What came of it in the end: a post that is still worked on is asked about, as channels do."""
    notes: dict[str, str] = {}
    key, at = uuid4().hex, datetime.now(UTC)

    async def keep(name: str, value: str) -> None:
        notes[name] = value

    outcome: Outcome | Sighting = Later(0.0, "")
    for _ in range(TRIES):
        async with Calls(Client(allow_private=True, limits=Limits(total=5.0))) as calls:
            errand = Errand(_hosted(servers, post), access, key, at, calls, dict(notes), keep)
            outcome = await (platform.look(errand) if isinstance(outcome, Unsure) else platform.send(errand))
        if not isinstance(outcome, Later | Unsure):
            break
        await asyncio.sleep(0.2)
    return outcome


def _hosted(servers: SimulatedPlatforms, post: Post) -> Post:
    """The post with its media where platforms can fetch them."""
    media = []
    for medium in post.media:
        token = uuid4().hex
        servers.shown.files[token] = (medium.mime, medium.content)
        media.append(replace(medium, url=f"{servers.origin}{HOSTED}{token}/{medium.name}"))
    return replace(post, media=tuple(media))
