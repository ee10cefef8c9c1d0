"""Jobs that threads of a running worker queue."""

import asyncio
import threading

import pytest
from django.db import connection, transaction
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob

from suluh.project.worker import WorkerConnector

pytestmark = pytest.mark.django_db(transaction=True)


class Dropped(Exception):
    """Something went wrong after the job was queued."""


def in_a_worker(deed) -> None:
    """Do something in a thread while the worker's loop is running."""

    def go() -> None:
        try:
            deed()
        finally:
            connection.close()

    async def run() -> None:
        with app.replace_connector(WorkerConnector(app.connector)) as working:
            async with working.open_async():
                thread = threading.Thread(target=go)
                thread.start()
                while thread.is_alive():
                    await asyncio.sleep(0.01)

    asyncio.run(run())


def queue(mark: str) -> None:
    app.configure_task("gated", queue="sweep", lock=mark).defer(folder=mark)


def queue_and_fail() -> None:
    with transaction.atomic():
        queue("dropped")
        raise Dropped


def test_a_job_is_queued_with_the_transaction_that_makes_it_necessary():
    def deed() -> None:
        queue("kept")
        with pytest.raises(Dropped):
            queue_and_fail()

    in_a_worker(deed)

    ours = ProcrastinateJob.objects.filter(lock__in=("dropped", "kept"))
    assert list(ours.values_list("lock", flat=True)) == ["kept"]
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM procrastinate_jobs WHERE lock = 'kept'")
