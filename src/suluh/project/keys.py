"""The keys of an installation: they lie outside the data folder, and no backup ever holds them."""

import os
import secrets
from pathlib import Path

from suluh.project.config import Config

SESSION_KEY = "session.key"
SEALING_KEY = "sealing.key"
KEY_FILES = (SESSION_KEY, SEALING_KEY)


def key_folder(config: Config) -> Path:
    """Where the keys lie: SULUH_KEYS, else a folder beside the data folder."""
    if config.keys:
        return config.keys.resolve()
    data = config.data.resolve()
    return data.with_name(f"{data.name}-keys")


def keys_create(config: Config) -> list[Path]:
    """Make the missing keys, readable by this account alone; existing ones are never touched. Returns the new ones."""
    folder = key_folder(config)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return [folder / name for name in KEY_FILES if _made(folder / name)]


def key_read(config: Config, name: str) -> str:
    """One key, or an empty string when it was never made."""
    try:
        return (key_folder(config) / name).read_text(encoding="ascii").strip()
    except FileNotFoundError:
        return ""


def session_key(config: Config) -> str:
    """The key of sessions and signed links; a process without an installation gets one of its own."""
    return config.secret_key or key_read(config, SESSION_KEY) or secrets.token_urlsafe(48)


def _made(file: Path) -> bool:
    try:
        handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return False
    with os.fdopen(handle, "w", encoding="ascii") as stream:
        stream.write(secrets.token_urlsafe(48) + "\n")
    return True
