"""Where the private database of one data folder lies, and how it is made."""

import hashlib
import json
import os
import secrets
import shutil
import signal
import subprocess
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any, LiteralString

import psycopg
from psycopg import sql

from .account import Account
from .errors import DatabaseError, DatabaseMajorDiffers
from .programs import SYSTEM_FOLDER, Programs

NAME = "suluh"
APPLICATION_ROLE = "suluh"
ADMINISTRATOR = "postgres"
EXTENSIONS = ("unaccent", "pg_trgm", "btree_gist", "citext")
LONGEST_SOCKET_FOLDER = 80
"""A socket's path may have 107 bytes on Linux, 103 on macOS, its file name included."""

ORPHAN_PATIENCE = 60.0
"""Seconds for a server without a keeper to end."""


@dataclass(frozen=True, slots=True)
class Access:
    """How to reach a running private database; kept in the data folder, readable by its owner alone."""

    socket_folder: str
    password: str
    administrator_password: str

    def connect(self, *, administrator: bool = False, name: str = NAME) -> psycopg.Connection[Any]:
        """Open a connection, as the application or as the administrator.

        Raises:
            psycopg.OperationalError: nobody answers, or the database is not ready for the application yet.
        """
        return psycopg.connect(
            host=self.socket_folder,
            dbname=name,
            user=ADMINISTRATOR if administrator else APPLICATION_ROLE,
            password=self.administrator_password if administrator else self.password,
            connect_timeout=5,
            autocommit=True,
        )

    def answers(self) -> bool:
        """Whether the database is ready for the application: proved by connecting, never by a process number."""
        try:
            self.connect().close()
        except psycopg.OperationalError:
            return False
        return True


class Cluster:
    """The files of the private database that belongs to the data folder `data`."""

    def __init__(self, data: Path, account: Account) -> None:
        self.data = data.resolve()
        self.account = account

    @property
    def lock_file(self) -> Path:
        """Locked by the owner for as long as a server may be running."""
        return self.data / "database.lock"

    @property
    def users_file(self) -> Path:
        """Shared lock of everyone who uses the database, so that a short-lived owner can wait for the others."""
        return self.data / "database.users"

    @property
    def log_file(self) -> Path:
        """What PostgreSQL itself writes."""
        return self.data / "log" / "postgresql.log"

    @property
    def folder(self) -> Path:
        """The folder that belongs to the database account; outside the data only when that account cannot enter it."""
        pointer = self.data / "database.folder"
        if pointer.exists():
            return Path(pointer.read_text(encoding="utf-8").strip())
        return self.data / "postgresql"

    @property
    def files(self) -> Path:
        """PostgreSQL's own data directory."""
        return self.folder / "cluster"

    @property
    def exists(self) -> bool:
        """Whether the database has been made."""
        return (self.files / "PG_VERSION").exists()

    def major(self) -> int:
        """The major version that wrote the files."""
        return int((self.files / "PG_VERSION").read_text(encoding="ascii"))

    def access(self) -> Access | None:
        """How to reach it, None before it was made."""
        try:
            return Access(**json.loads((self.data / "database.json").read_text(encoding="utf-8")))
        except FileNotFoundError:
            return None

    def prepare(self) -> None:
        """Make the folders, closed to everyone but us and the database account."""
        self.data.mkdir(mode=0o700, parents=True, exist_ok=True)
        self.log_file.parent.mkdir(mode=0o700, exist_ok=True)
        if not self.account.is_own:
            os.chown(self.data, os.geteuid(), self.account.gid)
            self.data.chmod(0o710)
            if not self.folder.exists() and not self.account.can_enter(self.data):
                self._move_out()
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self.account.give(self.folder)

    def _move_out(self) -> None:
        # the name is drawn anew each time: a data folder that was deleted and made again must not meet its old files
        path = hashlib.sha256(str(self.data).encode()).hexdigest()[:12]
        outside = SYSTEM_FOLDER / "databases" / f"{path}-{secrets.token_hex(3)}"
        outside.parent.mkdir(parents=True, exist_ok=True)
        (self.data / "database.folder").write_text(f"{outside}\n", encoding="utf-8")

    def create(self, programs: Programs) -> Access:
        """Make the database files once; a half-made attempt is thrown away."""
        access = Access(self._socket_folder(), secrets.token_urlsafe(24), secrets.token_urlsafe(24))
        unfinished = self.folder / "unfinished"
        shutil.rmtree(unfinished, ignore_errors=True)
        password_file = self.folder / "password"
        password_file.touch(mode=0o600)
        password_file.write_text(access.administrator_password, encoding="ascii")
        self.account.give(password_file)
        locale = ("--locale-provider=builtin", "--builtin-locale=C.UTF-8") if programs.major() >= 17 else ()
        try:
            programs.run(
                "initdb", "--pgdata", unfinished, "--username", ADMINISTRATOR, "--pwfile", password_file,
                "--auth", "scram-sha-256", "--encoding", "UTF8", "--locale", "C" if locale else "C.UTF-8",
                "--data-checksums", *locale,
            )  # fmt: skip
        finally:
            password_file.unlink()
        self.save_access(access)
        unfinished.rename(self.files)
        return access

    def save_access(self, access: Access) -> None:
        """Keep how to reach the database, for our own account only."""
        file = self.data / "database.json"
        fresh = file.with_suffix(".new")
        fresh.touch(mode=0o600)
        values = {name: getattr(access, name) for name in access.__slots__}
        fresh.write_text(json.dumps(values, indent=1), encoding="utf-8")
        fresh.replace(file)

    def _socket_folder(self) -> str:
        inside = str(self.folder / "socket")
        if len(inside.encode()) <= LONGEST_SOCKET_FOLDER:
            return inside
        return tempfile.mkdtemp(prefix="suluh-", dir="/tmp")

    def open_socket_folder(self, access: Access) -> None:
        """Make the socket's folder, mode 0700, owned by the database account.

        Raises:
            DatabaseError: somebody else put a folder in its place.
        """
        folder = Path(access.socket_folder)
        folder.mkdir(mode=0o700, exist_ok=True)
        if folder.is_symlink() or folder.stat().st_uid not in (os.geteuid(), self.account.uid):
            raise DatabaseError(f"Folder soket {folder} milik akun lain; hapus folder itu lalu jalankan lagi.")
        self.account.give(folder)

    def clear_leftovers(self) -> None:
        """Before a start, under the lock: end a server that lost its keeper, and drop the mark of one long gone.

        PostgreSQL trusts the process number in its mark; after a restart of the machine or container that number
        may be anybody's.
        """
        mark = self.files / "postmaster.pid"
        try:
            number = int(mark.read_text(encoding="ascii").split("\n", 1)[0])
        except (FileNotFoundError, ValueError):
            return
        if str(self.files) not in _command_of(number):
            mark.unlink(missing_ok=True)
            return
        os.kill(number, signal.SIGINT)
        until = time.monotonic() + ORPHAN_PATIENCE
        while mark.exists() and str(self.files) in _command_of(number) and time.monotonic() < until:
            time.sleep(0.05)

    def require_major(self, programs: Programs) -> None:
        """Refuse files of another major version.

        Raises:
            DatabaseMajorDiffers: with the way out, dump and restore.
        """
        ours, theirs = programs.major(), self.major()
        if ours != theirs:
            raise DatabaseMajorDiffers(
                f"Basis data di {self.files} ditulis PostgreSQL {theirs}, sedangkan program yang terpasang PostgreSQL "
                f"{ours}. Pasang kembali Suluh versi sebelumnya (atau isi SULUH_PG_BIN dengan PostgreSQL {theirs}), "
                "jalankan 'suluh backup --out cadangan.suluh', lalu dengan versi baru "
                "'suluh restore cadangan.suluh --into FOLDER_BARU'."
            )


def furnish(access: Access, *, may_create_databases: bool) -> None:
    """Make the application's role, database and extensions; the role may sign in only when all is there."""
    with access.connect(administrator=True, name="postgres") as server:
        role, name = sql.Identifier(APPLICATION_ROLE), sql.Identifier(NAME)
        if not _holds(server, "SELECT 1 FROM pg_roles WHERE rolname = %s", APPLICATION_ROLE):
            server.execute(sql.SQL("CREATE ROLE {} NOLOGIN").format(role))
        if not _holds(server, "SELECT 1 FROM pg_database WHERE datname = %s", NAME):
            server.execute(sql.SQL("CREATE DATABASE {} OWNER {}").format(name, role))
        for database in (NAME, *(["template1"] if may_create_databases else [])):
            with access.connect(administrator=True, name=database) as connection:
                create_extensions(connection)
        rights = sql.SQL("LOGIN NOSUPERUSER {} PASSWORD {}").format(
            sql.SQL("CREATEDB" if may_create_databases else "NOCREATEDB"), sql.Literal(access.password)
        )
        server.execute(sql.SQL("ALTER ROLE {} {}").format(role, rights))


def create_extensions(connection: psycopg.Connection[Any]) -> None:
    """Have the extensions in this database; all are trusted ones, which the database's owner may create too."""
    for extension in EXTENSIONS:
        connection.execute(sql.SQL("CREATE EXTENSION IF NOT EXISTS {}").format(sql.Identifier(extension)))


def _command_of(process: int) -> str:
    """The command line of a running process, empty when there is none."""
    command = ["ps", "-ww", "-o", "command=", "-p", str(process)]
    try:
        return subprocess.run(command, capture_output=True, text=True, check=False).stdout
    except OSError:
        file = Path(f"/proc/{process}/cmdline")
        return file.read_bytes().replace(b"\0", b" ").decode(errors="replace") if file.exists() else ""


def _holds(connection: psycopg.Connection[Any], query: LiteralString, value: str) -> bool:
    return connection.execute(query, [value]).fetchone() is not None
