"""What an item says: the seven columns of annex I of Perki 1/2021, and ours. Pure values, compared and kept as JSON."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class ItemContent:
    """One item of the list of public information, as proposed or as fixed by decree.

    Columns of annex I (Perki 1/2021 art. 21(2)): `summary` of the contents, `holder` who keeps it, `responsible` who
    made it, `made_on` and `made_at` when and where, `softcopy` and `hardcopy` the forms, `retention` how long.
    Ours: `title`, `category` (berkala, serta-merta, setiap-saat), `law_code` of the mandatory item, `link`.
    """

    title: str
    summary: str = ""
    category: str = ""
    law_code: str = ""
    holder: str = ""
    responsible: str = ""
    made_on: date | None = None
    made_at: str = ""
    softcopy: bool = True
    hardcopy: bool = False
    retention: str = ""
    link: str = ""

    def as_json(self) -> dict[str, Any]:
        """Plain values for a JSON column; the day is written in ISO."""
        values = {field.name: getattr(self, field.name) for field in fields(self)}
        return values | {"made_on": self.made_on.isoformat() if self.made_on else None}

    @classmethod
    def from_json(cls, values: Mapping[str, Any]) -> ItemContent:
        """What `as_json` wrote; fields that later versions added have their defaults."""
        known = {field.name for field in fields(cls)}
        kept = {name: value for name, value in values.items() if name in known}
        if kept.get("made_on"):
            kept["made_on"] = date.fromisoformat(kept["made_on"])
        return cls(**kept)


LABELS = {
    "title": _("Title"),
    "summary": _("Summary of the contents"),
    "category": _("Class"),
    "law_code": _("Mandatory item"),
    "holder": _("Official, unit or section that holds it"),
    "responsible": _("Responsible for making or issuing it"),
    "made_on": _("Made on"),
    "made_at": _("Made at"),
    "softcopy": _("Digital file"),
    "hardcopy": _("On paper"),
    "retention": _("Retention period"),
    "link": _("Address of the page or file"),
}
"""Names of the columns for people, in the order of the list."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One column that two versions say differently."""

    name: str
    label: Any
    old: Any
    new: Any


def differences(old: ItemContent | None, new: ItemContent) -> list[Difference]:
    """Columns that `new` says differently; all that are filled where there was nothing before."""
    found = []
    for name, label in LABELS.items():
        before = getattr(old, name) if old else None
        after = getattr(new, name)
        if before != after and (before or after):
            found.append(Difference(name, label, before, after))
    return found
