"""`suluh serve`: one tree of processes that stands up again and leaves nothing behind."""

import os
import signal
from pathlib import Path

import pytest

from tests.project.installation import Installation, wait_for

pytestmark = [pytest.mark.fault, pytest.mark.xdist_group("installation")]

POSTGRES, KEEPER, WEB, WORKER = "bin/postgres", "keeper.py", "main() web", "main() worker"


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT], ids=["sigterm", "ctrl-c"])
def test_asked_to_end_it_ends_cleanly_and_leaves_nothing_running(
    installation: Installation, number: signal.Signals
) -> None:
    with installation.serving() as parent:
        parent.send_signal(number)
        assert parent.wait(120) == 0
    assert not installation.processes()


def test_a_killed_parent_takes_all_along_and_the_next_start_serves_again(installation: Installation) -> None:
    with installation.serving() as parent:
        assert all(installation.process(mark) for mark in (POSTGRES, KEEPER, WEB, WORKER))
        parent.kill()
        parent.wait()
        wait_for("every child has ended", lambda: not installation.processes())
        with installation.serving():
            assert installation.health("live") == 200


@pytest.mark.parametrize("mark", [WEB, POSTGRES, KEEPER], ids=["web", "database", "keeper"])
def test_what_is_killed_under_a_living_parent_is_started_again(installation: Installation, mark: str) -> None:
    with installation.serving("--workers", "1"):
        killed = installation.kill(mark)
        wait_for("another process in its place", lambda: installation.process(mark) not in (0, killed))
        wait_for("it serves again", lambda: installation.health("ready") == 200)
        assert installation.process(mark) != killed


def test_the_job_of_a_killed_worker_is_returned_and_finished_by_another(
    installation: Installation, tmp_path: Path
) -> None:
    started = tmp_path / "started"
    with installation.serving("--workers", "1"):
        _defer_gated(installation, tmp_path)
        wait_for("the job runs", started.exists)
        killed = int(started.read_text().split()[0])
        os.kill(killed, signal.SIGKILL)
        wait_for("the job runs again", lambda: len(started.read_text().split()) == 2)
        (tmp_path / "open").touch()
        wait_for("the job is done", lambda: _last_job(installation) == "succeeded")
    assert str(killed) != started.read_text().split()[1]


def test_a_worker_that_is_asked_to_end_lets_its_job_finish(installation: Installation, tmp_path: Path) -> None:
    with installation.serving("--workers", "1") as parent:
        _defer_gated(installation, tmp_path)
        wait_for("the job runs", (tmp_path / "started").exists)
        os.kill(installation.process(WORKER), signal.SIGTERM)
        (tmp_path / "open").touch()
        wait_for("the job is done", lambda: _last_job(installation) == "succeeded")
        assert parent.poll() is None
        log = installation.folder / "output.log"
        wait_for("the log says that nobody here asked", lambda: "somebody else asked it to end" in log.read_text())
    assert len((tmp_path / "started").read_text().split()) == 1


def _defer_gated(installation: Installation, folder: Path) -> None:
    with installation.access().connect() as connection:
        connection.execute(
            "INSERT INTO procrastinate_jobs (queue_name, task_name, args) VALUES ('sweep', 'gated', %s)",
            [f'{{"folder": "{folder}"}}'],
        )


def _last_job(installation: Installation) -> str:
    with installation.access().connect() as connection:
        row = connection.execute(
            "SELECT status::text FROM procrastinate_jobs WHERE task_name = 'gated' ORDER BY id DESC LIMIT 1"
        ).fetchone()
    return str(row[0]) if row else ""
