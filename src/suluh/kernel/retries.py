"""When a failed job is tried again: later each time, and never all at the same moment."""

import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from procrastinate.jobs import Job
from procrastinate.retry import BaseRetryStrategy, RetryDecision


@dataclass(frozen=True, slots=True)
class Backoff(BaseRetryStrategy):
    """Doubling pauses with full jitter: try n waits between half and all of `first` · 2ⁿ seconds, at most `longest`.

    After `tries` attempts the job fails for good and stays visible with its reason; errors not in `on` fail at once.
    """

    tries: int = 6
    first: float = 10.0
    longest: float = 3600.0
    on: tuple[type[BaseException], ...] = (Exception,)
    dice: Callable[[], float] = random.random

    def pause(self, attempts: int) -> float:
        """Seconds to wait after `attempts` earlier attempts."""
        whole = min(self.first * 2.0**attempts, self.longest)
        return whole * (0.5 + 0.5 * self.dice())

    def get_retry_decision(self, *, exception: BaseException, job: Job) -> RetryDecision | None:
        """Procrastinate's question: again, and when? `job.attempts` does not count the attempt that just failed."""
        if job.attempts + 1 >= self.tries or not isinstance(exception, self.on):
            return None
        return RetryDecision(retry_at=datetime.now(UTC) + timedelta(seconds=self.pause(job.attempts)))
