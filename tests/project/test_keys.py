"""The keys of an installation."""

from pathlib import Path

from suluh.project.config import Config
from suluh.project.keys import KEY_FILES, key_folder, keys_create, session_key


def test_keys_lie_beside_the_data_and_are_readable_by_this_account_alone(tmp_path: Path) -> None:
    config = Config(data=tmp_path / "data")
    made = keys_create(config)
    assert {file.name for file in made} == set(KEY_FILES)
    assert key_folder(config) == tmp_path / "data-keys"
    assert all(file.stat().st_mode & 0o077 == 0 for file in (key_folder(config), *made))


def test_existing_keys_are_never_replaced(tmp_path: Path) -> None:
    config = Config(data=tmp_path / "data")
    keys_create(config)
    before = session_key(config)
    assert keys_create(config) == []
    assert session_key(config) == before


def test_a_key_from_the_settings_goes_before_the_file(tmp_path: Path) -> None:
    config = Config(data=tmp_path / "data", secret_key="dari pengaturan")
    keys_create(config)
    assert session_key(config) == "dari pengaturan"
