"""The decree that fixes the list of public information, with the list as its annex (Perki 1/2021 art. 45, annex I)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from suluh.disclosure.models import Decree, DecreeLine
from suluh.law.papers import paper as law_paper
from suluh.organization.models import Unit

from .days import indonesian_day
from .sheets import Block, Signature, across, center, facts, heading, numbered, sheet_pdf, signed, table, text

Change = DecreeLine.Change
CONSIDERED = (
    "bahwa informasi publik harus dapat diketahui dan diperoleh masyarakat dengan mudah melalui Daftar Informasi "
    "Publik yang disusun dan dimutakhirkan secara teratur;",
    "bahwa unit kerja telah mengusulkan informasi yang dikuasainya dan PPID telah menelaah serta "
    "mengklasifikasikannya;",
    "bahwa Atasan PPID telah diminta persetujuan atas daftar dalam lampiran keputusan ini.",
)
REMEMBERED = (
    "Undang-Undang Nomor 14 Tahun 2008 tentang Keterbukaan Informasi Publik;",
    "Peraturan Pemerintah Nomor 61 Tahun 2010 tentang Pelaksanaan Undang-Undang Nomor 14 Tahun 2008;",
    "Peraturan Komisi Informasi Nomor 1 Tahun 2021 tentang Standar Layanan Informasi Publik.",
)


def decree_paper(decree: Decree, lines: Sequence[DecreeLine], *, left_out: int) -> bytes:
    """The decree as PDF/UA.

    Args:
        decree: sent or in force.
        lines: its lines that everybody may read, with item and version, in the order of the list.
        left_out: how many of its lines were excluded since; the annex says so and no more.
    """
    counts = Counter(line.change for line in lines)
    listed = [line for line in lines if line.change != Change.REMOVED]
    blocks = [
        heading("Menimbang"),
        numbered(CONSIDERED),
        heading("Mengingat"),
        numbered(REMEMBERED),
        center("MEMUTUSKAN"),
        facts(_decided(decree, len(listed), counts)),
        signed(*_people(decree)),
        across(*_annex(decree, listed, left_out)),
    ]
    title = f"Keputusan PPID {decree.body.name} tentang Daftar Informasi Publik"
    foot = f"Keputusan {decree.number}"
    return sheet_pdf(body=decree.body, title=title, number=decree.number, blocks=blocks, foot=foot)


def _decided(decree: Decree, listed: int, counts: Counter[str]) -> list[tuple[str, str]]:
    before = decree.previous
    rows = [
        (
            "KESATU",
            f"Menetapkan Daftar Informasi Publik {decree.body.name} sebanyak {_count(listed)} butir sebagaimana "
            "lampiran yang menjadi bagian tidak terpisahkan dari keputusan ini.",
        ),
        (
            "KEDUA",
            f"Dibandingkan dengan daftar sebelumnya: {_count(counts[Change.ADDED])} butir baru, "
            f"{_count(counts[Change.CHANGED])} butir diubah, dan {_count(counts[Change.REMOVED])} butir dikeluarkan.",
        ),
        ("KETIGA", "Daftar dimutakhirkan paling lambat setiap enam bulan (Perki 1/2021 Pasal 45)."),
    ]
    ends = f" Keputusan Nomor {before.number} dinyatakan tidak berlaku." if before else ""
    return [*rows, ("KEEMPAT", f"Keputusan ini berlaku sejak tanggal ditetapkan.{ends}")]


def _people(decree: Decree) -> tuple[Signature, Signature]:
    approved = decree.approved_by.name if decree.approved_by else ""
    waits = "Menyetujui," if decree.approved_at else "Menunggu persetujuan,"
    prepared = decree.prepared_by.name if decree.prepared_by else ""
    day = f"Ditetapkan {indonesian_day(decree.day).partition(', ')[2]}"
    return Signature(f"{waits}\nAtasan PPID", approved), Signature("PPID,", prepared, place_day=day)


def _annex(decree: Decree, listed: Sequence[DecreeLine], left_out: int) -> list[Block]:
    heads = [part.label for part in law_paper("disclosure-list").parts]
    rows = [_row(place, line, line.item.unit) for place, line in enumerate(listed, 1)]
    note = f"{_count(left_out)} butir tidak dicetak karena dikecualikan sesudah keputusan ini." if left_out else ""
    return [
        heading(f"Lampiran Keputusan Nomor {decree.number}: Daftar Informasi Publik"),
        table(heads, rows, (0.7, 5, 3, 3, 2.5, 1.4, 1.4, 2)),
        text(note),
    ]


def _row(place: int, line: DecreeLine, unit: Unit) -> list[str]:
    says = line.version.says
    made = ", ".join(part for part in (says.made_at, f"{says.made_on:%d-%m-%Y}" if says.made_on else "") if part)
    return [
        str(place),
        f"{says.title}. {says.summary}".strip(),
        says.holder or unit.name,
        says.responsible or unit.name,
        made,
        "ya" if says.softcopy else "",
        "ya" if says.hardcopy else "",
        says.retention,
    ]


def _count(number: int) -> str:
    return f"{number:,}".replace(",", ".")
