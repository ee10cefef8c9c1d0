"""Owning the private database, or attaching to the one that another process owns."""

import fcntl
import json
import os
import subprocess
import sys
import time
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import psycopg

from . import keeper
from .account import Account, database_account
from .cluster import Access, Cluster, furnish
from .errors import DatabaseBusy, DatabaseDidNotStart
from .programs import Programs, programs

PATIENCE = 300.0
"""Seconds a start may take: after a crash PostgreSQL first replays its log."""

LOOK_EVERY = 0.05


class PrivateDatabase:
    """The private database of one data folder, as this process sees it.

    The first process to `open` it owns it: it holds the file lock and its end, by whatever signal, stops the server.
    Every later one attaches and never stops it.
    """

    def __init__(self, data: Path, *, pg_bin: str = "", for_tests: bool = False) -> None:
        self.account: Account = database_account()
        self.cluster = Cluster(data, self.account)
        self.pg_bin = pg_bin
        self.for_tests = for_tests
        self._keeper: subprocess.Popen[bytes] | None = None
        self._users: int | None = None
        self._process = os.getpid()

    @property
    def owned(self) -> bool:
        """Whether this process is the owner."""
        return self._keeper is not None

    def open(self, *, must_own: bool = False, patience: float = PATIENCE) -> Access:
        """Have a database that answers; own it when nobody does. `patience`: seconds to wait for another owner.

        Raises:
            DatabaseBusy: `must_own` and another process keeps it, or its owner does not get it going.
            DatabaseMajorDiffers: the files are of another major version.
            DatabaseDidNotStart: PostgreSQL ended; the end of its log is in the message.
        """
        end = time.monotonic() + patience
        while True:
            access = self.cluster.access()
            if access and not must_own and access.answers():
                self._use()
                return access
            self.cluster.prepare()
            lock = _locked(self.cluster.lock_file)
            if lock is not None:
                access = self._own(lock)
                self._use()
                return access
            if time.monotonic() > end:
                raise DatabaseBusy(
                    f"Basis data di {self.cluster.data} sedang dipegang proses Suluh lain. "
                    "Hentikan proses itu dahulu, atau tunggu sampai selesai."
                )
            time.sleep(LOOK_EVERY * 4)

    def close(self, *, wait_for_others: bool = False) -> None:
        """Stop the server if it is ours; with `wait_for_others`, once those who attached have finished.

        In a forked child of the owner it does nothing.
        """
        if self._keeper is None or os.getpid() != self._process:
            return
        if wait_for_others and self._users is not None:
            fcntl.flock(self._users, fcntl.LOCK_EX)
        if self._keeper.stdin is not None:
            self._keeper.stdin.close()
        self._keeper.wait()
        self._keeper = None

    def failed(self) -> bool:
        """Whether we own the database and its keeper is gone, so that it must be opened again."""
        return self._keeper is not None and self._keeper.poll() is not None

    def __enter__(self) -> Self:
        self.open()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def programs(self) -> Programs:
        """The PostgreSQL programs that fit this database."""
        return programs(self.pg_bin, self.account)

    def _own(self, lock: int) -> Access:
        try:
            tools = self.programs()
            if self.cluster.exists:
                self.cluster.require_major(tools)
            access = (self.cluster.access() if self.cluster.exists else None) or self.cluster.create(tools)
            self.cluster.clear_leftovers()
            self.cluster.open_socket_folder(access)
            self._keeper = self._kept(tools, access, lock)
        finally:
            os.close(lock)
        try:
            self._wait_for_server(access)
            furnish(access, may_create_databases=self.for_tests)
        except BaseException:
            self.close()
            raise
        return access

    def _kept(self, tools: Programs, access: Access, lock: int) -> "subprocess.Popen[bytes]":
        options = self.account.process_options()
        order: dict[str, Any] = {
            "command": [str(tools.path("postgres")), *self._server_arguments(access)],
            "log": str(self.cluster.log_file),
            "options": options,
        }
        command = [sys.executable, "-I", keeper.__file__, json.dumps(order), str(os.getpid())]
        return subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, pass_fds=[lock], start_new_session=True, cwd="/"
        )

    def _server_arguments(self, access: Access) -> list[str]:
        settings = {
            "listen_addresses": "",
            "unix_socket_directories": access.socket_folder,
            "unix_socket_permissions": "0700",
            "max_connections": "200",
            "shared_buffers": "128MB",
            "max_wal_size": "2GB",
            "timezone": "UTC",
            "jit": "off",
        }
        if self.for_tests:
            settings |= {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}
        return ["-D", str(self.cluster.files), *(f"-c{name}={value}" for name, value in settings.items())]

    def _wait_for_server(self, access: Access) -> None:
        end = time.monotonic() + PATIENCE
        while True:
            try:
                access.connect(administrator=True, name="postgres").close()
            except psycopg.OperationalError:
                gone = self.failed()
                if gone or time.monotonic() > end:
                    raise DatabaseDidNotStart(f"PostgreSQL tidak dapat dijalankan. {self._last_words()}") from None
                time.sleep(LOOK_EVERY)
            else:
                return

    def _last_words(self) -> str:
        try:
            lines = self.cluster.log_file.read_text(encoding="utf-8", errors="replace").splitlines()
        except FileNotFoundError:
            return ""
        return f"Catatan terakhir ({self.cluster.log_file}): {' / '.join(lines[-3:])}"

    def _use(self) -> None:
        if self._users is None:
            self._users = os.open(self.cluster.users_file, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
            fcntl.flock(self._users, fcntl.LOCK_SH)


def _locked(file: Path) -> int | None:
    handle = os.open(file, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(handle)
        return None
    return handle
