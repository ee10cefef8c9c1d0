"""`suluh check URL…`: look at live sites once, without a database (`contracts.md`)."""

from __future__ import annotations

import argparse
import asyncio
import json
import logging
import re
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlsplit

from suluh.kernel.http.client import Client
from suluh.kernel.http.politeness import Manners
from suluh.kernel.http.urls import BadUrl, normalise
from suluh.law.kinds import UnitKind
from suluh.monitoring.engine.values import FindingSeen, PostSeen, SiteMemory, SiteTask, VisitResult
from suluh.monitoring.engine.visit import failed_visit, visit
from suluh.project.cli.check_words import in_words

AT_ONCE = 6
"""Sites visited at the same time; results are still printed in input order."""

_KINDS = ("opd", "kecamatan", "kelurahan", "desa", "rsud", "main")
_NAMES = (
    (UnitKind.DESA, re.compile(r"\.desa\.id$|^(?:www\.)?desa[-.]|^(?:www\.)?(?:nagari|pekon|kampung)[-.]")),
    (UnitKind.KECAMATAN, re.compile(r"^(?:www\.)?kec(?:amatan)?[-.]")),
    (UnitKind.KELURAHAN, re.compile(r"^(?:www\.)?kel(?:urahan)?[-.]")),
    (UnitKind.RSUD, re.compile(r"^(?:www\.)?rsud")),
)


def kind_of(url: str) -> UnitKind:
    """The kind of unit that a host name speaks of, `opd` where it does not."""
    host = urlsplit(url if "//" in url else f"//{url}").hostname or ""
    return next((kind for kind, name in _NAMES if name.search(host)), UnitKind.OPD)


def shown(result: VisitResult, asked: str) -> dict[str, Any]:
    """One visit as the contract's line."""
    return {
        "url": asked,
        "alive": result.alive,
        "reason": result.reason.value,
        "observations": 1,
        "http_status": result.http_status,
        "tls": {"state": result.certificate.state.value, "days_left": result.certificate.days_left},
        "cms": result.cms,
        "feed": result.feed,
        "last_post": result.last_post.isoformat() if result.last_post else None,
        "posts": [_post(post) for post in result.posts],
        "items": [
            {"code": item.code, "found": item.found, "state": item.state.value, "evidence_url": item.evidence_url}
            for item in result.items
        ],
        "findings": [_finding(finding) for finding in result.findings],
        "timings": result.timings | {"visit": round((result.finished_at - result.started_at).total_seconds(), 3)},
        "requests": result.requests,
        "final_url": result.final_url,
        "error": result.error,
    }


def _post(post: PostSeen) -> dict[str, Any]:
    """A post whose list only says "two months ago" and whose page was not reached has no day."""
    known = post.published is not None and post.precision not in ("month", "year")
    day = post.published.isoformat() if post.published is not None and known else None
    return {"url": post.url, "title": post.title, "date": day, "precision": post.precision}


def _finding(finding: FindingSeen) -> dict[str, Any]:
    proof = finding.proof
    evidence = {"url": proof.url, "excerpt": proof.excerpt, "how": proof.how} if proof is not None else None
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "message": finding.message,
        "step": finding.step or None,
        "evidence": evidence,
    }


async def check_all(options: argparse.Namespace, tell: Callable[[dict[str, Any]], None]) -> int:
    """Visit every address, telling each result in input order as soon as it is known. Returns the number alive."""
    client = Client(
        allow_private=options.allow_private,
        extra_ca=options.ca,
        manners=Manners(gap=0.0 if options.allow_private else 0.2),
    )
    places = asyncio.Semaphore(AT_ONCE)
    tasks = [asyncio.create_task(_one(url, options, client, places)) for url in options.urls]
    alive = 0
    for task in tasks:
        line = await task
        alive += bool(line["alive"])
        tell(line)
    return alive


async def _one(url: str, options: argparse.Namespace, client: Client, places: asyncio.Semaphore) -> dict[str, Any]:
    task = SiteTask(
        url=url,
        kind=UnitKind(options.kind) if options.kind else kind_of(url),
        pair=options.pair,
        regency_hosts=tuple(options.regency_host),
        max_requests=options.max_requests,
        max_posts=options.posts,
    )
    now = datetime.now(UTC)
    memory = SiteMemory()
    async with places:
        try:
            result = await visit(task, memory, client, now)
        except Exception as fault:  # noqa: BLE001 - one address must not take the others' answers with it
            result = failed_visit(task, memory, now, fault)
    line = shown(result, url)
    try:
        normalise(url)
    except BadUrl as fault:
        line |= {"findings": [], "error": str(fault)}
    return line


def _parser(prog_name: str) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog=prog_name, description="Look at live sites once, without a database.")
    parser.add_argument("urls", nargs="+", metavar="URL")
    parser.add_argument("--json", action="store_true", help="one JSON object for each address")
    parser.add_argument("--kind", choices=_KINDS, help="kind of unit; guessed from the host name when left out")
    parser.add_argument("--allow-private", action="store_true", help="allow private addresses and any port")
    parser.add_argument("--max-requests", type=int, default=40, help="requests for each site (default 40)")
    parser.add_argument("--posts", type=int, default=100, help="most posts to list (default 100)")
    parser.add_argument("--pair", action="store_true", help="also look as a search engine; only where you may")
    parser.add_argument("--ca", metavar="FILE", help="PEM file of one more authority to trust")
    parser.add_argument(
        "--regency-host", action="append", default=[], metavar="HOST", help="host whose pages count as inherited"
    )
    return parser


def app(args: list[str], prog_name: str = "suluh check") -> None:
    """Run the command."""
    options = _parser(prog_name).parse_args(args)
    logging.basicConfig(level=logging.ERROR, stream=sys.stderr)

    def tell(line: dict[str, Any]) -> None:
        sys.stdout.write((json.dumps(line, ensure_ascii=False) if options.json else in_words(line)) + "\n")
        sys.stdout.flush()

    try:
        alive = asyncio.run(check_all(options, tell))  # for a few sites uvloop costs more to load than it saves
    except BrokenPipeError:
        sys.stderr.close()
        raise SystemExit(0) from None
    sys.stderr.write(f"{len(options.urls)} situs diperiksa, {alive} dapat dibuka\n")
