"""Deliveries to misbehaving platforms while workers race and are killed: what became of each, counted at the public.

`python -m bench.sending --deliveries 10000` is `make faults`. It takes every platform that has a folder and a
simulator; afterwards some of what is live is corrected or withdrawn under the same faults. The last line counts as
double what stands twice on one account, as lost what is neither live, failed nor unclear at the end (or told so
untruly), as stuck what was not settled 120 seconds past its time.
"""

from __future__ import annotations

import argparse
import secrets
import time
from dataclasses import dataclass
from datetime import datetime, timedelta

from bench.plain_publisher import publish_plainly
from bench.sending_changes import Changes, changes_counted, changes_plan
from bench.sending_crew import Crew
from bench.sending_tally import STUCK, Tally, tallied, total
from bench.sending_world import channels_connect, database, deliveries_begin, deliveries_make
from suluh.demo.platforms.faults import MIX, Fault, FaultScript
from suluh.demo.platforms.server import SimulatedPlatforms
from suluh.platforms.platform import platforms
from suluh.platforms.values import Means

SHARE = 15.0
"""Of a hundred requests so many go wrong."""
KILLS = {Fault.KILL_BEFORE: 0.25, Fault.KILL_AFTER: 0.25}
RATE = 12.0
"""Deliveries that fall due in a second, on two cores that also carry the simulated platforms."""
GAP = 60.0
"""Seconds between two posts of an account. TikTok opens six uploads a minute for an account, a cut one counts, and the
posts of an account go out in their order: one a minute leaves five for what faults cost. Nothing is excused: a delivery
that waits for the quota or for its turn is stuck 120 seconds after its time like any other."""
PATIENCE = STUCK + 30.0
"""Seconds that the last deliveries get after they fell due."""
WORKERS = 2
ENOUGH = 0.99
"""Least share of ambiguous deliveries that looking settles, where a platform can be asked."""


@dataclass
class Report:
    """The whole run."""

    tallies: dict[str, Tally]
    changes: Changes
    kills: int
    seconds: float

    @property
    def clean(self) -> bool:
        """True when nothing was double, lost or stuck, and looking settled what it can."""
        summed = total(self.tallies)
        asked = [tally.share for name, tally in self.tallies.items() if platforms()[name].means is not Means.NONE]
        wrong = summed.double or summed.lost or summed.stuck or self.changes.untrue or self.changes.stuck
        return not wrong and all(share >= ENOUGH for share in asked)


def run_faults(*, deliveries: int, seed: int, rate: float = RATE) -> Report:
    """Plan the deliveries in a database of their own, let workers race, kill them, count."""
    script = FaultScript(seed=seed, share=SHARE, mix={**MIX, **KILLS})
    crew = Crew(WORKERS)
    with SimulatedPlatforms(script, on_kill=crew.kill_one) as servers, database(servers.origin):
        servers.late = 1.0
        names = sorted(servers.platforms.keys() & platforms().keys())
        units = max(2, min(round(rate * GAP / len(names)), deliveries // (2 * len(names))))
        deliveries_make(channels_connect(servers, names, units), deliveries)
        try:
            crew.start()
            begin = time.monotonic()
            ended = _wait_until_settled(deliveries_begin(rate))
            tallies = tallied(servers.shown, ended)
            changes_plan()
            ended = _wait_until_settled(ended)
        finally:
            crew.stop()
        changes = changes_counted(servers.shown, ended)
        report = Report(tallies, changes, crew.kills, time.monotonic() - begin)
        publish_plainly(report.tallies, seed=seed, share=SHARE)
    return report


def _wait_until_settled(last: datetime) -> datetime:
    """Returns when everything was settled, or when patience ended."""
    from django.utils import timezone

    from suluh.channels.models import Delivery

    while timezone.now() < last + timedelta(seconds=PATIENCE):
        time.sleep(2)
        if not Delivery.objects.filter(state__in=Delivery.OPEN).exists():
            break
    return timezone.now()


def table(report: Report) -> list[str]:
    """A line a platform: ours, and beside it the plain publisher."""
    head = (
        f"{'platform':<10} {'means':<9} {'sent':>6} {'live':>6} {'failed':>6} {'unclear':>7} {'double':>6} {'lost':>5}"
    )
    lines = [f"{head} {'stuck':>5} {'ambiguous':>9} {'settled by looking':>18} | plain: {'double':>6} {'lost':>5}"]
    for name, one in sorted(report.tallies.items()):
        means = platforms()[name].means
        share = "asks a person" if means is Means.NONE else f"{one.share:.4f}"
        lines.append(
            f"{name:<10} {means:<9} {one.sent:>6} {one.live:>6} {one.failed:>6} {one.unclear:>7} {one.double:>6} "
            f"{one.lost:>5} {one.stuck:>5} {one.ambiguous:>9} {share:>18} "
            f"|        {one.plain_double:>6} {one.plain_lost:>5}"
        )
    return lines


def main() -> int:
    """Run, print a line a platform, and the one line that counts; 1 when something was double, lost or stuck."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--deliveries", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=None)
    parser.add_argument("--rate", type=float, default=RATE)
    options = parser.parse_args()
    seed = options.seed if options.seed is not None else secrets.randbelow(10**9)
    print(f"seed {seed}: {options.deliveries} deliveries, {WORKERS} workers, {SHARE:.0f} % of requests go wrong")
    report = run_faults(deliveries=options.deliveries, seed=seed, rate=options.rate)
    print("\n".join(table(report)))
    summed = total(report.tallies)
    plain = f"sent={summed.sent} double={summed.plain_double} lost={summed.plain_lost}"
    print(f"plain publisher that tries three times, same faults without kills: {plain}")
    print(f"corrections and withdrawals of what is live, same faults: {report.changes}")
    print(f"workers killed: {report.kills}, {report.seconds:.0f} s")
    print(" ".join(f"{name}={getattr(summed, name)}" for name in ("sent", "double", "lost", "stuck", "unclear")))
    return 0 if report.clean else 1


if __name__ == "__main__":
    raise SystemExit(main())
