"""Do an import: everything of a plan in one transaction, or nothing."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import connection, transaction
from django.utils.translation import gettext as _

from suluh.organization.errors import Refused
from suluh.organization.importing.plan import Entry, Fate, Plan
from suluh.organization.importing.reading import read_units
from suluh.organization.importing.values import Reading
from suluh.organization.models import Account, Site, Unit
from suluh.organization.naming import guess_kind
from suluh.organization.permissions import permit
from suluh.organization.rights import Actor
from suluh.organization.sockets.history import history

from .accounts import accounts_add
from .import_plan import import_plan
from .sites import SiteDraft, site_change, sites_add
from .trail import record
from .units import UnitDraft, government_ensure, unit_change, unit_move, units_add

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
    known = Unit.objects.in_bulk([key for entry in plan.entries for key in (entry.unit_id, entry.parent) if _id(key)])
    waiting = list(plan.entries)
    while waiting:
        ready = [entry for entry in waiting if not isinstance(entry.parent, str) or entry.parent in made]
        if not ready:
            raise Refused
        parents = {id(entry): _parent(entry, root, made, known) for entry in ready}
        written |= _add_units([entry for entry in ready if not entry.unit_id], parents, by)
        for entry in ready:
            if entry.unit_id:
                written[id(entry)] = _change_unit(entry, known[entry.unit_id], parents[id(entry)], by)
            made.setdefault(entry.key, written[id(entry)])
        waiting = [entry for entry in waiting if id(entry) not in written]
    _write_sites(plan, written, by)
    accounts = [
        Account(unit=written[id(entry)], platform=platform, handle=handle)
        for entry in plan.entries
        for platform, handle in entry.accounts
    ]
    accounts_add(drafts=accounts, by=by)
    return written


def _id(key: int | str | None) -> bool:
    return isinstance(key, int)


def _parent(entry: Entry, root: Unit, made: dict[str, Unit], known: dict[int, Unit]) -> Unit:
    if isinstance(entry.parent, str):
        return made[entry.parent]
    return root if entry.parent is None else known[entry.parent]


def _add_units(entries: Sequence[Entry], parents: dict[int, Unit], by: Actor) -> dict[int, Unit]:
    drafts = [
        UnitDraft(
            name=entry.row.name,
            kind=entry.row.kind or guess_kind(entry.row.name).value,
            parent=parents[id(entry)],
            fields={
                "code": entry.row.code, "short_name": entry.row.short_name, "contact_mail": entry.row.mail,
                "contact_phone": entry.row.phone,
            },
        )
        for entry in entries
    ]  # fmt: skip
    units = units_add(drafts=drafts, by=by)
    return {id(entry): unit for entry, unit in zip(entries, units, strict=True)}


def _change_unit(entry: Entry, unit: Unit, parent: Unit, by: Actor) -> Unit:
    fields = {name: new for name, (_old, new) in entry.changes.items() if name not in ("parent", "site")}
    if fields:
        unit = unit_change(unit=unit, by=by, **fields)
    if "parent" in entry.changes or isinstance(entry.parent, str):
        unit = unit_move(unit=unit, parent=parent, by=by)
    return unit


def _write_sites(plan: Plan, written: dict[int, Unit], by: Actor) -> None:
    replaced = Site.objects.in_bulk([entry.replaces_site for entry in plan.entries if entry.replaces_site])
    drafts = []
    for entry in plan.entries:
        for place, address in enumerate(entry.sites):
            if place == 0 and entry.replaces_site is not None:
                site_change(site=replaced[entry.replaces_site], url=address.url, by=by)
            else:
                drafts.append(SiteDraft(written[id(entry)], address, main=place == 0 and entry.main))
    sites_add(drafts=drafts, by=by)


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
