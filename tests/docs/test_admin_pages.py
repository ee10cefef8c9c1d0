"""What docs/admin says works, in an empty folder, page after page."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from suluh.project.config import Config

ROOT = Path(__file__).resolve().parents[2]
PAGES = ROOT / "docs" / "admin"
ORDER = re.findall(r"\]\((\w+\.md)\)", (PAGES / "README.md").read_text(encoding="utf-8"))


def blocks(page: Path) -> list[str]:
    return re.findall(r"^```sh run\n(.*?)^```$", page.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)


def setting_names() -> set[str]:
    return {str(field.validation_alias or f"SULUH_{name.upper()}") for name, field in Config.model_fields.items()}


def test_the_front_page_names_every_page() -> None:
    assert sorted(ORDER) == sorted(page.name for page in PAGES.glob("*.md") if page.name != "README.md")


@pytest.mark.xdist_group("installation")
def test_every_command_on_the_pages_works_in_an_empty_folder(tmp_path: Path) -> None:
    script = "\n".join(block for name in ORDER for block in blocks(PAGES / name))
    assert script.count("suluh ") > 5
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("SULUH_", "DJANGO_", "DATABASE_"))}
    environment = {**kept, "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}"}
    done = subprocess.run(
        ["bash", "-eu"], input=script, env=environment, cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_setting_is_documented_with_its_meaning() -> None:
    page = (PAGES / "settings.md").read_text(encoding="utf-8")
    rows = dict(re.findall(r"^\| `(\w+)` \| .*? \| (.+) \|$", page, re.MULTILINE))
    meant = {
        str(field.validation_alias or f"SULUH_{name.upper()}"): field.description
        for name, field in Config.model_fields.items()
    }
    assert rows == meant


@pytest.mark.parametrize(
    "file", [*sorted(PAGES.glob("*.md")), ROOT / "deploy" / "suluh.env"], ids=lambda path: path.name
)
def test_no_page_names_a_setting_that_does_not_exist(file: Path) -> None:
    named = set(re.findall(r"\bSULUH_[A-Z_]+\b", file.read_text(encoding="utf-8")))
    assert named <= setting_names()


def test_links_between_pages_and_to_the_examples_lead_somewhere() -> None:
    for page in PAGES.glob("*.md"):
        for link in re.findall(r"\]\(([^)#]+)\)", page.read_text(encoding="utf-8")):
            assert (page.parent / link).resolve().exists(), f"{page.name}: {link}"
