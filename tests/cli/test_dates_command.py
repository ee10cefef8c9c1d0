import json
import subprocess
import sys

SULUH = [sys.executable, "-c", "from suluh.project.cli import main; main()"]
KEYS = ["input", "date", "time", "utc_offset", "precision", "error"]


def dates(text: str | bytes, *args: str) -> list[dict[str, object]]:
    given = text.encode() if isinstance(text, str) else text
    command = [*SULUH, "dates", *args]
    done = subprocess.run(command, input=given, capture_output=True, check=True)
    return [json.loads(line) for line in done.stdout.decode().splitlines()]


def test_each_line_gets_one_answer_with_every_key_in_order():
    answers = dates("3 Mei 2023 10.15 WITA\n\nRp 2.024\n", "--now", "2026-04-15")
    assert [list(answer) for answer in answers] == [KEYS] * 3
    assert answers[0] == {
        "input": "3 Mei 2023 10.15 WITA", "date": "2023-05-03", "time": "10:15",
        "utc_offset": "+08:00", "precision": "day", "error": None,
    }  # fmt: skip
    assert answers[1]["date"] is None
    assert answers[2]["date"] is None


def test_now_anchors_relative_forms():
    assert dates("kemarin", "--now", "2026-04-15T01:00:00+07:00")[0]["date"] == "2026-04-14"


def test_a_last_line_without_its_newline_is_answered_and_returns_are_cut():
    assert [answer["input"] for answer in dates("3 Mei 2023\r\n4 Mei 2023")] == ["3 Mei 2023", "4 Mei 2023"]


def test_a_line_that_is_not_utf_8_is_named_in_its_place():
    answers = dates(b"3 Mei 2023\n\xff\xfe\n4 Mei 2023\n")
    assert answers[1]["line"] == 2
    assert answers[1]["error"]
    assert answers[2]["date"] == "2023-05-04"


def test_quotes_and_controls_stay_json():
    text = 'a "b" \\ \t é'
    assert dates(text)[0]["input"] == text


def test_an_answer_comes_before_the_next_question():
    command = [*SULUH, "dates"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(b"3 Mei 2023\n")
        process.stdin.flush()
        assert b"2023-05-03" in process.stdout.readline()
        process.stdin.close()


def test_bad_usage_ends_with_two():
    command = [*SULUH, "dates", "--now", "besok"]
    assert subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, check=False).returncode == 2


def test_the_command_starts_without_django_typer_or_rich():
    code = "import sys, suluh.project.cli.dates; print(sorted({'django','typer','rich','lxml'} & set(sys.modules)))"
    assert (
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "[]"
    )
