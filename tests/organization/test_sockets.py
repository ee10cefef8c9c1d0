import sys
from datetime import date
from pathlib import Path
from textwrap import dedent

import pytest
from django.apps import AppConfig, apps

from suluh.organization.sockets import discover
from suluh.organization.sockets.duties import Duty, DutySource, duties, duties_of
from suluh.organization.sockets.events import EventKind, events
from suluh.organization.sockets.measures import measures
from suluh.organization.sockets.registry import Registry

SMALLEST = {
    "__init__.py": "",
    "events.py": 'EVENTS = {"%(name)s.done": "did it to %%(what)s"}',
    "measures.py": """
        from suluh.organization.sockets.measures import Measure, MeasureValue

        MEASURES = [Measure("%(name)s", "Label", lambda units, period: {unit.pk: MeasureValue(1, 2) for unit in units})]
        """,
    "duties.py": """
        from suluh.organization.sockets.duties import DutySource

        DUTIES = [DutySource("%(name)s", lambda person: [])]
        """,
    "permissions.py": """
        from suluh.organization.predicates import reads

        PERMISSIONS = {"%(name)s.do": reads}
        """,
}


@pytest.fixture
def feature(tmp_path: Path, monkeypatch):
    """Copy the smallest feature to a new name and install it; nothing else is edited."""

    def install(name: str) -> None:
        folder = tmp_path / name
        folder.mkdir()
        for file, text in SMALLEST.items():
            (folder / file).write_text(dedent(text % {"name": name} if text else ""))
        monkeypatch.syspath_prepend(tmp_path)
        monkeypatch.setitem(apps.app_configs, name, AppConfig.create(name))
        discover()

    yield install
    for registry in (events, measures, duties):
        for code in [offer.code for offer in registry if offer.code.startswith("fitur_")]:
            del registry._offers[code]
    for module in [module for module in sys.modules if module.startswith("fitur_")]:
        del sys.modules[module]


def test_a_copied_feature_is_found_in_every_socket_without_another_edit(feature):
    from rules.permissions import perm_exists, remove_perm

    feature("fitur_baru")
    assert "fitur_baru.done" in events
    assert "fitur_baru" in measures
    assert "fitur_baru" in duties
    assert perm_exists("fitur_baru.do")
    remove_perm("fitur_baru.do")


def test_one_code_is_offered_once():
    registry: Registry[EventKind] = Registry("event")
    registry.register(EventKind("a", "x"), EventKind("a", "x"))
    with pytest.raises(ValueError, match="offered twice"):
        registry.register(EventKind("a", "y"))


def test_an_unknown_code_is_named():
    with pytest.raises(LookupError, match="hilang"):
        measures.get("hilang")


def test_a_sentence_with_erased_values_reads_with_gaps():
    assert EventKind("a", "registered %(url)s").tell(None) == "registered …"


def test_duties_come_urgent_first_then_by_day(world):
    source = DutySource(
        "fitur_urut",
        lambda person: [
            Duty("tanpa hari", "", "/", "x"),
            Duty("nanti", "", "/", "x", due=date(2026, 5, 1)),
            Duty("mendesak", "", "/", "x", due=date(2026, 9, 1), urgent=True),
            Duty("besok", "", "/", "x", due=date(2026, 4, 3)),
        ],
    )
    registered = dict(duties._offers)
    try:
        duties._offers.clear()
        duties.register(source)
        assert [duty.title for duty in duties_of(world.coordinator)] == ["mendesak", "besok", "nanti", "tanpa hari"]
    finally:
        duties._offers.clear()
        duties._offers.update(registered)
