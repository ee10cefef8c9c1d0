"""Sending as an installation does it, with its own worker: the morning burst, an urgent notice in it, and memory."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import timedelta
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from bench.harness import Row
from bench.sending_tally import number_in
from bench.sending_world import channels_connect, content_for, database
from suluh.demo.platforms.server import SimulatedPlatforms
from suluh.platforms.platform import platforms

ACCOUNTS = {"small": 20, "full": 200, "big": 200}
POSTS_EACH = 5
UNITS = 100
NOTICE_BAR = 10.0
MEMORY_BAR = 400.0
PATIENCE = 240.0


def run(seed: int, scale: str) -> Iterable[Row]:  # noqa: ARG001 - nothing here is drawn
    """One installation, one worker, platforms at rest."""
    with ExitStack() as stack:
        servers = stack.enter_context(SimulatedPlatforms())
        folder = stack.enter_context(database(servers.origin))
        names = sorted(servers.platforms.keys() & platforms().keys())
        accounts = ACCOUNTS[scale]
        channels = channels_connect(servers, names, max(1, accounts // len(names)))[:accounts]
        worker = stack.enter_context(_process(folder, "worker"))
        port = _free_port()
        web = stack.enter_context(_process(folder, "web", "--port", str(port)))
        yield from _burst_with_notice(servers, channels)
        yield _memory(worker, web, port)


def _burst_with_notice(servers: SimulatedPlatforms, channels: list) -> Iterator[Row]:  # type: ignore[type-arg]
    from django.db import transaction
    from django.db.models import Max
    from django.utils import timezone

    from suluh.channels.models import Delivery
    from suluh.channels.services.planning import deliveries_plan
    from suluh.organization.rights import OPERATOR

    count = len(channels) * POSTS_EACH
    on = f"{len(channels)} accounts of {len(servers.platforms)} platforms, {POSTS_EACH} posts each, one worker"
    with transaction.atomic():
        for number in range(count):
            channel = channels[number % len(channels)]
            content = content_for(channel.platform, number)
            due = timezone.now() - timedelta(minutes=1)
            contents = {channel: content}
            deliveries_plan(source=f"story:{number}:1", unit=channel.unit, contents=contents, due_at=due, by=OPERATOR)
    while not Delivery.objects.filter(state=Delivery.State.LIVE).exists():
        time.sleep(0.05)
    # the notice goes to the channels at the end of the queue, those that would be served last
    last = channels[-len(servers.platforms) :]
    approved = timezone.now()
    notice = {channel: content_for(channel.platform, count + at) for at, channel in enumerate(last)}
    deliveries_plan(source="notice:1:1", unit=last[0].unit, contents=notice, due_at=approved, urgent=True, by=OPERATOR)
    queued = Delivery.objects.filter(state=Delivery.State.WAITING, urgent=False).count()
    told = Delivery.objects.filter(source="notice:1:1", state=Delivery.State.LIVE)
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and Delivery.objects.filter(state__in=Delivery.OPEN).exists():
        time.sleep(0.1)
    first = min((row.settled_at for row in told), default=None)
    seconds = (first - approved).total_seconds() if first else PATIENCE
    there = f"{queued} posts queued before it, {on}"
    bar = f"< {NOTICE_BAR:.0f}"
    yield Row(
        "speaking", "notice on its first channel after approval", seconds, "s", bar, seconds < NOTICE_BAR, on=there
    )
    every = max((row.settled_at for row in told), default=None)
    all_seconds = (every - approved).total_seconds() if every and told.count() == len(last) else PATIENCE
    yield Row("speaking", "notice on its last channel", all_seconds, "s", "printed", True, on=there)
    refused = sum(times for (_, status), times in servers.answered.items() if status == 429)
    yield Row("speaking", "morning burst, answers that asked for a pause", refused, "answers", "0", not refused, on=on)
    wrong = _out_of_order(servers)
    yield Row("speaking", "morning burst, accounts with posts out of order", wrong, "accounts", "0", not wrong, on=on)
    open_ = Delivery.objects.exclude(state=Delivery.State.LIVE).select_related("channel")
    left = {"why": dict(Counter(f"{row.channel.platform}: {row.state} {row.reason}" for row in open_))}
    what = "morning burst, posts not live at the end"
    yield Row("speaking", what, len(open_), "posts", "0", not open_, on=on, more=left)
    last_at = Delivery.objects.aggregate(at=Max("settled_at"))["at"]
    spent = (last_at - approved).total_seconds()
    yield Row("speaking", "morning burst, until the last post", spent, "s", "printed", True, on=on)


def _out_of_order(servers: SimulatedPlatforms) -> int:
    shown: dict[tuple[str, str], list[int]] = defaultdict(list)
    for post in servers.shown.posts:
        number = int(number_in(post.text, str(post.more.get("title", ""))))
        shown[post.platform, post.account].append(number)
    notices = max(max(numbers) for numbers in shown.values()) - len(servers.platforms)
    plain = [[number for number in numbers if number <= notices] for numbers in shown.values()]
    return sum(numbers != sorted(numbers) for numbers in plain)


def _memory(worker: int, web: int, port: int) -> Row:
    """Proportional share of memory of both process trees, after pages were asked for."""
    from suluh.organization.models import Unit
    from suluh.organization.rights import OPERATOR
    from suluh.organization.services.units import unit_add

    root = Unit.objects.get(parent=None)
    for number in range(Unit.objects.count(), UNITS):
        unit_add(name=f"Kantor {number}", kind="opd", parent=root, by=OPERATOR)
    for address in ("/", "/redaksi/", "/masuk/") * 5:
        _fetched(f"http://127.0.0.1:{port}{address}")
    total = sum(_kilobytes(pid) for root in (worker, web) for pid in _tree(root)) / 1024
    on = f"{UNITS} units, after the burst; PostgreSQL not counted"
    return Row("speaking", "memory of web and worker", total, "MB", f"< {MEMORY_BAR:.0f}", total < MEMORY_BAR, on=on)


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as found:
        return int(found.getsockname()[1])


def _fetched(url: str) -> None:
    try:
        urlopen(url, timeout=20).read()
    except URLError:
        return


def _tree(root: int) -> list[int]:
    """The process and all that it started."""
    found, parents = [root], {root}
    for stat in sorted(Path("/proc").glob("[0-9]*/stat"), key=lambda path: int(path.parent.name)):
        try:
            parent = int(stat.read_text().rsplit(")", 1)[1].split()[1])
        except (OSError, IndexError):
            continue
        if parent in parents:
            found.append(int(stat.parent.name))
            parents.add(found[-1])
    return found


def _kilobytes(pid: int) -> int:
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)


@contextmanager
def _process(folder: str, *words: str) -> Iterator[int]:
    """A part of an installation on the run's database."""
    environ = os.environ | {"SULUH_DATA": folder, "SULUH_ALLOW_PRIVATE": "1"}
    code = "from suluh.project.cli import main; main()"
    started = subprocess.Popen([sys.executable, "-c", code, *words], env=environ, stdin=subprocess.DEVNULL)
    try:
        yield started.pid
    finally:
        started.send_signal(signal.SIGTERM)
        try:
            started.wait(20)
        except subprocess.TimeoutExpired:
            started.kill()
            started.wait()
