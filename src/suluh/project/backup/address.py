"""The database as psycopg and the PostgreSQL programs address it."""

import os
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg
from django.db import connection

from suluh.project.database import DatabaseError
from suluh.project.database.account import database_account
from suluh.project.database.programs import programs

VARIABLES = {"host": "PGHOST", "port": "PGPORT", "user": "PGUSER", "password": "PGPASSWORD", "dbname": "PGDATABASE"}


@dataclass(frozen=True, slots=True)
class Address:
    """Where the database of this process is and with which programs it is dumped."""

    parameters: Mapping[str, Any]
    folder: Path

    def connect(self) -> psycopg.Connection[Any]:
        """A connection of our own, outside Django's."""
        return psycopg.connect(**self.parameters)

    def run(self, name: str, *arguments: str | Path) -> None:
        """Run `pg_dump` or `pg_restore` on this database; the password goes through the environment.

        Raises:
            DatabaseError: it ended with a fault; its own words are in the message.
        """
        access = {VARIABLES[key]: str(value) for key, value in self.parameters.items() if key in VARIABLES}
        environment = {**os.environ, **access, "PGTZ": "UTC"}
        command = [self.folder / name, *arguments]
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
        if done.returncode:
            raise DatabaseError(f"{name} gagal: {done.stderr.strip()}")


def current_address(pg_bin: str) -> Address:
    """The address of the database that Django uses in this process."""
    wanted = {"host", "port", "user", "password", "dbname", "sslmode", "sslrootcert"}
    parameters = {key: value for key, value in connection.get_connection_params().items() if key in wanted}
    return Address(parameters, programs(pg_bin, database_account()).folder)
