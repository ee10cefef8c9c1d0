"""What a found item may be turned into by other rooms, as they offer it over the handoff socket."""

from __future__ import annotations

from collections.abc import Sequence

from suluh.law.items import all_items
from suluh.organization.models import Person, Unit
from suluh.organization.sockets.handoffs import Handoff, Parcel, handoffs_for

from .items import ItemLine


def parcel_of(unit: Unit, line: ItemLine) -> Parcel:
    """The page that was found for a mandatory item, as it is handed over."""
    content = next((item.content for item in all_items() if item.code == line.code), "")
    return Parcel(
        source=f"unit:{unit.pk}",
        unit=unit,
        title=f"{line.label} {unit.name}",
        text=content,
        url=line.evidence_url,
        more={"law_code": line.code},
    )


def offers_for(unit: Unit, lines: Sequence[ItemLine], person: Person) -> dict[str, list[Handoff]]:
    """What this person may turn each found item into, by its code; identity of the site is nobody's item."""
    found = [line for line in lines if line.is_found and line.evidence_url and not line.code.startswith("I-")]
    offers = {line.code: handoffs_for(parcel_of(unit, line), person) for line in found}
    return {code: given for code, given in offers.items() if given}
