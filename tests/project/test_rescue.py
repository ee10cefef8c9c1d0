"""Jobs of dead workers return to the queue."""

import asyncio

import pytest
from django.db import connection
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob

from suluh.project.worker import MOST_DEATHS, WorkerConnector, rescue_jobs

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def no_other_jobs(transactional_db: None) -> None:
    """Procrastinate's tables are not Django's own, so they are not emptied between tests."""
    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE procrastinate_jobs, procrastinate_workers CASCADE")


def running_job(*, silent_for: int, attempts: int = 0) -> int:
    """A job that a worker was running when it last gave a sign of life so many seconds ago."""
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO procrastinate_workers (last_heartbeat) VALUES (now() - %s * interval '1 second') RETURNING id",
            [silent_for],
        )
        (worker,) = cursor.fetchone()
        cursor.execute(
            "INSERT INTO procrastinate_jobs (queue_name, task_name, status, attempts, worker_id, lock)"
            " VALUES ('sweep', 'gated', 'doing', %s, %s, 'akun 1') RETURNING id",
            [attempts, worker],
        )
        (job,) = cursor.fetchone()
    return int(job)


def rescue() -> int:
    async def run() -> int:
        with app.replace_connector(WorkerConnector(app.connector)) as working:
            async with working.open_async():
                return await rescue_jobs(working, silence=30)

    return asyncio.run(run())


def test_the_job_of_a_silent_worker_is_to_be_done_again() -> None:
    job = running_job(silent_for=31)
    assert rescue() == 1
    found = ProcrastinateJob.objects.get(pk=job)
    assert (found.status, found.attempts) == ("todo", 1)


def test_the_job_of_a_living_worker_stays_with_it() -> None:
    job = running_job(silent_for=5)
    assert rescue() == 0
    assert ProcrastinateJob.objects.get(pk=job).status == "doing"


def test_a_job_that_was_running_in_five_dying_workers_fails_and_stays_visible() -> None:
    job = running_job(silent_for=31, attempts=MOST_DEATHS - 1)
    rescue()
    assert ProcrastinateJob.objects.get(pk=job).status == "failed"
