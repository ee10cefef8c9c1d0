from pathlib import Path

import pytest

from tools import steady

FAILS_ONCE = """
import pathlib, pytest
@pytest.mark.xdist_group("one")
def test_meets_a_bad_second():
    mark = pathlib.Path(__file__).with_suffix(".seen")
    seen, _ = mark.exists(), mark.touch()
    assert seen
def test_holds():
    pass
"""
FAILS_NOW_AND_THEN = """
import pathlib
def test_races():
    mark = pathlib.Path(__file__).with_suffix(".rounds")
    rounds = len(mark.read_text()) if mark.exists() else 0
    mark.write_text("x" * (rounds + 1))
    assert rounds % 2
"""
FAIL_MANY = """
import pathlib, pytest
@pytest.mark.parametrize("at", range(4))
def test_meets_a_bad_second(at):
    mark = pathlib.Path(__file__).with_suffix(f".{at}")
    seen, _ = mark.exists(), mark.touch()
    assert seen
"""


@pytest.fixture
def asked(tmp_path, monkeypatch):
    """pytest's answer through `steady` for one file of tests, in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    Path("pytest.ini").write_text("[pytest]\nmarkers =\n  xdist_group\n", encoding="utf-8")
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")

    def ask(tests: str, *arguments: str) -> int:
        Path("test_it.py").write_text(tests, encoding="utf-8")
        return steady.main(["-q", *arguments])

    return ask


@pytest.mark.parametrize("spread", [(), ("-p", "xdist", "-n", "2", "--dist", "loadgroup")], ids=["one", "workers"])
def test_what_failed_once_and_never_again_is_named_and_passes(asked, spread, capfd):
    assert asked(FAILS_ONCE, *spread) == 0
    assert "UNSTEADY" in (told := capfd.readouterr().out)
    assert told.rstrip().endswith("test_it.py::test_meets_a_bad_second")


@pytest.mark.parametrize("tests", [FAILS_NOW_AND_THEN, FAIL_MANY, "def test_is_wrong(): assert 0"])
def test_what_fails_again_and_what_fails_in_number_is_refused(asked, tests):
    assert asked(tests) == 1


@pytest.mark.parametrize("tests", ["import nothing_of_that_name"])
def test_a_run_that_did_not_come_to_its_end_is_refused(asked, tests):
    assert asked(tests) == 2


def test_what_holds_is_asked_once(asked, capfd):
    assert asked("def test_holds(): pass") == 0
    assert capfd.readouterr().out.count("1 passed") == 1
