"""Compare a reading with the register. Reads only."""

from __future__ import annotations

from collections import defaultdict

from suluh.law.kinds import UnitKind
from suluh.organization.addresses import Address, read_address
from suluh.organization.importing.merging import merge_units, units_left_out
from suluh.organization.importing.plan import Entry, Plan
from suluh.organization.importing.values import Reading, UnitRow
from suluh.organization.models import Account, Government, Site, Unit
from suluh.organization.naming import is_near, name_key
from suluh.organization.sockets.history import history

COMPARED = {
    "name": "Nama",
    "short_name": "Nama singkat",
    "kind": "Jenis",
    "contact_mail": "Surel",
    "contact_phone": "Telepon",
}
SECRETARIAT = "sekretariat daerah"


def import_plan(reading: Reading) -> Plan:
    """What importing this reading would add, change and leave, with every fault by its cell."""
    government = Government.objects.first()
    register = _Register(government.name if government else "")
    rows = merge_units(reading, government=register.government)
    units = len(rows) + units_left_out(reading, government=register.government)
    plan = Plan(file=reading.file, rows=reading.rows, units=units, warnings=reading.warnings, errors=reading.errors)
    planner = _Planner(register, plan, rows)
    plan.entries = [entry for row in rows if (entry := planner.entry(row)) is not None]
    planner.drop_orphans()
    _compare_months(plan)
    return plan


class _Register:
    """The register as it stands, read in four queries and looked up by what sheets know."""

    def __init__(self, government: str) -> None:
        self.government = government
        self.units = {unit.pk: unit for unit in Unit.objects.filter(active_until__isnull=True)}
        self.root = next((unit for unit in self.units.values() if unit.parent_id is None), None)
        self.by_code = {unit.code.casefold(): unit for unit in self.units.values() if unit.code}
        self.by_key: dict[str, list[Unit]] = defaultdict(list)
        for unit in self.units.values():
            self.by_key[name_key(unit.name, government=government)].append(unit)
        self.sites: dict[int, list[Site]] = defaultdict(list)
        self.holders: dict[str, int] = {}
        for site in Site.objects.filter(active=True).order_by("-is_main", "id"):
            self.sites[site.unit_id].append(site)
            address = read_address(site.url)
            if address is not None:
                self.holders[address.key] = site.unit_id
        self.accounts = {
            (platform, handle.casefold()): unit
            for platform, handle, unit in Account.objects.values_list("platform", "handle", "unit_id")
        }


class _Planner:
    def __init__(self, register: _Register, plan: Plan, rows: list[UnitRow]) -> None:
        self.register, self.plan = register, plan
        self.keys = {name_key(row.name, government=register.government) for row in rows}
        self.codes = {
            row.code.casefold(): name_key(row.name, government=register.government) for row in rows if row.code
        }
        self.seen_codes: dict[str, UnitRow] = {}
        self.taken: dict[str, str] = {}

    def entry(self, row: UnitRow) -> Entry | None:
        """The plan for one row, None where it was refused."""
        if not self._code_is_free(row):
            return None
        found = self._find(row)
        if found is False:
            return None
        entry = Entry(row=row, key=name_key(row.name, government=self.register.government))
        if isinstance(found, Unit):
            entry.unit_id = found.pk
        if not self._place(entry, found if isinstance(found, Unit) else None):
            return None
        if isinstance(found, Unit):
            self._compare(entry, found)
        self._plan_sites(entry, found if isinstance(found, Unit) else None)
        self._plan_accounts(entry)
        return entry

    def drop_orphans(self) -> None:
        """Refuse new units whose superior unit never comes: it was refused, or they stand in a circle."""
        while True:
            coming = {entry.key for entry in self.plan.entries if entry.unit_id is None}
            reachable = {entry.key for entry in self.plan.entries if not isinstance(entry.parent, str)} & coming
            grew = True
            while grew:
                more = {e.key for e in self.plan.entries if e.parent in reachable and e.key in coming} - reachable
                reachable |= more
                grew = bool(more)
            lost = [e for e in self.plan.entries if isinstance(e.parent, str) and e.parent not in reachable]
            if not lost:
                return
            for entry in lost:
                self._refuse(entry.row, f"Induk '{entry.row.parent}' tidak dapat dipakai. Periksa baris induknya.")
                self.plan.entries.remove(entry)

    def _code_is_free(self, row: UnitRow) -> bool:
        if not row.code:
            return True
        first = self.seen_codes.setdefault(row.code.casefold(), row)
        if first is not row:
            self._refuse(row, f"Kode '{row.code}' sudah dipakai di baris {first.where.row}.")
        return first is row

    def _find(self, row: UnitRow) -> Unit | bool | None:
        """The unit of the register, None where it is new, False where it cannot be told."""
        if row.code and row.code.casefold() in self.register.by_code:
            return self.register.by_code[row.code.casefold()]
        key = name_key(row.name, government=self.register.government)
        candidates = [unit for unit in self.register.by_key.get(key, []) if not (row.code and unit.code)]
        if row.parent and len(candidates) > 0:
            parent = self._parent_of(row)
            candidates = [unit for unit in candidates if unit.parent_id == parent]
        if len(candidates) > 1:
            self._refuse(row, f"Ada {len(candidates)} unit bernama '{row.name}'. Isi kolom Kode atau Induk.")
            return False
        return candidates[0] if candidates else self._near(row, key)

    def _near(self, row: UnitRow, key: str) -> Unit | None:
        if row.registers:
            return None
        place = f"{row.where.sheet} baris {row.where.row}"
        for other_key, units in self.register.by_key.items():
            if len(units) == 1 and other_key not in self.keys and is_near(key, other_key):
                if any(self.register.holders.get(site.key) == units[0].pk for site in row.sites):
                    self.plan.warnings.append(f"{place}: '{row.name}' dicatat pada '{units[0].name}'; alamatnya sama.")
                    return units[0]
                self.plan.warnings.append(f"{place}: '{row.name}' mirip dengan '{units[0].name}' di register. Periksa.")
        return None

    def _parent_of(self, row: UnitRow) -> int | str | None:
        """Id of the named superior unit, or the key of one in this sheet; None where it is unknown."""
        word, key = row.parent.casefold(), name_key(row.parent, government=self.register.government)
        if word in self.register.by_code:
            return self.register.by_code[word].pk
        if word in self.codes:
            return self._registered_or_new(self.codes[word])
        return self._registered_or_new(key)

    def _registered_or_new(self, key: str) -> int | str | None:
        units = self.register.by_key.get(key, [])
        if len(units) == 1:
            return units[0].pk
        return key if not units and key in self.keys else None

    def _place(self, entry: Entry, unit: Unit | None) -> bool:
        row = entry.row
        if row.parent:
            entry.parent = self._parent_of(row)
            if entry.parent is None or entry.parent == entry.key:
                self._refuse(row, f"Induk '{row.parent}' tidak ditemukan. Tulis kode atau nama unit yang ada.")
                return False
            if unit is not None and isinstance(entry.parent, int) and entry.parent != unit.parent_id:
                return self._plan_move(entry, unit, self.register.units[entry.parent])
        elif unit is None and (row.kind or "") in ("", UnitKind.BAGIAN) and entry.key.startswith("bagian "):
            entry.parent = self._registered_or_new(SECRETARIAT)
        return True

    def _plan_move(self, entry: Entry, unit: Unit, parent: Unit) -> bool:
        if parent.is_below(unit):
            self._refuse(entry.row, f"'{unit.name}' tidak dapat berada di bawah '{parent.name}'.")
            return False
        old = self.register.units[unit.parent_id].name if unit.parent_id in self.register.units else "–"
        entry.changes["parent"] = (old, parent.name)
        return True

    def _compare(self, entry: Entry, unit: Unit) -> None:
        row = entry.row
        if row.registers:
            told = {
                "name": row.name, "short_name": row.short_name, "kind": row.kind, "contact_mail": row.mail,
                "contact_phone": row.phone,
            }  # fmt: skip
            if row.code and not unit.code:
                entry.changes["code"] = ("", row.code)
        else:
            told = {"contact_mail": row.mail if not unit.contact_mail else ""}
        for name, value in told.items():
            if value and value != getattr(unit, name):
                entry.changes[name] = (str(getattr(unit, name)), value)

    def _plan_sites(self, entry: Entry, unit: Unit | None) -> None:
        fresh = [site for site in entry.row.sites if self._is_free(site, entry, unit)]
        held = self.register.sites[unit.pk] if unit is not None else []
        main = next((site for site in held if site.is_main), None)
        first = entry.row.sites[0] if entry.row.sites else None
        if main is None:
            entry.sites, entry.main = tuple(fresh), bool(fresh)
        elif first is not None and entry.row.registers and first.url != main.url:
            same_site = first.key == (known.key if (known := read_address(main.url)) else "")
            if same_site or first in fresh:
                entry.sites, entry.replaces_site = (first, *(site for site in fresh if site != first)), main.pk
        elif entry.row.registers:
            entry.sites = tuple(fresh)
        elif fresh:
            self.plan.warnings.append(
                f"{entry.row.name}: register memakai {main.url}, lembar menulis {fresh[0].url}. Dibiarkan."
            )
        if entry.replaces_site:
            entry.changes["site"] = (main.url if main else "", entry.sites[0].url)

    def _is_free(self, site: Address, entry: Entry, unit: Unit | None) -> bool:
        holder = self.register.holders.get(site.key)
        if holder is not None:
            if unit is None or holder != unit.pk:
                name = self.register.units[holder].name if holder in self.register.units else "unit lain"
                self.plan.warnings.append(
                    f"{entry.row.name}: alamat {site.url} sudah dipakai {name} dan tidak ditambahkan."
                )
            return False
        other = self.taken.setdefault(site.key, entry.row.name)
        if other != entry.row.name:
            self.plan.warnings.append(
                f"{entry.row.name}: alamat {site.url} sudah dipakai {other} dan tidak ditambahkan."
            )
        return other == entry.row.name

    def _plan_accounts(self, entry: Entry) -> None:
        fresh = []
        for platform, handle in entry.row.accounts:
            holder = self.register.accounts.get((platform, handle.casefold()))
            if holder is None:
                self.register.accounts[(platform, handle.casefold())] = entry.unit_id or 0
                fresh.append((platform, handle))
            elif holder != entry.unit_id:
                self.plan.warnings.append(f"{entry.row.name}: akun {platform}/{handle} sudah terdaftar pada unit lain.")
        entry.accounts = tuple(fresh)

    def _refuse(self, row: UnitRow, message: str) -> None:
        fault = row.where.fault(message)
        self.plan.errors.note(fault)


def _compare_months(plan: Plan) -> None:
    known = {entry.unit_id: entry.row.months for entry in plan.entries if entry.unit_id and entry.row.months}
    for sink in history:
        compared = sink.compare(known)
        for entry in plan.entries:
            if entry.unit_id is None:
                entry.months_added = len(entry.row.months)
            elif (changes := compared.get(entry.unit_id)) is not None:
                entry.months_added = changes.added
                entry.months_changed = changes.changed
                entry.months_unchanged = changes.unchanged
