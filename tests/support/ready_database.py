"""A database with all tables, made once for each state of the migrations, of which every worker gets a copy."""

from __future__ import annotations

import hashlib
from pathlib import Path

from django.core.management import call_command
from django.db import connection
from psycopg import sql

from suluh.project.database import Access

ROOT = Path(__file__).parents[2]
SIGN = "suluh_ready_"
ONE_AT_A_TIME = 20_261_122
"""Key of the server's lock under which a worker makes the database while the others wait for it."""


def name_now() -> str:
    """A name that changes with our own migrations and with every version of a library."""
    files = [ROOT / "uv.lock", *sorted(ROOT.glob("src/suluh/*/migrations/*.py"))]
    return SIGN + hashlib.sha256(b"".join(file.name.encode() + file.read_bytes() for file in files)).hexdigest()[:16]


def ready_database(access: Access) -> str:
    """The name of a database that may be copied; those of earlier migrations are dropped."""
    wanted, unfinished = name_now(), f"{SIGN}unfinished"
    with access.connect(name="postgres") as server:
        server.execute("SELECT pg_advisory_lock(%s)", [ONE_AT_A_TIME])
        there = {
            row[0] for row in server.execute("SELECT datname FROM pg_database WHERE starts_with(datname, %s)", [SIGN])
        }
        for old in there - {wanted}:
            server.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(old)))
        if wanted not in there:
            server.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(unfinished)))
            _filled(unfinished)
            server.execute(
                sql.SQL("ALTER DATABASE {} RENAME TO {}").format(sql.Identifier(unfinished), sql.Identifier(wanted))
            )
    return wanted


def _filled(name: str) -> None:
    usual = connection.settings_dict["NAME"]
    connection.close()
    connection.settings_dict["NAME"] = name
    try:
        call_command("migrate", interactive=False, verbosity=0)
    finally:
        connection.close()
        connection.settings_dict["NAME"] = usual
