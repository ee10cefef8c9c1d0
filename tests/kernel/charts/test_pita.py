"""The pita is small, ordered, and never shows silence and ignorance alike."""

from xml.etree import ElementTree

import pytest

from suluh.kernel.charts import axis, pita, step_of

SVG = ElementTree.fromstring


def classes(drawing: str) -> list[str]:
    return [element.get("class", "") for element in SVG(drawing)]


@pytest.mark.parametrize(("items", "step"), [(0, 0), (1, 1), (2, 2), (3, 2), (4, 3), (6, 3), (7, 4), (60, 4)])
def test_a_week_lights_by_the_steps_of_the_look(items, step):
    assert step_of(items) == step


def test_one_path_a_step_and_at_most_eight_elements():
    drawing = pita([0, 1, 2, 4, 7, None] * 4 + [None, 3], label="26 minggu")

    assert classes(drawing) == ["band", "n0", "n1", "n2", "n3", "n4", "nx", "nx-edge"]


def test_a_row_of_26_weeks_is_about_one_kilobyte():
    assert len(pita([0, 1, 3, 5, 8, None, 2] * 3 + [1] * 5, label="26 minggu terakhir: 14 minggu ada terbitan")) < 1300


def test_an_unwatched_week_has_no_lit_or_dark_cell():
    assert classes(pita([None, None], label="-")) == ["band", "nx", "nx-edge"]


def test_weeks_run_from_left_to_right():
    path = SVG(pita([1, 0, 1], label="-", width=34)).find("path[@class='n1']")

    assert path is not None
    lefts = [float(part.split()[0]) for part in path.get("d", "").split("M")[1:]]
    assert lefts == [2.5, 22.5]


def test_the_label_cannot_break_out_of_its_attribute():
    assert SVG(pita([1], label='"><script>')).get("aria-label") == '"><script>'


def test_axis_writes_a_name_where_its_week_stands():
    texts = SVG(axis(["Okt", "", "", "Nov"], end="minggu ini"))

    assert [(text.get("x"), text.text) for text in texts] == [
        ("0%", "Okt"),
        ("75%", "Nov"),
        ("100%", "minggu ini"),
    ]
