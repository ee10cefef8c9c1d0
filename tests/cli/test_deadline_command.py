"""`suluh deadline` as scripts use it."""

import json
import subprocess
import sys

import pytest

from suluh.project.cli.deadline import answer

KEYS = {"clock", "start", "due", "working_days", "skipped", "estimated", "law", "error"}


def ask(**line):
    return answer(json.dumps(line), 1)


def test_one_answer_a_line_in_order_and_a_summary_apart():
    lines = '{"clock":"ANS","start":"2026-03-16"}\nnot json\n{"clock":"REG","start":"2026-03-16"}\n'
    command = [sys.executable, "-c", "from suluh.project.cli import main; main(['deadline'])"]
    done = subprocess.run(command, input=lines, capture_output=True, text=True, check=True)
    first, second, third = (json.loads(line) for line in done.stdout.splitlines())

    assert first["due"] == "2026-04-07"
    assert second["line"] == 2
    assert second["error"]
    assert third["due"] is None
    assert third["error"] is None


def test_the_command_starts_without_django_and_without_the_holidays_package():
    code = (
        'import sys, io; sys.stdin = io.TextIOWrapper(io.BytesIO(b\'{"clock":"ANS","start":"2026-03-16"}\\n\'))\n'
        "from suluh.project.cli.deadline import app; app([])\n"
        "assert not {'django', 'holidays', 'typer'} & set(sys.modules), 'heavy import'"
    )

    assert subprocess.run([sys.executable, "-c", code], capture_output=True, check=False).returncode == 0


@pytest.mark.parametrize(("clock", "start"), [("ANS", "2026-03-16"), ("XX", "x"), ("SM", "2026-01-02")])
def test_every_key_is_always_there(clock, start):
    assert set(ask(clock=clock, start=start)) >= KEYS


def test_skipped_weekdays_carry_their_reasons():
    found = ask(clock="ANS", start="2026-03-16", extra_holidays=["2026-03-30"], pauses=[["2026-04-01", "2026-04-02"]])
    reasons = {one["date"]: one["reason"] for one in found["skipped"]}

    assert found["due"] == "2026-04-10"
    assert reasons["2026-03-18"] == "Cuti Bersama Hari Suci Nyepi"
    assert reasons["2026-03-30"] == "Libur tambahan"
    assert reasons["2026-04-01"] == reasons["2026-04-02"] == "Jeda"


@pytest.mark.parametrize(
    "line",
    [
        {"clock": "NO", "start": "2026-03-16"},
        {"clock": "ANS", "start": "16-03-2026"},
        {"clock": "ANS"},
        {"clock": "ANS", "start": "2026-03-16", "extra_holidays": ["besok"]},
        {"clock": "ANS", "start": "2026-03-16", "pauses": [["2026-04-02", "2026-04-01"]]},
        {"clock": "ANS", "start": "2026-03-16", "pauses": ["2026-04-02"]},
        {"clock": "ANS", "start": "2026-03-16", "pauses": [["2026-03-16", "9999-12-31"]]},
        {"clock": "C4", "start": "9999-12-30"},
        {"clock": "BK", "start": "9999-12-30"},
    ],
)
def test_what_cannot_be_computed_is_an_error_in_its_place(line):
    found = ask(**line)

    assert found["due"] is None
    assert found["error"]


@pytest.mark.parametrize("text", ["", "[]", "3", "null", '"ANS"', "{"])
def test_a_malformed_line_names_its_number(text):
    assert answer(text, 7)["line"] == 7


def test_a_year_without_a_joint_decree_makes_an_estimate():
    assert ask(clock="ANS", start="2030-03-01")["estimated"] is True
    assert ask(clock="ANS", start="2026-07-01")["estimated"] is False
