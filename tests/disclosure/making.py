"""Items as tests need them."""

from datetime import date

from suluh.disclosure.content import ItemContent
from suluh.disclosure.models import Decree, Item, ItemVersion
from suluh.disclosure.services.decrees import decree_approve, decree_prepare, decree_send
from suluh.disclosure.services.items import item_propose, version_accept
from suluh.organization.rights import OPERATOR


def content(title: str = "Jadwal pengangkutan sampah 2026", **more: object) -> ItemContent:
    """Contents with every statutory column filled."""
    values: dict[str, object] = {
        "summary": "Hari, jam, dan rute truk di dua belas kecamatan.", "category": "setiap-saat", "law_code": "T-c",
        "holder": "Bidang Kebersihan", "responsible": "Kepala Dinas", "made_on": date(2026, 1, 12),
        "made_at": "Arunika", "softcopy": True, "hardcopy": True, "retention": "2 tahun", **more,
    }  # fmt: skip
    return ItemContent(title=title, **values)  # type: ignore[arg-type]


def accepted(unit, title: str = "Jadwal pengangkutan sampah 2026", **more: object) -> ItemVersion:
    """A proposal that was reviewed and waits for the decree."""
    said = content(title, **more)
    version = item_propose(unit=unit, content=said, by=OPERATOR)
    return version_accept(version=version, category=said.category, law_code=said.law_code, by=OPERATOR)


def fix(body, number: str = "03/PPID/2026") -> Decree:
    """A decree in force over everything that was accepted."""
    decree = decree_prepare(body=body, number=number, day=date(2026, 4, 1), by=OPERATOR)
    return decree_approve(decree=decree_send(decree=decree, by=OPERATOR), by=OPERATOR)


def published(unit, body, title: str = "Jadwal pengangkutan sampah 2026", number: str = "", **more: object) -> Item:
    """An item that everybody reads."""
    version = accepted(unit, title, **more)
    fix(body, number or f"SK {version.pk}")
    return Item.objects.get(pk=version.item_id)
