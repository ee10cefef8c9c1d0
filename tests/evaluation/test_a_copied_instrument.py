"""What CONTRIBUTING promises: a rubric is one new file."""

import shutil

import pytest

from suluh.evaluation import instrument
from suluh.evaluation.instrument import instruments


@pytest.fixture
def copied(tmp_path, monkeypatch):
    for file in instrument.FOLDER.glob("*.toml"):
        shutil.copy(file, tmp_path)
    text = (tmp_path / "p5-banjarbaru.toml").read_text().replace('code = "p5"', 'code = "p5-kota"')
    (tmp_path / "p5-kota.toml").write_text(text)
    monkeypatch.setattr(instrument, "FOLDER", tmp_path)
    instruments.cache_clear()
    yield
    instruments.cache_clear()


def test_a_copied_instrument_is_found_without_any_other_edit(copied):
    assert {"p5", "p5-kota"} <= set(instruments())


def test_two_criteria_with_one_code_are_refused(tmp_path):
    text = (instrument.FOLDER / "p5-banjarbaru.toml").read_text().replace('code = "surel"', 'code = "visi"')
    (tmp_path / "broken.toml").write_text(text)

    with pytest.raises(ValueError, match="share a code"):
        instrument.instrument_read(tmp_path / "broken.toml")
