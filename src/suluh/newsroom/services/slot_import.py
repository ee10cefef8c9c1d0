"""Taking a sheet into the calendar: kept until its preview is confirmed, then all of it, or what has no fault."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone

from suluh.kernel.sheets import SheetFault, SheetRefused, read_sheets
from suluh.newsroom.errors_planning import SheetHasFaults
from suluh.newsroom.importing import Reading, Words, read_plan
from suluh.newsroom.services.slots import Plan, slot_add
from suluh.organization.models import ImportDraft, Person
from suluh.organization.selectors import units_open_to

KEPT = timedelta(days=1)


@transaction.atomic
def plan_keep(*, sheet: UploadedFile[bytes], by: Person) -> ImportDraft:
    """Keep an upload for a day; older ones go."""
    ImportDraft.objects.filter(created_at__lt=timezone.now() - KEPT).delete()
    return ImportDraft.objects.create(person=by, file_name=(sheet.name or "lembar")[-200:], content=sheet.read())


def plan_preview(*, draft: ImportDraft, by: Person) -> Reading:
    """What taking the draft would plan; units are those for which the person plans."""
    units = units_open_to(by, "calendar.plan")
    named = {name.casefold(): unit.pk for unit in units for name in (unit.name, unit.short_name, unit.code, unit.slug)}
    named.pop("", None)
    words = Words(
        units=named,
        own=units[0].pk if len(units) == 1 else None,
        today=timezone.localtime(),
    )
    try:
        return read_plan(read_sheets(bytes(draft.content)), words)
    except SheetRefused as refused:
        return Reading((), (SheetFault("", None, None, str(refused)),))


@transaction.atomic
def plan_take(*, draft: ImportDraft, skip_faults: bool, by: Person) -> int:
    """Plan the rows of the draft and let it go; returns how many.

    Raises:
        SheetHasFaults: it has faults and `skip_faults` is False, or nothing else; nothing is planned then.
    """
    reading = plan_preview(draft=draft, by=by)
    if not reading.rows or (reading.faults and not skip_faults):
        raise SheetHasFaults(len(reading.faults))
    units = {unit.pk: unit for unit in units_open_to(by, "calendar.plan")}
    for row in reading.rows:
        at = timezone.make_aware(datetime.combine(row.day, row.clock))
        slot_add(unit=units[row.unit], plan=Plan(row.title, row.kind, at, row.note), by=by)
    draft.delete()
    return len(reading.rows)
