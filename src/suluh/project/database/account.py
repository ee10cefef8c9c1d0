"""The account PostgreSQL runs under: our own, or a service account when we are root, which PostgreSQL refuses."""

import os
import pwd
import subprocess
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

SERVICE_ACCOUNT = "suluh-db"
"""Created by root on first use; owns nothing but database folders."""

FALLBACK_ACCOUNT = "nobody"


@dataclass(frozen=True, slots=True)
class Account:
    """A system account that may run PostgreSQL."""

    uid: int
    gid: int

    @property
    def is_own(self) -> bool:
        """Whether it is the account of this very process."""
        return self.uid == os.geteuid()

    def process_options(self) -> dict[str, Any]:
        """Options for `subprocess` that start a child under this account, from a folder it can always enter."""
        clean = {key: os.environ[key] for key in ("PATH", "TMPDIR") if key in os.environ}
        options: dict[str, Any] = {"cwd": "/", "env": {**clean, "LC_ALL": "C", "TZ": "UTC"}}
        if not self.is_own:
            options |= {"user": self.uid, "group": self.gid, "extra_groups": []}
        return options

    def can_run(self, program: Path) -> bool:
        """Whether the account reaches and starts `program` (asked with `--version`)."""
        try:
            done = subprocess.run([program, "--version"], capture_output=True, check=False, **self.process_options())
        except OSError:
            return False
        return done.returncode == 0

    def can_enter(self, folder: Path) -> bool:
        """Whether every folder on the way to `folder`, and itself, lets the account through."""
        command = ["/bin/sh", "-c", 'cd "$1"', "sh", str(folder)]
        return subprocess.run(command, capture_output=True, check=False, **self.process_options()).returncode == 0

    def give(self, path: Path) -> None:
        """Make the account the owner of `path`."""
        if not self.is_own:
            os.chown(path, self.uid, self.gid)


@cache
def database_account() -> Account:
    """The account for PostgreSQL in this process."""
    if os.geteuid() != 0:
        return Account(os.geteuid(), os.getegid())
    entry = _entry(SERVICE_ACCOUNT) or _created() or pwd.getpwnam(FALLBACK_ACCOUNT)
    return Account(entry.pw_uid, entry.pw_gid)


def _entry(name: str) -> pwd.struct_passwd | None:
    try:
        return pwd.getpwnam(name)
    except KeyError:
        return None


def _created() -> pwd.struct_passwd | None:
    command = ["useradd", "--system", "--user-group", "--no-create-home", "--home-dir", "/nonexistent"]
    command += ["--shell", "/usr/sbin/nologin", SERVICE_ACCOUNT]
    try:
        subprocess.run(command, capture_output=True, check=False)
    except OSError:
        return None
    return _entry(SERVICE_ACCOUNT)
