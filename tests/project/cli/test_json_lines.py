"""Lines that a program or an attacker may send: each is answered in its place, and so is the one behind it."""

import json
import subprocess
import sys

import pytest

from suluh.project.cli.json_lines import NotAnObjectError, numbered, parsed

GOOD = b'{"clock": "ANS", "start": "2026-03-16"}'
HOSTILE = [
    b"[" * 100_000,
    b'{"clock": ' + b"9" * 5000 + b"}",
    b"\xff\xfe\x00",
    b'{"clock": "ANS"',
    b'"ANS"',
]


@pytest.mark.parametrize("line", HOSTILE, ids=["nested", "number", "bytes", "cut", "text"])
def test_a_line_that_is_no_object_is_refused_by_name(line):
    with pytest.raises(NotAnObjectError):
        parsed(line)


def test_blank_lines_keep_their_numbers_and_a_mark_before_the_first_is_no_sign():
    lines = [b"\xef\xbb\xbf" + GOOD, b"  ", GOOD]

    assert [(number, parsed(line)["clock"]) for number, line in numbered(lines)] == [(1, "ANS"), (3, "ANS")]


def test_a_command_answers_every_hostile_line_and_the_honest_one_behind_it():
    half_a_pair = rb'{"clock": "\ud800", "start": "2026-03-16"}'
    command = [sys.executable, "-c", "from suluh.project.cli import main; main(['deadline'])"]
    done = subprocess.run(command, input=b"\n".join([*HOSTILE, half_a_pair, GOOD]), capture_output=True, check=True)
    *refused, pair, good = (json.loads(line) for line in done.stdout.decode("utf-8").splitlines())

    assert [line["line"] for line in refused] == [1, 2, 3, 4, 5]
    assert pair["clock"] == "\ud800"
    assert pair["error"]
    assert good["due"] == "2026-04-07"
