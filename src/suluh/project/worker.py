"""A worker process: runs jobs, gives signs of life, and returns the jobs of workers that died."""

import asyncio
import os
import signal
import socket
import threading
import time
from collections.abc import Callable, Coroutine
from datetime import UTC, datetime
from typing import Any

import structlog
from procrastinate import App, BaseConnector, PsycopgConnector
from procrastinate.contrib.django import connector_params
from procrastinate.exceptions import ConnectorException
from procrastinate.jobs import Job, Status

LONG_QUEUES = frozenset({"sweep"})
"""Queues whose jobs keep a core busy: one at a time in each process, so that processes share the cores."""

NETWORK_QUEUES = frozenset({"channels"})
"""Queues whose jobs mostly wait for other people's servers; a slow one must not keep the others from theirs."""

SHORT_JOBS_AT_ONCE = 3
NETWORK_JOBS_AT_ONCE = 6
RESCUE_EVERY = 15.0
"""Seconds between two looks for jobs of dead workers. A cron of one minute would hold their locks too long."""

MOST_DEATHS = 5
"""A job that was running in so many dying workers is taken for the cause, and fails."""

PATIENCE = 10.0
"""Seconds that running jobs get to finish when the worker is asked to end."""

log = structlog.get_logger("suluh.worker")


class WorkerConnector(PsycopgConnector):
    """The loop's own pool for fetching jobs; whoever queues one from a thread does it over that thread's connection.

    The pool belongs to the worker's event loop: asked from the threads of jobs and beats it stalls sooner or later,
    and what it writes stands outside the transaction that made the work necessary.
    """

    def __init__(self, of_threads: BaseConnector) -> None:
        super().__init__(kwargs=connector_params())
        self._of_threads = of_threads

    def get_sync_connector(self) -> BaseConnector:
        """Django's connection of the calling thread."""
        return self._of_threads


def run_worker(app: App, *, silence: float, beats: tuple[Callable[[], object], ...] = ()) -> None:
    """Work until SIGINT or SIGTERM. `silence`: seconds after which another worker counts as dead.

    `beats` are short functions called about once a second in a thread of their own (the sealer of events).
    """
    stop = threading.Event()
    threads = [threading.Thread(target=_beat, args=(beat, stop), daemon=True) for beat in beats]
    for thread in threads:
        thread.start()
    with app.replace_connector(WorkerConnector(app.connector)) as working:
        asyncio.run(_work(working, silence))
    stop.set()


async def rescue_jobs(app: App, silence: float) -> int:
    """Return the jobs of dead workers to their queues, at once. Returns how many."""
    manager = app.job_manager
    returned = 0
    for job in await manager.get_stalled_jobs(seconds_since_heartbeat=silence):
        try:
            await _give_back(app, job)
        except ConnectorException:
            continue  # another worker was faster
        returned += 1
        log.warning("job returned", job=job.id, task=job.task_name, deaths=job.attempts + 1)
    await manager.prune_stalled_workers(silence)
    return returned


async def _give_back(app: App, job: Job) -> None:
    if job.attempts + 1 >= MOST_DEATHS:
        await app.job_manager.finish_job(job, status=Status.FAILED, delete_job=False)
        return
    await app.job_manager.retry_job(job, retry_at=datetime.now(UTC))


async def _work(app: App, silence: float) -> None:
    async with app.open_async():
        asked = asyncio.Event()
        loop = asyncio.get_running_loop()
        for number in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(number, asked.set)
        tasks = [asyncio.create_task(part) for part in (*_runners(app, silence), _rescue(app, silence))]
        ended = asyncio.create_task(asked.wait())
        await asyncio.wait([*tasks, ended], return_when=asyncio.FIRST_COMPLETED)
        _end_by_force_after(PATIENCE + 3, code=0 if asked.is_set() else 1)
        for task in (*tasks, ended):
            task.cancel()
        results = await asyncio.gather(*tasks, return_exceptions=True)
        for result in results:
            if isinstance(result, Exception):
                raise result
        if not asked.is_set():
            log.error("worker ends", reason="its runners stopped by themselves, most likely without a database")
            raise SystemExit(1)


def _runners(app: App, silence: float) -> list[Coroutine[Any, Any, None]]:
    known = {task.queue for task in app.tasks.values()}
    name = f"{socket.gethostname()}:{os.getpid()}"
    parts = (
        (sorted(known & LONG_QUEUES), 1),
        (sorted(known & NETWORK_QUEUES), NETWORK_JOBS_AT_ONCE),
        (sorted(known - LONG_QUEUES - NETWORK_QUEUES), SHORT_JOBS_AT_ONCE),
    )
    return [
        app.run_worker_async(
            queues=queues,
            name=name,
            concurrency=concurrency,
            install_signal_handlers=False,
            shutdown_graceful_timeout=PATIENCE,
            update_heartbeat_interval=max(1.0, silence / 6),
            stalled_worker_timeout=silence,
            fetch_job_polling_interval=2.0,
            delete_jobs="never",
        )
        for queues, concurrency in parts
        if queues
    ]


async def _rescue(app: App, silence: float) -> None:
    while True:
        await rescue_jobs(app, silence)
        await asyncio.sleep(min(RESCUE_EVERY, silence))


def _beat(beat: Callable[[], object], stop: threading.Event) -> None:
    from django.db import Error, close_old_connections

    while not stop.wait(1.0):
        try:
            beat()
        except Error as fault:
            log.warning("beat missed", reason=str(fault))
        finally:
            close_old_connections()


def _end_by_force_after(seconds: float, code: int) -> None:
    """A job in a thread cannot be stopped from outside; it is idempotent and another worker takes it up again.

    `code` is 0 only for a worker that was asked to end: one that lost its database says so to whoever restarts it.
    """

    def end() -> None:
        time.sleep(seconds)
        os._exit(code)

    threading.Thread(target=end, daemon=True).start()
