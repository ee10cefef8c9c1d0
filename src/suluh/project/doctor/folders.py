"""Folders: who can read them, where the keys lie, how much room is left."""

import shutil
from collections.abc import Iterator
from pathlib import Path

from suluh.project.config import Config
from suluh.project.keys import KEY_FILES, key_folder

from .diagnosis import Diagnosis, bad, good

LEAST_FREE = 1024**3
"""Bytes that must stay free; PostgreSQL stops when its disk is full."""

OTHERS = 0o007
OTHERS_AND_GROUP = 0o077


def folder_diagnoses(config: Config) -> Iterator[Diagnosis]:
    """Look at the data folder, the key folder and the disk."""
    data, keys = config.data.resolve(), key_folder(config)
    yield closed_to_others(data)
    yield keys_apart(data, keys)
    yield keys_closed(keys)
    yield room_left(shutil.disk_usage(data).free, data)


def closed_to_others(data: Path) -> Diagnosis:
    """The data folder must not be readable by other accounts of the machine."""
    if data.stat().st_mode & OTHERS:
        return bad("folder data", f"{data} dapat dibaca akun lain. Jalankan: chmod o-rwx {data}")
    return good("folder data", f"{data} tertutup bagi akun lain.")


def keys_apart(data: Path, keys: Path) -> Diagnosis:
    """Keys inside the data folder would travel with copies of it."""
    if keys.is_relative_to(data):
        return bad("kunci", f"Folder kunci {keys} ada di dalam folder data. Pindahkan dan atur SULUH_KEYS.")
    return good("kunci", f"Folder kunci {keys} terpisah dari folder data.")


def keys_closed(keys: Path) -> Diagnosis:
    """The keys must exist and be readable by our account alone."""
    missing = [name for name in KEY_FILES if not (keys / name).exists()]
    if missing:
        return bad(
            "kunci", f"Kunci {', '.join(missing)} tidak ada di {keys}. Kembalikan salinannya, atau 'suluh init'."
        )
    if any(path.stat().st_mode & OTHERS_AND_GROUP for path in (keys, *(keys / name for name in KEY_FILES))):
        return bad("kunci", f"Kunci di {keys} dapat dibaca akun lain. Jalankan: chmod -R go-rwx {keys}")
    return good("kunci", "Kunci hanya dapat dibaca akun ini.")


def room_left(free: int, data: Path) -> Diagnosis:
    """`free`: bytes left on the disk of `data`."""
    size = f"{free / 1024**3:.1f} GB".replace(".", ",")
    if free < LEAST_FREE:
        return bad("ruang disk", f"Tersisa {size} di disk {data}. Kosongkan ruang; di bawah 1 GB basis data berhenti.")
    return good("ruang disk", f"Tersisa {size}.")
