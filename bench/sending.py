"""Deliveries to misbehaving platforms while workers race and are killed: what became of each, counted at the public.

`python -m bench.sending --deliveries 10000` is `make faults`. Truth is what the simulated platforms show; a delivery
counts as double when its words stand twice on one account, as lost when it is neither live, failed nor unclear at the
end or is called live and stands nowhere, as stuck when it was not settled 120 seconds past its time.
"""

from __future__ import annotations

import argparse
import os
import random
import secrets
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from bench.plain_publisher import publish_plainly
from suluh.demo.platforms.faults import MIX, Fault, FaultScript
from suluh.demo.platforms.server import SimulatedPlatforms

PLATFORMS = ("wordpress", "bluesky", "mastodon", "telegram")
SHARE = 15.0
"""Of a hundred requests so many go wrong."""
KILLS = {Fault.KILL_BEFORE: 0.25, Fault.KILL_AFTER: 0.25}
RATE = 22.0
"""Deliveries that fall due in a second."""
STUCK = 120.0
PATIENCE = 150.0
"""Seconds that the last deliveries get after they fell due."""
WORKERS = 2


@dataclass
class Tally:
    """What became of the deliveries of one platform."""

    sent: int = 0
    live: int = 0
    failed: int = 0
    unclear: int = 0
    double: int = 0
    lost: int = 0
    stuck: int = 0
    ambiguous: int = 0
    """Deliveries with at least one answer that left open whether the post was there, or a worker that died."""
    settled: int = 0
    """Of those, how many were settled without a person."""


@dataclass
class Report:
    """The whole run."""

    tallies: dict[str, Tally] = field(default_factory=dict)
    kills: int = 0
    seconds: float = 0.0
    plain_sent: int = 0
    plain_double: int = 0
    plain_lost: int = 0

    def total(self, name: str) -> int:
        """A figure over all platforms."""
        return sum(getattr(tally, name) for tally in self.tallies.values())


def run_faults(*, deliveries: int, seed: int, rate: float = RATE) -> Report:
    """Plan the deliveries in a database of their own, let workers race, kill them, count."""
    with _database() as folder:
        crew = Crew(folder)
        script = FaultScript(seed=seed, share=SHARE, mix={**MIX, **KILLS})
        with SimulatedPlatforms(script, on_kill=crew.kill_one) as servers:
            servers.late = 1.0
            last = _planned(servers, deliveries, rate)
            begin = time.monotonic()
            crew.start()
            try:
                _wait_until_settled(last)
            finally:
                crew.stop()
            report = Report(_tallied(servers), crew.kills, time.monotonic() - begin)
    plain = publish_plainly(min(deliveries, 2000), seed=seed, share=SHARE)
    report.plain_sent, report.plain_double, report.plain_lost = plain
    return report


class Crew:
    """Worker processes that are killed without notice and started again."""

    def __init__(self, folder: str) -> None:
        self.kills = 0
        self._environ = os.environ | {"SULUH_DATA": folder, "SULUH_ALLOW_PRIVATE": "1"}
        self._running: list[subprocess.Popen[bytes]] = []
        self._ended = threading.Event()
        self._watch = threading.Thread(target=self._keep_up, daemon=True)

    def start(self) -> None:
        """Start the workers and the one who replaces them."""
        self._running = [self._one() for _ in range(WORKERS)]
        self._watch.start()

    def stop(self) -> None:
        """End everything."""
        self._ended.set()
        self._watch.join()
        for worker in self._running:
            worker.kill()
            worker.wait()

    def kill_one(self) -> None:
        """kill -9 a worker that is up; the simulated platform calls it in the middle of a request."""
        up = [worker for worker in self._running if worker.poll() is None]
        if up:
            self.kills += 1
            random.choice(up).kill()

    def _one(self) -> subprocess.Popen[bytes]:
        return subprocess.Popen([sys.executable, "-m", "bench.sending_worker"], env=self._environ)

    def _keep_up(self) -> None:
        while not self._ended.wait(0.2):
            self._running = [worker if worker.poll() is None else self._one() for worker in self._running]


@contextmanager
def _database() -> Iterator[str]:
    with tempfile.TemporaryDirectory(prefix="suluh-sending-") as root:
        folder = str(Path(root) / "data")
        os.environ["SULUH_DATA"] = folder
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "suluh.project.settings")
        from suluh.project.config import config
        from suluh.project.database import PrivateDatabase
        from suluh.project.keys import keys_create

        keys_create(config())
        database = PrivateDatabase(Path(folder), for_tests=True)
        database.open(must_own=True)
        try:
            import django

            django.setup()
            from suluh.project.schema import schema_bring_up

            schema_bring_up()
            yield folder
        finally:
            from django.db import connections

            connections.close_all()
            database.close()


def _planned(servers: SimulatedPlatforms, deliveries: int, rate: float) -> object:
    """Connect accounts and plan; returns when the last delivery falls due."""
    from django.utils import timezone

    from suluh.channels.frozen import Content
    from suluh.channels.services.connecting import channel_connect
    from suluh.channels.services.planning import deliveries_plan
    from suluh.organization.models import Account
    from suluh.organization.rights import OPERATOR
    from suluh.organization.services.sites import site_add
    from suluh.organization.services.units import government_ensure, unit_add

    _, root = government_ensure(name="Kabupaten Arunika", by=OPERATOR)
    accounts = max(2, min(50, deliveries // 40))
    channels = []
    for number in range(accounts):
        unit = unit_add(name=f"Dinas {number}", kind="opd", parent=root, by=OPERATOR)
        site = site_add(unit=unit, url=f"http://d{number}.arunika.localhost", by=OPERATOR)
        for platform in PLATFORMS:
            name = f"{platform}{number}"
            holder = (
                site if platform == "wordpress" else Account.objects.create(unit=unit, platform=platform, handle=name)
            )
            secrets_of = {"user": "redaksi", "password": "sandi", "token": name}
            address = servers.address(platform, name)
            channels.append(channel_connect(holder=holder, address=address, secrets=secrets_of, by=OPERATOR))
    start = timezone.now() + timedelta(seconds=8)
    due = start
    for number in range(deliveries):
        due = start + timedelta(seconds=number / rate)
        channel = channels[number % len(channels)]
        content = Content(text=f"Berita nomor {number} dari {channel.handle}", title=f"Berita {number}")
        deliveries_plan(
            source=f"story:{number}", unit=channel.unit, contents={channel: content}, due_at=due, by=OPERATOR
        )
    return due


def _wait_until_settled(last: object) -> None:
    from django.utils import timezone

    from suluh.channels.models import Delivery

    while timezone.now() < last + timedelta(seconds=PATIENCE):  # type: ignore[operator]
        time.sleep(2)
        if not Delivery.objects.filter(state__in=Delivery.OPEN).exists():
            return


def _tallied(servers: SimulatedPlatforms) -> dict[str, Tally]:
    from django.db.models import Count, Q

    from suluh.channels.models import Delivery

    shown = Counter(_number(post.text) for post in servers.shown.posts)
    tallies = {name: Tally() for name in PLATFORMS}
    doubted = Count("attempts", filter=Q(attempts__outcome="unsure") | Q(attempts__kind="look"))
    for delivery in Delivery.objects.select_related("channel").annotate(doubted=doubted):
        tally = tallies[delivery.channel.platform]
        state, times = delivery.state, shown[_number(delivery.content["text"])]
        tally.sent += 1
        tally.double += times > 1
        tally.lost += state in Delivery.OPEN or (state == Delivery.State.LIVE and not times)
        tally.live += state == Delivery.State.LIVE
        tally.failed += state == Delivery.State.FAILED
        tally.unclear += state == Delivery.State.UNCLEAR
        late = (delivery.settled_at - delivery.due_at).total_seconds() if delivery.settled_at else STUCK + 1
        tally.stuck += late > STUCK
        if delivery.doubted or delivery.tries > 1:
            tally.ambiguous += 1
            tally.settled += state in (Delivery.State.LIVE, Delivery.State.FAILED)
    return tallies


def _number(text: str) -> str:
    return text.split("nomor ", 1)[-1].split(" ", 1)[0]


def main() -> int:
    """Run, print a line a platform, and the one line that counts; 1 when something was double, lost or stuck."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--deliveries", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=None)
    options = parser.parse_args()
    seed = options.seed if options.seed is not None else secrets.randbelow(10**9)
    print(f"seed {seed}: {options.deliveries} deliveries, {WORKERS} workers, {SHARE:.0f} % of requests go wrong")
    report = run_faults(deliveries=options.deliveries, seed=seed)
    for name, tally in report.tallies.items():
        share = tally.settled / tally.ambiguous if tally.ambiguous else 1.0
        print(
            f"{name:<10} sent={tally.sent} live={tally.live} failed={tally.failed} unclear={tally.unclear} "
            f"double={tally.double} ambiguous={tally.ambiguous} settled by looking={share:.3f}"
        )
    print(
        f"plain publisher that tries three times, same faults without kills: sent={report.plain_sent} "
        f"double={report.plain_double} lost={report.plain_lost}"
    )
    print(f"workers killed: {report.kills}, {report.seconds:.0f} s")
    totals = {name: report.total(name) for name in ("sent", "double", "lost", "stuck", "unclear")}
    print(" ".join(f"{name}={count}" for name, count in totals.items()))
    return 1 if totals["double"] or totals["lost"] or totals["stuck"] else 0


if __name__ == "__main__":
    raise SystemExit(main())
