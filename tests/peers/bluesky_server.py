"""A real server of the AT Protocol on loopback, gone with the `with`. npm's packages are pinned by their lock."""

from __future__ import annotations

import json
import os
import select
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import Request, urlopen

from tests.peers.missing import Missing
from tests.peers.processes import end

HERE = Path(__file__).parent / "bluesky"
OLDEST_NODE = 20


def packages(cache: Path) -> Path:
    """The folder with npm's packages, installed when they are not in `cache` yet.

    Raises:
        Missing: no Node 20 or newer, no npm, or what npm needs to build SQLite for it.
    """
    folder = cache / "bluesky"
    lock = (HERE / "package-lock.json").read_bytes()
    ready = folder / "ready"
    if not ready.exists() or ready.read_bytes() != lock:
        _install(folder)
        ready.write_bytes(lock)
    for name in ("package.json", "serve.mjs"):
        shutil.copy(HERE / name, folder)
    return folder


def _install(folder: Path) -> None:
    node, npm = shutil.which("node"), shutil.which("npm")
    said = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout if node else ""
    if not npm or int(said.lstrip("v").split(".")[0] or 0) < OLDEST_NODE:
        raise Missing("Bluesky", f"Node {OLDEST_NODE} or newer with npm (found {said.strip() or 'none'})")
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copy(HERE / name, folder)
    # only SQLite's binding has to be built here; no other package's script is run
    for command in ([npm, "ci", "--ignore-scripts"], [npm, "rebuild", "better-sqlite3"]):
        quiet = [*command, "--no-audit", "--no-fund", "--loglevel=error"]
        # SQLite is fast enough for tests without the minutes that making it faster takes
        environ = os.environ | {"JOBS": "max", "CFLAGS": "-O0", "CXXFLAGS": "-O0"}
        done = subprocess.run(quiet, cwd=folder, env=environ, capture_output=True, text=True, check=False)
        if done.returncode:
            told = done.stderr.strip()[-600:]
            raise Missing("Bluesky", f"npm's registry, and make, g++ and Node's headers ({told})")


@dataclass
class BlueskyAccount:
    """One account with an app password, and what its owner does there."""

    server: BlueskyServer
    handle: str
    did: str
    bearer: dict[str, str]
    password: str = ""

    def records(self) -> list[dict[str, Any]]:
        """Posts that everybody may read, newest first."""
        asked = {"repo": self.did, "collection": "app.bsky.feed.post", "limit": "100"}
        return list(self.server.ask("com.atproto.repo.listRecords", params=asked)["records"])

    def blob(self, cid: str) -> bytes:
        """A picture that everybody may fetch."""
        asked = urlencode({"did": self.did, "cid": cid})
        with urlopen(f"{self.server.address}/xrpc/com.atproto.sync.getBlob?{asked}", timeout=20) as answer:
            found: bytes = answer.read()
            return found

    def delete(self, uri: str) -> None:
        """Delete a post, as the owner does in the app."""
        repo, collection, key = uri.removeprefix("at://").split("/")
        self.deed("com.atproto.repo.deleteRecord", {"repo": repo, "collection": collection, "rkey": key})

    def revoke(self) -> None:
        """Take the app password back, as the owner does in the settings."""
        self.deed("com.atproto.server.revokeAppPassword", {"name": "Suluh"})

    def deed(self, name: str, body: dict[str, Any]) -> Any:
        """A procedure as the owner."""
        return self.server.ask(name, body, headers=self.bearer)


class BlueskyServer:
    """One server with as many accounts as are asked for."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._process: subprocess.Popen[str] | None = None
        self._accounts = 0
        self.address = ""

    def __enter__(self) -> Self:
        environ = {name: value for name, value in os.environ.items() if not name.lower().endswith("_proxy")}
        with (self._folder / "serve.log").open("w") as log:
            self._process = subprocess.Popen(
                [shutil.which("node") or "node", "serve.mjs"],
                cwd=self._folder, env=environ | {"LOG_ENABLED": "false"}, text=True, start_new_session=True,
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log,
            )  # fmt: skip
        self.address = f"http://127.0.0.1:{self._port()}"
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._process is not None and self._process.stdin is not None:
            self._process.stdin.close()
            end(self._process)

    def account(self) -> BlueskyAccount:
        """One more account."""
        self._accounts += 1
        handle = f"redaksi{self._accounts}.test"
        owner = {"handle": handle, "email": f"r{self._accounts}@arunika.example", "password": "sandi-pemilik-akun"}
        made = self.ask("com.atproto.server.createAccount", owner)
        found = BlueskyAccount(self, handle, made["did"], {"Authorization": f"Bearer {made['accessJwt']}"})
        found.password = found.deed("com.atproto.server.createAppPassword", {"name": "Suluh"})["password"]
        return found

    def ask(
        self,
        name: str,
        body: dict[str, Any] | None = None,
        *,
        params: dict[str, str] | None = None,
        headers: dict[str, str] | None = None,
    ) -> Any:
        """A procedure with `body`, else a query."""
        url = f"{self.address}/xrpc/{name}" + (f"?{urlencode(params)}" if params else "")
        sent = {"Content-Type": "application/json"} if body is not None else {}
        asked = Request(url, data=None if body is None else json.dumps(body).encode(), headers=sent | (headers or {}))
        try:
            with urlopen(asked, timeout=20) as answer:
                said = answer.read()
        except HTTPError as fault:
            raise RuntimeError(f"{name}: {fault.code} {fault.read()[:400]!r}") from None
        return json.loads(said) if said else {}

    def _port(self) -> int:
        assert self._process is not None
        assert self._process.stdout is not None
        ready, _, _ = select.select([self._process.stdout], [], [], 90)
        line = self._process.stdout.readline() if ready else ""
        if not line.startswith("{"):
            raise RuntimeError((self._folder / "serve.log").read_text()[-2000:] + line)
        return int(json.loads(line)["port"])
