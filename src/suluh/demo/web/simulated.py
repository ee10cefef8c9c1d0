"""The simulated web as tests, benches and the demo use it."""

from __future__ import annotations

import json
import multiprocessing
import subprocess
import sys
import threading
from collections.abc import Callable, Iterable
from dataclasses import asdict
from datetime import datetime
from multiprocessing.connection import Connection
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from suluh.demo.units import DOMAIN
from suluh.demo.web.places import SITES_PER_SERVER, settle
from suluh.demo.web.plan import SiteBrief, SitePlan
from suluh.demo.web.planning import plan_site
from suluh.demo.web.server import Orders, serve
from suluh.demo.web.site import KEPT_PAGES, SLOW_SECONDS
from suluh.demo.web.steps import next_step
from suluh.demo.web.truth import SiteTruth, truth_of


class SimulatedWeb:
    """Sites really served on 127.77.x.y. `with SimulatedWeb(briefs, now, folder) as web: …` stops it at the end.

    `apart=True` serves from a process of its own, so that the CPU time of the caller is the caller's alone.
    """

    def __init__(
        self,
        briefs: Iterable[SiteBrief],
        now: datetime,
        folder: Path,
        *,
        domain: str = DOMAIN,
        apart: bool = False,
        slow_seconds: float = SLOW_SECONDS,
        kept_pages: int = KEPT_PAGES,
        sites_per_server: int = SITES_PER_SERVER,
    ) -> None:
        self.briefs = {brief.host: brief for brief in briefs}
        self.now = now
        self.folder = folder
        self.domain = domain
        self.servers = settle(self.briefs.values(), sites_per_server)
        self.step = 0
        self._apart = apart
        self._slow = slow_seconds
        self._most = kept_pages
        self._child: subprocess.Popen[bytes] | None = None
        self._thread: threading.Thread | None = None
        self._pipe: Connection | None = None
        self.http_port = self.https_port = self.front_port = 0

    @property
    def ca_file(self) -> Path:
        """The authority to trust, PEM."""
        return self.folder / "ca.pem"

    def start(self) -> Self:
        """Serve; returns when every address listens."""
        self.folder.mkdir(parents=True, exist_ok=True)
        ours, theirs = multiprocessing.Pipe()
        briefs = tuple(self.briefs.values())
        orders = Orders(briefs, self.servers, self.now, self.folder, self.domain, self._slow, self._most)
        if self._apart:
            command = [sys.executable, "-m", "suluh.demo.web.child", str(theirs.fileno())]
            self._child = subprocess.Popen(command, pass_fds=[theirs.fileno()])
            theirs.close()
            ours.send(orders)
        else:
            self._thread = threading.Thread(target=serve, args=(orders, theirs), daemon=True)
            self._thread.start()
        self._pipe = ours
        self.http_port, self.https_port, self.front_port = ours.recv()
        self.write_resolver(self.folder / "resolver.json")
        return self

    def stop(self) -> None:
        """Stop serving and wait until it has ended."""
        if self._pipe is None:
            return
        self._pipe.send(None)
        if self._child is not None:
            self._child.wait(10)
        if self._thread is not None:
            self._thread.join(10)
        self._pipe.close()
        self._pipe = self._child = self._thread = None

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def change(self, briefs: Iterable[SiteBrief]) -> None:
        """Serve these sites in the place of those with the same hosts."""
        changed = list(briefs)
        self.briefs |= {brief.host: brief for brief in changed}
        if self._pipe is not None:
            self._pipe.send(changed)
            self._pipe.recv()

    def advance(self) -> dict[str, str]:
        """Take the web one step further: new posts, repairs, one infection. Returns host → what happened."""
        changes = next_step(list(self.briefs.values()), self.step)
        self.step += 1
        self.change(change.brief for change in changes)
        return {change.brief.host: change.what for change in changes}

    def where(self) -> dict[str, Any]:
        """Files and ports that a crawler and a browser need."""
        files = {"resolver": str(self.folder / "resolver.json"), "ca": str(self.ca_file)}
        return files | {"http": self.http_port, "https": self.https_port, "front": self.front_port}

    def resolver(self) -> dict[str, Any]:
        """Host → address and ports, None for a name that does not resolve. Other names of `domain` do not exist."""
        place = {"http": self.http_port, "https": self.https_port}
        hosts = {host: {"address": at, **place} if at else None for host, at in self.servers.hosts.items()}
        return {"domain": self.domain, "front": self.front_port, "hosts": hosts}

    def local_names(self) -> Callable[[str, int], tuple[str, int] | None]:
        """The resolver as the product's client takes it (`suluh.kernel.http.names.LocalNames`)."""
        return local_names(self.resolver())

    def write_resolver(self, to: Path) -> None:
        """Write the resolver as JSON."""
        to.write_text(json.dumps(self.resolver(), indent=0))

    def plan(self, host: str) -> SitePlan:
        """The plan of a site as it is now served."""
        return plan_site(self.briefs[host], self.now)

    def truth(self, host: str) -> SiteTruth:
        """What a perfect watcher would say about a site."""
        return truth_of(self.plan(host))

    def write_truth(self, to: Path) -> None:
        """Write the truth about every site, a JSON object per line."""
        with to.open("w") as out:
            for host in self.briefs:
                out.write(json.dumps(asdict(self.truth(host)), ensure_ascii=False, default=str) + "\n")


def local_names(resolver: dict[str, Any]) -> Callable[[str, int], tuple[str, int] | None]:
    """A function from host and port to where they are served, from the exported map.

    The function raises OSError for a name of the simulated domain that does not resolve and returns None for others.
    """
    domain, hosts = str(resolver["domain"]), resolver["hosts"]

    def look_up(host: str, port: int) -> tuple[str, int] | None:
        if host != domain and not host.endswith(f".{domain}"):
            return None
        found = hosts.get(host) or hosts.get(host.removeprefix("www."))
        if found is None:
            raise OSError(f"nama {host} tidak dikenal")
        return str(found["address"]), int({80: found["http"], 443: found["https"]}.get(port, port))

    return look_up
