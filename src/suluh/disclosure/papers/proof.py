"""The proof that a request or an objection was registered, with the requester's rights and clocks on its back."""

from __future__ import annotations

from suluh.disclosure.models import InformationRequest, Objection
from suluh.law.clocks import Clock, Counts, clocks
from suluh.law.grounds import objection_grounds

from .days import indonesian_day
from .sheets import Block, facts, heading, new_page, numbered, sheet_pdf, table, text

RIGHTS = (
    "Mengajukan permohonan informasi tanpa dipungut biaya; yang dapat dikenakan hanya biaya penyalinan dan pengiriman, "
    "dengan tanda bukti pembayaran (Perki 1/2021 Pasal 37 dan 38).",
    "Menerima nomor pendaftaran begitu permohonan diterima (UU 14/2008 Pasal 22 ayat (4)).",
    "Menerima pemberitahuan tertulis: apakah informasi dikuasai, diterima atau ditolak beserta alasannya, bentuk, "
    "biaya, cara pembayaran, dan waktu penyediaannya (UU 14/2008 Pasal 22 ayat (7)).",
    "Mendapat penjelasan dan salinan penetapan bila informasi ditolak karena dikecualikan; bagian lain dokumen itu "
    "tetap diberikan (Perki 1/2021 Pasal 34 dan 50).",
    "Mengajukan keberatan kepada atasan PPID, tanpa biaya (UU 14/2008 Pasal 35).",
    "Mengajukan penyelesaian sengketa ke Komisi Informasi bila tanggapan atasan PPID tidak memuaskan atau tidak ada "
    "(UU 14/2008 Pasal 37).",
    "Mendapat bantuan petugas, juga bagi penyandang disabilitas (Perki 1/2021 Pasal 27 dan 29).",
)
CLOCKS = ("CHK", "FIX", "ANS", "EXT", "OBJ", "SUP", "DSP")
UNITS = {Counts.WORKING: "hari kerja", Counts.CALENDAR: "hari"}
CHANNELS = {
    "web": "formulir di internet",
    "counter": "datang langsung",
    "post": "pos",
    "phone": "telepon",
    "mail": "surel",
    "whatsapp": "WhatsApp",
}
DELIVERIES = {
    "mail": "surel",
    "collect": "diambil langsung",
    "post": "pos",
    "courier": "kurir",
    "fax": "faksimile",
}


def proof_of(case: InformationRequest | Objection, *, follow: str) -> bytes:
    """The proof of a case that was registered; see `request_proof` and `objection_proof`."""
    if isinstance(case, InformationRequest):
        return request_proof(case, follow=follow)
    return objection_proof(case, follow=follow)


def request_proof(request: InformationRequest, *, follow: str) -> bytes:
    """The proof of a request. It names no identity number: whoever finds it learns none.

    Args:
        request: the request.
        follow: full address at which it is followed.
    """
    who = request.applicant
    front = [
        facts(
            [
                ("Nomor pendaftaran", request.number),
                ("Diterima", f"{indonesian_day(request.received_on)}, lewat {CHANNELS[request.channel]}"),
                ("Kepada", request.body.name),
                ("Pemohon", who.name + (f", mewakili {who.represents}" if who.represents else "")),
                ("Informasi yang diminta", request.details),
                ("Tujuan penggunaan", request.purpose),
                ("Cara memperoleh", _ways(request)),
                ("Cara pengiriman", DELIVERIES[request.delivery]),
            ]
        ),
        *_following(request.code, follow),
        *_next_date(request),
    ]
    title = "Tanda bukti permohonan informasi publik"
    return sheet_pdf(body=request.body, title=title, blocks=[*front, *rights_and_clocks()], foot=request.number)


def objection_proof(objection: Objection, *, follow: str) -> bytes:
    """The proof of an objection (annex X: what staff fill in is filled in), without identity numbers."""
    who, known = objection.applicant, objection_grounds()
    grounds = [f"{letter}. {known[letter].label} ({known[letter].article})" for letter in objection.grounds]
    front = [
        facts(
            [
                ("Nomor keberatan", objection.number),
                ("Diterima", f"{indonesian_day(objection.received_on)}, lewat {CHANNELS[objection.channel]}"),
                ("Nomor permohonan", objection.request.number if objection.request else ""),
                ("Kepada", f"Atasan PPID {objection.body.name}"),
                ("Pemohon", who.name + (f", mewakili {who.represents}" if who.represents else "")),
                ("Alasan keberatan", "\n".join(grounds)),
                ("Informasi", objection.details),
                ("Kasus posisi", objection.position),
            ]
        ),
        *_following(objection.code, follow),
        *_next_date(objection),
    ]
    title = "Tanda bukti keberatan"
    return sheet_pdf(body=objection.body, title=title, blocks=[*front, *rights_and_clocks()], foot=objection.number)


def rights_and_clocks() -> list[Block]:
    """The back: rights of a requester and how long each step may take, from the table of clocks."""
    rows = [_clock_row(clocks()[code]) for code in CLOCKS]
    return [
        new_page(),
        heading("Hak Anda sebagai pemohon"),
        numbered(RIGHTS),
        heading("Berapa lama setiap langkah"),
        table(("Langkah", "Waktu", "Dihitung sejak", "Dasar"), rows, (3, 2, 3, 4)),
        text(
            "Hari kerja mengikuti kalender kerja badan publik; hari libur nasional dan cuti bersama tidak dihitung. "
            "Hari kejadian tidak dihitung: hitungan mulai pada hari kerja berikutnya."
        ),
    ]


def _clock_row(clock: Clock) -> tuple[str, str, str, str]:
    starts = clock.starts
    for code in CLOCKS:
        starts = starts.replace(f"batas {code}", f"batas {clocks()[code].label[0].lower()}{clocks()[code].label[1:]}")
    return clock.label, f"paling lama {clock.length} {UNITS[clock.counts]}", starts, clock.law


def _following(code: str, follow: str) -> list[Block]:
    return [
        heading("Mengikuti tanpa akun"),
        facts([("Kode lacak", code), ("Alamat", follow)]),
        text("Simpan kode ini. Siapa pun yang memegangnya dapat membaca perkembangan dan surat-suratnya."),
    ]


def _next_date(case: InformationRequest | Objection) -> list[Block]:
    clock = case.clock
    if clock is None or clock.due is None or not clock.is_open:
        return []
    words = f"{clock.rule.label}: paling lambat {indonesian_day(clock.due)} ({clock.rule.law})."
    return [heading("Langkah berikutnya"), text(words)]


def _ways(request: InformationRequest) -> str:
    wanted = (
        (request.wants_view, "melihat, membaca, mendengar, atau mencatat"),
        (request.wants_softcopy, "salinan digital"),
        (request.wants_hardcopy, "salinan kertas"),
    )
    return ", ".join(words for wants, words in wanted if wants)
