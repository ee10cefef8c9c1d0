"""What CONTRIBUTING promises: copy a folder, change its code, and the engine asks the new question."""

import shutil
from pathlib import Path

import pytest

import suluh.monitoring.probes as house
from suluh.monitoring.probes.protocol import all_probes, finding_labels
from suluh.monitoring.selectors.marks import finding_mark


@pytest.fixture
def copied(tmp_path, monkeypatch):
    shutil.copytree(Path(house.__path__[0]) / "mobile", tmp_path / "favicon")
    source = tmp_path / "favicon" / "probe.py"
    labels = '    code = "favicon"\n    labels = {"icon-missing": "Tanpa lambang di tab"}'
    source.write_text(source.read_text().replace('    code = "mobile"', labels))
    monkeypatch.setattr(house, "__path__", [*house.__path__, str(tmp_path)])
    all_probes.cache_clear()
    finding_labels.cache_clear()
    yield
    all_probes.cache_clear()
    finding_labels.cache_clear()


def test_a_copied_probe_folder_is_asked_without_any_other_edit(copied):
    assert {"mobile", "favicon"} <= {probe.code for probe in all_probes()}


def test_officers_read_its_finding_in_its_own_words(copied):
    assert str(finding_mark("icon-missing").words) == "Tanpa lambang di tab"
