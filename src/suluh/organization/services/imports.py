"""Do an import: everything of a plan in one transaction, or nothing."""

from __future__ import annotations

from django.db import connection, transaction
from django.utils.translation import gettext as _

from suluh.organization.errors import Refused
from suluh.organization.importing.plan import Entry, Fate, Plan
from suluh.organization.importing.reading import read_units
from suluh.organization.importing.values import Reading
from suluh.organization.models import Site, Unit
from suluh.organization.naming import guess_kind
from suluh.organization.permissions import permit
from suluh.organization.rights import Actor
from suluh.organization.sockets.history import history

from .accounts import account_add
from .import_plan import import_plan
from .sites import site_add, site_change
from .trail import record
from .units import government_ensure, unit_add, unit_change, unit_move

IMPORT_LOCK = 7_585_742
"""Advisory lock: two imports at once would each plan on what the other is about to change."""
DEFAULT_NAME = "Pemerintah Daerah"


class ImportRefused(Refused):
    """The sheet has faults and nobody chose to leave those rows out; nothing was changed."""

    def __init__(self, plan: Plan) -> None:
        super().__init__(_("The sheet has %(count)s faults. Nothing was changed.") % {"count": len(plan.errors)})
        self.plan = plan


def import_preview(*, content: bytes, file_name: str, by: Actor) -> Plan:
    """What importing a file would do; changes nothing.

    Raises:
        NotAllowed: `by` does not coordinate the whole government.
    """
    permit(by, "register.import")
    return import_plan(read_units(content, file_name=file_name))


@transaction.atomic
def import_units(*, reading: Reading, by: Actor, skip_errors: bool = False) -> Plan:
    """Bring units, their sites, accounts and typed months into the register.

    A second import of the same sheet changes nothing.

    Raises:
        NotAllowed: `by` does not coordinate the whole government.
        ImportRefused: the sheet has faults and `skip_errors` is False.
    """
    permit(by, "register.import")
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [IMPORT_LOCK])
    plan = import_plan(reading)
    if plan.errors and not skip_errors:
        raise ImportRefused(plan)
    _, root = government_ensure(name=DEFAULT_NAME, by=by)
    ids = _write_units(plan, root, by)
    months = {ids[id(entry)].pk: entry.row.months for entry in plan.entries if entry.row.months}
    for sink in history:
        sink.store(months)
    if any(entry.fate is not Fate.UNCHANGED for entry in plan.entries):
        _tell(plan, root, by)
    return plan


def _write_units(plan: Plan, root: Unit, by: Actor) -> dict[int, Unit]:
    """Write entries so that a superior unit comes before those below it; the unit of each entry by its identity."""
    written: dict[int, Unit] = {}
    made: dict[str, Unit] = {}
    waiting = list(plan.entries)
    while waiting:
        later = []
        for entry in waiting:
            if isinstance(entry.parent, str) and entry.parent not in made:
                later.append(entry)
                continue
            written[id(entry)] = unit = _write_unit(entry, root, made, by)
            made.setdefault(entry.key, unit)
        if len(later) == len(waiting):
            raise Refused
        waiting = later
    return written


def _write_unit(entry: Entry, root: Unit, made: dict[str, Unit], by: Actor) -> Unit:
    unit = _change_unit(entry, made, by) if entry.unit_id else _add_unit(entry, _parent(entry, root, made), by)
    _write_sites(entry, unit, by)
    for platform, handle in entry.accounts:
        account_add(unit=unit, platform=platform, handle=handle, by=by)
    return unit


def _parent(entry: Entry, root: Unit, made: dict[str, Unit]) -> Unit:
    if isinstance(entry.parent, str):
        return made[entry.parent]
    return root if entry.parent is None else Unit.objects.get(pk=entry.parent)


def _add_unit(entry: Entry, parent: Unit, by: Actor) -> Unit:
    row = entry.row
    return unit_add(
        name=row.name,
        kind=row.kind or guess_kind(row.name).value,
        parent=parent,
        by=by,
        code=row.code,
        short_name=row.short_name,
        contact_mail=row.mail,
        contact_phone=row.phone,
    )


def _change_unit(entry: Entry, made: dict[str, Unit], by: Actor) -> Unit:
    unit = Unit.objects.get(pk=entry.unit_id or 0)
    fields = {name: new for name, (_old, new) in entry.changes.items() if name not in ("parent", "site")}
    if fields:
        unit = unit_change(unit=unit, by=by, **fields)
    if "parent" in entry.changes or isinstance(entry.parent, str):
        unit = unit_move(unit=unit, parent=_parent(entry, unit, made), by=by)
    return unit


def _write_sites(entry: Entry, unit: Unit, by: Actor) -> None:
    for place, address in enumerate(entry.sites):
        if place == 0 and entry.replaces_site is not None:
            site_change(site=Site.objects.get(pk=entry.replaces_site), url=address.url, by=by)
        else:
            site_add(unit=unit, url=address.url, by=by, main=place == 0 and entry.main)


def _tell(plan: Plan, root: Unit, by: Actor) -> None:
    record(
        "register.imported",
        on=root,
        by=by,
        unit=root,
        file=plan.file,
        added=plan.count(Fate.ADDED),
        changed=plan.count(Fate.CHANGED),
        unchanged=plan.count(Fate.UNCHANGED),
    )
