"""Whatever is killed in the middle of a sweep: it finishes, and every site has exactly one result."""

import json
import os
import signal
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import psycopg
import pytest

from tests.project.installation import Installation, wait_for

pytestmark = [pytest.mark.fault, pytest.mark.xdist_group("sweep")]

SITES, SERVERS = 24, 6
DOMAIN = "terputus.localhost"
PAGE = b"<!doctype html><title>Dinas</title><h1>Dinas</h1><p>Halaman resmi.</p><a href='/profil'>Profil</a>"
REGISTER = """
from suluh.organization.models import Unit
from suluh.organization.rights import OPERATOR
from suluh.organization.services.sites import site_add
from suluh.organization.services.units import unit_add
root = Unit.objects.get(parent=None)
for n in range({sites}):
    unit = unit_add(name=f"Dinas Nomor {{n}}", kind="opd", parent=root, by=OPERATOR)
    site_add(unit=unit, url=f"http://s{{n}}.{domain}", by=OPERATOR)
"""
SWEEP = """
from suluh.monitoring.models import Sweep
from suluh.monitoring.services.sweeps import sweep_start
from suluh.monitoring.tasks import engines_wake
from suluh.organization.models import Site
engines_wake(sweep_start(sites=Site.objects.all(), cause=Sweep.Cause.COMMAND))
"""


class Slow(BaseHTTPRequestHandler):
    """A site whose pages take their time, so that there is a middle of the sweep."""

    def do_GET(self) -> None:
        time.sleep(0.2)
        found = self.path in ("/", "/profil")
        self.send_response(200 if found else 404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(PAGE)))
        self.end_headers()
        self.wfile.write(PAGE)

    do_HEAD = do_GET  # noqa: N815 - the name is http.server's

    def log_message(self, *_: object) -> None:
        """Quiet."""


@pytest.fixture(scope="module")
def watching(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installation]:
    """An installation that watches two dozen slow sites on six addresses."""
    folder: Path = tmp_path_factory.mktemp("watching")
    addresses = [f"127.88.0.{n + 1}" for n in range(SERVERS)]
    servers = [ThreadingHTTPServer((address, 0), Slow) for address in addresses]
    for server in servers:
        threading.Thread(target=server.serve_forever, daemon=True).start()
    hosts = {
        f"s{n}.{DOMAIN}": {"address": addresses[n % SERVERS], "http": servers[n % SERVERS].server_port, "https": 9}
        for n in range(SITES)
    }
    (folder / "map.json").write_text(json.dumps({"domain": DOMAIN, "hosts": hosts}), encoding="utf-8")
    made = Installation(
        folder,
        extra={
            "SULUH_ALLOW_PRIVATE": "true",
            "SULUH_CRAWL_MAP": str(folder / "map.json"),
            "SULUH_WORKER_SILENCE": "3",
            "SULUH_LEASE_SECONDS": "4",
        },
    )
    made.run("init", "--government", "Kabupaten Arunika", "--admin", "admin@arunika.example")
    made.run("manage", "shell", "-v", "0", "-c", REGISTER.format(sites=SITES, domain=DOMAIN))
    yield made
    for server in servers:
        server.shutdown()
        server.server_close()


def outcome(installation: Installation) -> tuple[int, int, int] | None:
    """Sites with a result, unfinished sweeps, results beyond one a site and sweep; None while the database is away.

    All sweeps count: the nightly one may have taken the sites before the one that the test asks for.
    """
    try:
        with installation.access().connect() as connection:
            return connection.execute(
                "SELECT count(DISTINCT v.site_id) FILTER (WHERE v.state = 'done'),"
                " (SELECT count(*) FROM monitoring_sweep WHERE finished_at IS NULL),"
                " count(*) - count(DISTINCT (v.sweep_id, v.site_id)) FROM monitoring_visit v"
            ).fetchone()
    except psycopg.OperationalError:
        return None


def middle(installation: Installation) -> bool:
    with installation.access().connect() as connection:
        row = connection.execute("SELECT count(*) FROM monitoring_visit WHERE state = 'leased'").fetchone()
    return row is not None and row[0] > 0


def finished(installation: Installation) -> bool:
    """Whether no sweep is under way."""
    now = outcome(installation)
    return now is not None and now[1] == 0


def test_parts_killed_in_mid_sweep_leave_one_result_for_every_site(watching: Installation) -> None:
    with watching.serving():
        watching.run("manage", "shell", "-v", "0", "-c", SWEEP)
        wait_for("the middle of the sweep", lambda: middle(watching))
        for mark in ("main() worker", "bin/postgres", "main() web"):
            watching.kill(mark)
        wait_for("it serves again", lambda: watching.health("ready") == 200)
        wait_for("the sweep is finished", lambda: finished(watching), seconds=240)
        assert outcome(watching) == (SITES, 0, 0)


def test_after_a_killed_parent_the_next_start_finishes_the_sweep(watching: Installation) -> None:
    with watching.serving() as parent:
        watching.run("manage", "shell", "-v", "0", "-c", SWEEP)
        wait_for("the middle of the sweep", lambda: middle(watching))
        os.kill(parent.pid, signal.SIGKILL)
        parent.wait()
        wait_for("every child has ended", lambda: not watching.processes())
    with watching.serving():
        wait_for("the sweep is finished", lambda: finished(watching), seconds=240)
        assert outcome(watching) == (SITES, 0, 0)
