"""A day is the government's day: that of a moment in UTC is yesterday's until seven in the morning in Jakarta."""

import re
from pathlib import Path

import suluh

HOME = Path(suluh.__file__).parent
OF_A_MOMENT = re.compile(r"\b(?:now|\w+_at|at|\w+_seen|since|until|opened|moment)\.date\(\)")
# rooms without Django's zone: they are handed moments that stand in the zone they are to be read in
WITHOUT_ZONE = ("demo", "kernel", "platforms", "monitoring/engine", "monitoring/probes")


def test_no_room_takes_the_day_of_a_moment_in_utc():
    named = (path for path in HOME.rglob("*.py") if not path.relative_to(HOME).as_posix().startswith(WITHOUT_ZONE))

    assert [
        f"{path.relative_to(HOME)}: {found[0]}"
        for path in named
        for found in OF_A_MOMENT.finditer(path.read_text(encoding="utf-8"))
    ] == []
