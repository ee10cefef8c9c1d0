"""When a failed job is tried again."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from procrastinate.jobs import Job

from suluh.kernel.retries import Backoff


def job(attempts: int) -> Job:
    return Job(id=1, queue="q", lock=None, queueing_lock=None, task_name="t", attempts=attempts)


@given(st.integers(0, 40), st.floats(0, 1))
def test_a_pause_lies_between_half_and_all_of_its_step_and_never_over_the_longest(attempts: int, dice: float) -> None:
    pause = Backoff(first=10, longest=3600, dice=lambda: dice).pause(attempts)
    step = min(10 * 2.0**attempts, 3600)
    assert step / 2 <= pause <= step


@pytest.mark.parametrize(("attempts", "again"), [(0, True), (1, True), (2, False)])
def test_the_last_of_three_tries_fails_for_good(attempts: int, again: bool) -> None:
    decision = Backoff(tries=3).get_retry_decision(exception=OSError(), job=job(attempts))
    assert (decision is not None) is again


def test_an_error_of_another_kind_fails_at_once() -> None:
    assert Backoff(on=(OSError,)).get_retry_decision(exception=ValueError(), job=job(0)) is None


def test_the_next_try_lies_in_the_future() -> None:
    decision = Backoff(first=60).get_retry_decision(exception=OSError(), job=job(0))
    assert decision is not None
    assert decision.retry_at is not None
    assert decision.retry_at > datetime.now(UTC)
