"""Kinds of public body that rules, items and comparisons distinguish."""

from enum import StrEnum


class UnitKind(StrEnum):
    """Kind of unit in a regency; units are compared within one kind only."""

    MAIN = "main"
    OPD = "opd"
    BAGIAN = "bagian"
    RSUD = "rsud"
    KECAMATAN = "kecamatan"
    KELURAHAN = "kelurahan"
    DESA = "desa"
    BLUD = "blud"
    UPT = "upt"
