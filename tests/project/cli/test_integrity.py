"""`suluh integrity` answers line by line as its contract says."""

import json
import subprocess
import sys

import pytest


@pytest.fixture
def answers(tmp_path):
    def ask(*lines: object, options: tuple[str, ...] = ()) -> list[dict]:
        manifest = tmp_path / "manifest.jsonl"
        manifest.write_text("\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines))
        command = [
            sys.executable,
            "-c",
            "from suluh.project.cli import main; main()",
            "integrity",
            "--manifest",
            str(manifest),
            *options,
        ]
        run = subprocess.run(command, capture_output=True, text=True, check=True)
        return [json.loads(line) for line in run.stdout.splitlines()]

    return ask


def test_every_line_is_answered_in_order_and_a_broken_one_in_its_place(answers):
    found = answers({"url": "https://a.go.id/", "title": "Dinas Sosial"}, "{", {"url": "https://b.go.id/?slot-gacor"})
    assert found[0] == {"url": "https://a.go.id/", "verdict": "clean", "score": 0.0, "signals": [], "error": None}
    assert found[1]["line"] == 2
    assert found[1]["error"]
    assert found[2]["signals"][0].keys() == {"code", "kind", "weight", "evidence"}


def test_a_page_is_read_beside_the_manifest(answers, tmp_path):
    (tmp_path / "a.html").write_text("<title>Slot gacor maxwin</title><body><a href=https://hoki88.com>slot</a>")
    (answer,) = answers({"url": "https://a.go.id/", "file": "a.html"})
    assert answer["verdict"] == "infected"


def test_a_missing_file_is_an_error_of_its_line(answers):
    (answer,) = answers({"url": "https://a.go.id/", "file": "tidak-ada.html"})
    assert answer["verdict"] is None
    assert "tidak terbaca" in answer["error"]


def test_explain_adds_the_reckoning_to_the_evidence(answers):
    line = {"url": "https://a.go.id/", "title": "Slot gacor maxwin"}
    (plain,), (explained,) = answers(line), answers(line, options=("--explain",))
    assert len(explained["signals"][0]["evidence"]) > len(plain["signals"][0]["evidence"])


def test_the_command_starts_without_django_and_without_the_learning_library():
    code = "import sys, suluh.project.cli.integrity; print({'django', 'sklearn', 'lxml', 'aiohttp'} & set(sys.modules))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "set()"
