"""A real WordPress on loopback with a database of its own, gone with the `with`."""

from __future__ import annotations

import json
import os
import secrets
import shutil
import subprocess
import time
import urllib.request
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from tests.peers.debian import Tree
from tests.peers.processes import end, free_port

HERE = Path(__file__).parent / "wordpress"


@dataclass(frozen=True)
class Editor:
    """Somebody who writes on the site, with an application password."""

    site: WordPressSite
    user: str
    password: str
    number: int

    @property
    def posts(self) -> list[dict[str, Any]]:
        """What everybody reads of this editor."""
        return list(json.loads(self.site.public(f"?rest_route=/wp/v2/posts&author={self.number}")))

    def revoke(self) -> None:
        """Take the application passwords back, as the person does on the profile page."""
        self.site.php("revoke.php", EDITOR_ID=str(self.number))

    def bin(self, number: str) -> None:
        """Put a post into the bin, as somebody does in the dashboard."""
        self.site.php("bin.php", POST_NUMBER=number)


class WordPressSite:
    """One site with as many editors as are asked for."""

    def __init__(self, tree: Tree, folder: Path) -> None:
        self._tree = tree
        self._folder = folder
        self._running: list[subprocess.Popen[bytes]] = []
        self.port = free_port()
        self.address = f"http://127.0.0.1:{self.port}/"
        self._secret = secrets.token_hex(16)
        self._editors = 0

    def __enter__(self) -> Self:
        self._database()
        root = self._folder / "site"
        shutil.copytree(self._tree.wordpress, root, ignore=shutil.ignore_patterns(".htaccess"), symlinks=False)
        shutil.copy(HERE / "wp-config.php", root)
        (root / "wp-content/uploads").mkdir(exist_ok=True)
        self.php("install.php")
        serve = [*self._tree.php, "-S", f"127.0.0.1:{self.port}", "-t", str(root)]
        self._start(serve, "site.log", self._environ() | {"PHP_CLI_SERVER_WORKERS": "3"})
        self._wait(self.answers)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        for process in reversed(self._running):
            end(process)

    def answers(self) -> bool:
        """True once the site shows its front page."""
        try:
            with urllib.request.urlopen(self.address, timeout=20) as answer:
                return answer.status == 200
        except OSError:
            return False

    def editor(self) -> Editor:
        """One more editor."""
        self._editors += 1
        name = f"redaksi{self._editors}"
        made = json.loads(self.php("editor.php", EDITOR_NAME=name))
        return Editor(self, name, made["password"], made["id"])

    def public(self, path: str) -> str:
        """What everybody reads there."""
        return self.bytes(path).decode()

    def bytes(self, path: str) -> bytes:
        """What everybody may fetch there."""
        with urllib.request.urlopen(self.address + path, timeout=20) as answer:
            found: bytes = answer.read()
            return found

    def _environ(self) -> dict[str, str]:
        return self._tree.environ | {
            "SITE_HOST": f"127.0.0.1:{self.port}",
            "SITE_ROOT": str(self._folder / "site"),
            "SITE_SOCKET": str(self._folder / "db.sock"),
            "SITE_SECRET": self._secret,
        }

    def php(self, script: str, **environ: str) -> str:
        """Run one of our scripts inside the site; returns what it prints."""
        command = [*self._tree.php, str(HERE / script)]
        whole = self._environ() | environ
        done = subprocess.run(command, env=whole, capture_output=True, text=True, check=False, timeout=120)
        if done.returncode:
            raise RuntimeError(done.stdout[-2000:] + done.stderr[-2000:])
        return done.stdout

    def _database(self) -> None:
        """A MariaDB that listens on a socket in our folder and nowhere else."""
        data, socket = self._folder / "db", self._folder / "db.sock"
        data.mkdir()
        share = self._tree.root / "usr/share/mysql"
        common = [
            self._tree.program("usr/sbin/mariadbd"), "--no-defaults", f"--datadir={data}", f"--lc-messages-dir={share}",
            f"--basedir={self._tree.root / 'usr'}", f"--character-sets-dir={share / 'charsets'}",
            *(["--user=root"] if os.geteuid() == 0 else []),
        ]  # fmt: skip
        files = [share / "mysql_system_tables.sql", share / "mysql_system_tables_data.sql"]
        said = "CREATE DATABASE mysql;\nUSE mysql;\n" + "\n".join(file.read_text() for file in files)
        made = subprocess.run(
            [*common, "--bootstrap", "--log-warnings=0"],
            input=said, text=True, env=self._tree.environ, capture_output=True, check=False, timeout=120,
        )  # fmt: skip
        if made.returncode:
            raise RuntimeError(made.stderr[-2000:])
        small = ["--skip-networking", "--skip-grant-tables", "--innodb-buffer-pool-size=32M", "--skip-log-bin"]
        own = [f"--socket={socket}", f"--pid-file={self._folder / 'db.pid'}", "--innodb-flush-log-at-trx-commit=0"]
        self._start([*common, *small, *own], "db.log", self._tree.environ)
        self._wait(lambda: socket.exists())
        ask = [
            self._tree.program("usr/bin/mariadb"),
            "--no-defaults",
            f"--socket={socket}",
            "-e",
            "CREATE DATABASE site",
        ]
        subprocess.run(ask, env=self._tree.environ, check=True, capture_output=True, timeout=60)

    def _start(self, command: list[str], log: str, environ: dict[str, str]) -> None:
        with (self._folder / log).open("wb") as out:
            self._running.append(
                subprocess.Popen(
                    command,
                    cwd=self._folder,
                    env=environ,
                    stdout=out,
                    stderr=out,
                    stdin=subprocess.DEVNULL,
                    start_new_session=True,
                )
            )

    def _wait(self, ready) -> None:
        until = time.monotonic() + 60
        while not ready():
            if time.monotonic() > until or any(process.poll() is not None for process in self._running):
                logs = "".join(log.read_text(errors="replace")[-1500:] for log in self._folder.glob("*.log"))
                raise RuntimeError(f"WordPress did not start: {logs}")
            time.sleep(0.1)
