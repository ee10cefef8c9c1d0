"""Keep months that were typed into sheets before Suluh watched."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from suluh.monitoring.models import MonthRecord
from suluh.organization.importing.values import MonthRow
from suluh.organization.sockets.history import MonthChanges, Months

FIELDS = ("updates", "visi", "struktur", "alamat", "surel", "telepon", "note", "site_url")
Held = dict[tuple[int, date], MonthRecord]


class MonthHistory:
    """The sink for monthly recaps: one record a unit and month, with the cell it came from."""

    code = "month-records"

    def compare(self, months: Months) -> Mapping[int, MonthChanges]:
        """What `store` would do, by unit id."""
        held = _held(months)
        return {unit: _count(unit, rows, held) for unit, rows in months.items()}

    def store(self, months: Months) -> None:
        """Write new months, mend changed ones, in two statements whatever their number."""
        held = _held(months)
        added, changed = [], []
        for unit, rows in months.items():
            for row in rows:
                record = held.get((unit, row.month))
                if record is None:
                    added.append(MonthRecord(unit_id=unit, month=row.month, source=_source(row), **_told(row)))
                elif _take(record, row):
                    changed.append(record)
        MonthRecord.objects.bulk_create(added, batch_size=1000)
        MonthRecord.objects.bulk_update(changed, [*FIELDS, "source"], batch_size=500)


def _held(months: Months) -> Held:
    return {(record.unit_id, record.month): record for record in MonthRecord.objects.filter(unit_id__in=list(months))}


def _count(unit: int, rows: Iterable[MonthRow], held: Held) -> MonthChanges:
    added = changed = unchanged = 0
    for row in rows:
        record = held.get((unit, row.month))
        if record is None:
            added += 1
        elif _differs(record, row):
            changed += 1
        else:
            unchanged += 1
    return MonthChanges(added, changed, unchanged)


def _told(row: MonthRow) -> dict[str, Any]:
    """What the row says; blanks are left out."""
    values = {name: getattr(row, name) for name in FIELDS}
    return {name: value for name, value in values.items() if value not in (None, "")}


def _differs(record: MonthRecord, row: MonthRow) -> bool:
    return any(getattr(record, name) != value for name, value in _told(row).items())


def _take(record: MonthRecord, row: MonthRow) -> bool:
    if not _differs(record, row):
        return False
    for name, value in _told(row).items():
        setattr(record, name, value)
    record.source = _source(row)
    return True


def _source(row: MonthRow) -> str:
    return str(row.where)[-200:]
