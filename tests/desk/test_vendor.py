"""Every vendored file is the one its licence and hash were written down for."""

import hashlib
import tomllib
from pathlib import Path

import pytest

import suluh

HOUSE = Path(suluh.__file__).parent
LISTS = [
    HOUSE / "desk/static/vendor/VENDOR.toml",
    HOUSE / "kernel/letters/fonts/VENDOR.toml",
    Path(__file__).parents[1] / "browser/vendor/VENDOR.toml",
]


@pytest.mark.parametrize("listing", LISTS, ids=lambda path: path.parent.name)
def test_files_match_their_hash_and_carry_their_licence(listing):
    entries = tomllib.loads(listing.read_text())["file"]
    listed = {listing.parent / entry["path"] for entry in entries} | {
        listing.parent / entry["licence_file"] for entry in entries
    }

    for entry in entries:
        assert hashlib.sha256((listing.parent / entry["path"]).read_bytes()).hexdigest() == entry["sha256"]
        assert (listing.parent / entry["licence_file"]).exists()
    assert {path for path in listing.parent.rglob("*") if path.is_file()} - {listing} == listed
