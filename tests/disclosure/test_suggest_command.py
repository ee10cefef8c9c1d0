"""`suluh suggest`: its contract, line by line."""

from suluh.disclosure.services.lexemes import lexemes_refresh
from suluh.project.cli.suggest import answer
from tests.disclosure.making import published


def said(*lines: str) -> list[dict]:
    return [answer(line, number) for number, line in enumerate(lines, 1)]


def test_a_question_gets_code_title_and_score(world):
    item = published(world.health, world.root)
    lexemes_refresh()

    (line,) = said('{"question": "kapan truk tukang sampah datang"}')

    assert line["error"] is None
    assert line["question"] == "kapan truk tukang sampah datang"
    assert [(one["code"], one["title"]) for one in line["items"]] == [(item.code, item.title)]
    assert line["items"][0]["score"] > 0


def test_nothing_found_is_an_empty_list(world):
    assert said('{"question": "rendang"}') == [{"question": "rendang", "items": [], "error": None}]


def test_malformed_lines_are_answered_in_their_place(world):
    lines = said("tidak", '{"question": 5}', "[1]", "[" * 100_000)

    assert [line["line"] for line in lines] == [1, 2, 3, 4]
    assert all(line["error"] for line in lines)


def test_signs_that_no_database_takes_do_not_end_the_command(world):
    item = published(world.health, world.root)
    lexemes_refresh()

    (line,) = said(r'{"question": "\ud800 kapan\u0000truk tukang sampah datang"}')

    assert [one["code"] for one in line["items"]] == [item.code]
