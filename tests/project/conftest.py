"""Installations for the tests of the operation."""

from pathlib import Path

import pytest

from tests.project.installation import ROOT, Installation


@pytest.fixture(scope="session")
def installation(tmp_path_factory: pytest.TempPathFactory) -> Installation:
    """One initialised installation; a test that uses it leaves nothing running."""
    folder: Path = tmp_path_factory.mktemp("installation")
    made = Installation(
        folder,
        extra={
            "DJANGO_SETTINGS_MODULE": "tests.project.gated_settings",
            "PYTHONPATH": str(ROOT),
            "SULUH_WORKER_SILENCE": "3",
        },
    )
    made.run("init", "--government", "Kabupaten Arunika", "--admin", "admin@arunika.example")
    return made
