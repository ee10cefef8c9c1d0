"""The private database before anything connects: its major version and its lock."""

import fcntl
from collections.abc import Iterator

from suluh.project.database import DatabaseError, PrivateDatabase

from .diagnosis import Diagnosis, bad, good, note


def database_diagnoses(database: PrivateDatabase) -> Iterator[Diagnosis]:
    """Look at files and lock; nothing is started."""
    cluster = database.cluster
    if not cluster.exists:
        yield bad("basis data", f"Belum ada instalasi di {cluster.data}. Jalankan 'suluh init'.")
        return
    try:
        cluster.require_major(database.programs())
        yield good("basis data", f"PostgreSQL {cluster.major()}, sesuai program.")
    except DatabaseError as error:
        yield bad("basis data", str(error))
    yield lock(database)


def lock(database: PrivateDatabase) -> Diagnosis:
    """A lock that is held while nobody answers, or a mark left by a server that is gone."""
    cluster = database.cluster
    access = cluster.access()
    answers = access is not None and access.answers()
    if _held(database):
        if answers:
            return good("kunci basis data", "Dipegang proses Suluh yang berjalan.")
        return bad(
            "kunci basis data",
            f"{cluster.lock_file} dipegang sebuah proses, tetapi basis data tidak menjawab. Bila bukan baru dimulai, "
            f"lihat pemegangnya dengan 'fuser {cluster.lock_file}', hentikan, lalu mulai lagi. "
            f"Catatan: {cluster.log_file}",
        )
    if answers:
        return bad("kunci basis data", "Basis data berjalan tanpa pemilik. Hentikan proses postgres itu, mulai lagi.")
    if (cluster.files / "postmaster.pid").exists():
        return note("kunci basis data", "Ada tanda dari server yang mati mendadak; dibersihkan pada start berikutnya.")
    return good("kunci basis data", "Bebas; basis data sedang tidak berjalan.")


def _held(database: PrivateDatabase) -> bool:
    if not database.cluster.lock_file.exists():
        return False
    with database.cluster.lock_file.open("a") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
    return False
