"""The doctor's round, from the outside in; it stops where the next look would be in vain."""

import os
from collections.abc import Iterator

from suluh.project.config import Config
from suluh.project.database import DatabaseError, PrivateDatabase

from .database import database_diagnoses
from .diagnosis import Diagnosis, Level, bad
from .folders import folder_diagnoses
from .outside import outside_diagnoses


def doctors_round(config: Config) -> Iterator[Diagnosis]:
    """Everything there is to say about this installation. Starts the database for a moment when it does not run."""
    if not config.data.exists():
        yield bad("folder data", f"{config.data.resolve()} tidak ada. Jalankan 'suluh init', atau atur SULUH_DATA.")
        return
    yield from folder_diagnoses(config)
    yield from outside_diagnoses(config)
    if config.database_url:
        yield from _inside(config)
        return
    database = PrivateDatabase(config.data, pg_bin=config.pg_bin)
    seen = list(database_diagnoses(database))
    yield from seen
    if any(diagnosis.level is Level.BAD for diagnosis in seen):
        return
    try:
        with database:
            yield from _inside(config)
    except DatabaseError as error:
        yield bad("basis data", str(error))


def _inside(config: Config) -> Iterator[Diagnosis]:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "suluh.project.settings")
    import django
    from django.db import Error

    django.setup()
    from .inside import inside_diagnoses

    try:
        yield from inside_diagnoses(config)
    except Error as fault:
        yield bad("basis data", f"Basis data tidak menjawab ({fault}). Periksa DATABASE_URL atau 'suluh serve'.")
