"""Getting a command ready for Django: a database that answers, then `django.setup()`."""

import atexit
import os
import sys
from typing import NoReturn

from suluh.project.config import config
from suluh.project.database import DatabaseError, PrivateDatabase

NEEDS_OPERATOR = 78
"""Exit code of a process that would end the same way if it were started again (EX_CONFIG of sysexits)."""


def start_django(*, create: bool = False, must_own: bool = False) -> PrivateDatabase | None:
    """Open the database of this installation and set Django up; every command that stores or reads begins so.

    Returns the private database, or None where DATABASE_URL names a server. A private database that this command
    owns stops when the command ends, after the commands that attached to it meanwhile. With `create` a missing
    installation is made; without it the command ends with a sentence that names `suluh init`.
    """
    database = open_database(create=create, must_own=must_own)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "suluh.project.settings")
    import django

    django.setup()
    return database


def end_with(message: str, code: int = 1) -> NoReturn:
    """End the command with a sentence for the operator on stderr."""
    sys.stderr.write(f"suluh: {message}\n")
    raise SystemExit(code)


def require_schema() -> None:
    """End the command with a sentence when the database lacks steps of this version; call after `start_django`."""
    from suluh.project.schema import pending_migrations

    missing = pending_migrations()
    if missing:
        end_with(
            f"basis data belum sesuai versi ini ({len(missing)} langkah kurang). Jalankan 'suluh upgrade'.",
            NEEDS_OPERATOR,
        )


def open_database(*, create: bool = False, must_own: bool = False) -> PrivateDatabase | None:
    """The part of `start_django` that concerns the database; does not load Django."""
    if config().database_url:
        return None
    database = PrivateDatabase(config().data, pg_bin=config().pg_bin)
    if not create and not database.cluster.exists:
        end_with(f"belum ada instalasi di {database.cluster.data}. Jalankan 'suluh init' dahulu.")
    try:
        database.open(must_own=must_own)
    except DatabaseError as error:
        end_with(str(error))
    atexit.register(database.close, wait_for_others=not must_own)
    return database
