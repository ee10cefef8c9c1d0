"""Papers of excluded information: annexes II to V of Perki 1/2021, and the extract that refusals carry."""

from __future__ import annotations

from datetime import date

from suluh.disclosure.models import Exclusion
from suluh.disclosure.selectors.decrees import body_unit
from suluh.law.grounds import refusal_grounds
from suluh.law.papers import paper as law_paper

from .days import indonesian_day
from .sheets import Block, Signature, facts, heading, numbered, sheet_pdf, signed, table, text

STEPS = (
    "Dokumen yang memuat informasi dikenali, dan bagian yang akan dikecualikan dicatat secara tertentu.",
    "Undang-undang yang menjadi dasar pengecualian dianalisis.",
    "Akibat bila informasi dibuka ditimbang terhadap kepentingan yang dilindungi bila ditutup, dengan memperhatikan "
    "kepatutan, kesusilaan, dan kepentingan umum.",
)
"""What a test does (Perki 1/2021 art. 49(2)), in our words."""


def consequence_sheet(exclusion: Exclusion) -> bytes:
    """The sheet of the consequence test (annex II), across the page, to be signed by the testers and the head."""
    columns = ("Informasi tertentu", "Dasar hukum", "Bila dibuka", "Bila ditutup", "Jangka waktu")
    row = (exclusion.exact, basis_words(exclusion), exclusion.harm, exclusion.benefit, period_words(exclusion))
    testers = [
        (str(place), one.get("name", ""), one.get("position", ""), one.get("unit", ""), "")
        for place, one in enumerate(exclusion.testers, 1)
    ]
    blocks = [
        facts(
            [
                ("Hari, tanggal, tempat", f"{indonesian_day(exclusion.tested_on)}, {exclusion.tested_at}"),
                ("Unit yang menguasai", exclusion.unit.name),
                ("Lingkup", _scope(exclusion)),
            ]
        ),
        table(columns, [row], (3, 3, 3, 3, 2)),
        heading("Langkah pengujian"),
        numbered(STEPS),
        heading("Penguji"),
        table(("No.", "Nama", "Jabatan", "Unit kerja", "Tanda tangan"), testers, (1, 5, 5, 5, 5)),
        _approved_by(exclusion),
    ]
    return _sheet(exclusion, "consequence-test", exclusion.number, blocks, flipped=True)


def determination(exclusion: Exclusion) -> bytes:
    """The determination of the classification (annex III), with the exact information."""
    return _sheet(exclusion, "classification", exclusion.decree_number, _determined(exclusion, exclusion.exact))


def determination_extract(exclusion: Exclusion) -> bytes:
    """The determination as the public may read it: what the list of exclusions says, never the exact information.

    It is what a refusal carries (Perki 1/2021 art. 34(2)).
    """
    blocks = [
        *_determined(exclusion, exclusion.label),
        text("Kutipan ini memuat isi penetapan tanpa merinci informasi yang dikecualikan."),
    ]
    return _sheet(exclusion, "classification", exclusion.decree_number, blocks, before="Kutipan ")


def change_sheet(exclusion: Exclusion) -> bytes:
    """What was and what is to be (annex IV). The exclusion replaces another."""
    old = exclusion.replaces
    assert old is not None  # the caller asked for a change
    rows = [
        ("Dasar hukum", basis_words(old), basis_words(exclusion)),
        ("Pertimbangan", _considerations(old), _considerations(exclusion)),
        ("Jangka waktu", period_words(old), period_words(exclusion)),
        ("Lingkup", _scope(old), _scope(exclusion)),
    ]
    blocks = [
        facts(
            [
                ("Penetapan yang diubah", f"{old.decree_number} tanggal {_day(old.decree_day)}"),
                ("Uji konsekuensi baru", f"{exclusion.number}, {indonesian_day(exclusion.tested_on)}"),
                ("Unit yang menguasai", exclusion.unit.name),
                ("Informasi tertentu", exclusion.exact),
            ]
        ),
        table(("Hal", "Semula", "Pengubahan"), rows, (1, 3, 3)),
        _approved_by(exclusion),
    ]
    return _sheet(exclusion, "classification-change-sheet", exclusion.number, blocks)


def change_decision(exclusion: Exclusion) -> bytes:
    """The decision on the change of a classification (annex V)."""
    old = exclusion.replaces
    assert old is not None  # the caller asked for a change
    blocks = [
        facts(
            [
                ("Pengujian konsekuensi", f"Nomor {exclusion.number}, {indonesian_day(exclusion.tested_on)}"),
                ("Persetujuan pimpinan", f"{_name(exclusion)}, {_day(exclusion.decree_day)}"),
                ("Penetapan yang diganti", f"{old.decree_number} tanggal {_day(old.decree_day)}"),
            ]
        ),
        heading("Klasifikasi sesudah pengubahan"),
        *_determined(exclusion, exclusion.exact),
    ]
    return _sheet(exclusion, "classification-change", exclusion.decree_number, blocks)


def basis_words(exclusion: Exclusion) -> str:
    """The acts on which an exclusion rests: its grounds with their articles, and what was written beside them."""
    known = refusal_grounds()
    grounds = [f"{known[code].article}: {known[code].label}" for code in exclusion.grounds if code in known]
    return "\n".join([*grounds, exclusion.law_basis]).strip() or "–"


def period_words(exclusion: Exclusion) -> str:
    """From when until when something is closed."""
    if exclusion.ends_on is None:
        return f"Sejak {_day(exclusion.starts_on)}, selama diperlukan menurut penetapan pimpinan badan publik"
    return f"{_day(exclusion.starts_on)} sampai dengan {_day(exclusion.ends_on)}"


def _determined(exclusion: Exclusion, information: str) -> list[Block]:
    who = exclusion.drawn_up_by.name if exclusion.drawn_up_by else ""
    rows = [
        ("PPID yang menetapkan", who),
        ("Badan publik dan unit", f"{body_unit(exclusion.unit).name}; {exclusion.unit.name}"),
        ("Jenis klasifikasi", f"Informasi yang dikecualikan: {_scope(exclusion).lower()}"),
        ("Uraian informasi", information),
        ("Dasar hukum", basis_words(exclusion)),
        ("Analisis konsekuensi", _considerations(exclusion)),
        ("Jangka waktu", period_words(exclusion)),
        ("Uji konsekuensi", f"Nomor {exclusion.number}, {indonesian_day(exclusion.tested_on)}, {exclusion.tested_at}"),
    ]
    place = f"{exclusion.tested_at}, {_day(exclusion.decree_day)}"
    people = signed(
        Signature("Menyetujui,\nPimpinan Badan Publik", _name(exclusion)), Signature("PPID,", who, place_day=place)
    )
    return [facts(rows), people]


def _considerations(exclusion: Exclusion) -> str:
    return f"Bila dibuka: {exclusion.harm}\nBila ditutup: {exclusion.benefit}"


def _approved_by(exclusion: Exclusion) -> Block:
    approved = exclusion.approved_at is not None
    day = f"Disetujui pada {_day(exclusion.decree_day)}" if approved else "Belum diputuskan"
    return signed(Signature("", ""), Signature("Pimpinan Badan Publik,", _name(exclusion), place_day=day))


def _name(exclusion: Exclusion) -> str:
    return exclusion.approved_by.name if exclusion.approved_by else ""


def _scope(exclusion: Exclusion) -> str:
    if exclusion.scope == Exclusion.Scope.PART:
        return "Sebagian; bagian lain dokumen tetap terbuka"
    return "Seluruh informasi"


def _day(day: date | None) -> str:
    return indonesian_day(day).partition(", ")[2] if day else "–"


def _sheet(
    exclusion: Exclusion, code: str, number: str, blocks: list[Block], *, flipped: bool = False, before: str = ""
) -> bytes:
    about = law_paper(code)
    foot = f"{about.annex} Perki 1/2021 · {number}"
    title = f"{before}{about.label[0].lower() if before else about.label[0]}{about.label[1:]}"
    body = body_unit(exclusion.unit)
    return sheet_pdf(body=body, title=title, number=number, blocks=blocks, foot=foot, flipped=flipped)
