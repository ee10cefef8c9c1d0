"""Writes the bundled table of free days from the `holidays` package; run it when that package knows a new decree.

`python -m suluh.kernel.workdays.seed` rewrites `indonesia.json`. The table is bundled because importing the package
costs more than a second, and because a deadline must name the version it was counted with.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from importlib.metadata import version
from pathlib import Path
from typing import Any

YEARS = range(2008, 2041)
"""From the year of UU 14/2008 to as far ahead as an exemption is usefully counted."""
ESTIMATED = "(perkiraan)"
TARGET = Path(__file__).with_name("indonesia.json")


def table() -> dict[str, Any]:
    """Free days by ISO date, years with a known decree (they have cuti bersama), days that may still move."""
    from holidays.countries.indonesia import Indonesia

    every = Indonesia(years=YEARS, categories=("public", "government"), language="id")
    decreed = Indonesia(years=YEARS, categories=("government",), language="id")
    free: Mapping[date, str] = {day: every[day] for day in sorted(every)}
    return {
        "version": f"holidays {version('holidays')}, negara ID, libur nasional dan cuti bersama",
        "confirmed": sorted({day.year for day in decreed}),
        "tentative": [day.isoformat() for day, why in free.items() if ESTIMATED in why],
        "free": {day.isoformat(): why.replace(ESTIMATED, "").strip() for day, why in free.items()},
    }


if __name__ == "__main__":
    TARGET.write_text(json.dumps(table(), ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
