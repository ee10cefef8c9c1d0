"""What mails to requesters say. They carry papers and the code of the case, never an identity number."""

from __future__ import annotations

from dataclasses import dataclass

from suluh.deadlines.models import Clock
from suluh.disclosure.models import InformationRequest, Notice, Objection
from suluh.law.papers import paper as law_paper

from .days import indonesian_day

Kind = Notice.Kind


@dataclass(frozen=True, slots=True)
class Said:
    """Subject and text of a mail."""

    subject: str
    text: str


def mail_of(notice: Notice, *, follow: str, contact: str) -> Said:
    """What the mail of a notice says; its papers are attached to it.

    Args:
        notice: what is sent.
        follow: full address at which the case is followed, "" where the installation has no address of its own.
        contact: how the service is reached.
    """
    case = notice.case
    what = "permohonan" if isinstance(case, InformationRequest) else "keberatan"
    subject, core = _core(notice, case, what)
    parts = [
        f"Yth. {case.applicant.name},",
        core,
        f"Perkembangan {what} Anda dapat dibaca kapan saja tanpa akun: {follow or 'halaman Lacak'} (kode {case.code}).",
        f"Ada pertanyaan? Hubungi kami: {contact}." if contact else "",
        f"Terima kasih.\nLayanan informasi publik {case.body.name}",
        "Surel ini dikirim otomatis. Bila Anda bukan pemohonnya, mohon abaikan dan hapus surel ini.",
    ]
    return Said(subject, "\n\n".join(part for part in parts if part) + "\n")


def _core(notice: Notice, case: InformationRequest | Objection, what: str) -> tuple[str, str]:
    if notice.kind == Kind.REGISTERED:
        return (
            f"Tanda bukti {what} {case.number}",
            f"{what.capitalize()} Anda telah kami terima dengan nomor {case.number}. Tanda buktinya kami lampirkan, "
            f"lengkap dengan hak Anda dan batas waktu setiap langkah.{_next(case.clock)}",
        )
    if notice.kind == Kind.MEND:
        return (
            f"Mohon lengkapi permohonan {case.number}",
            f"Kami ingatkan dengan hormat: permohonan {case.number} masih perlu Anda lengkapi."
            f"{_next(case.clock)} Hal yang kurang tercantum dalam surat terlampir. Bila Anda sudah melengkapinya, "
            "abaikan pengingat ini.",
        )
    letter = notice.letter
    assert letter is not None  # a constraint of the table
    label = law_paper(letter.kind).label
    return (
        f"{label} atas {what} {case.number}",
        f"Kami lampirkan {label[0].lower()}{label[1:]} nomor {letter.number} tanggal {indonesian_day(letter.day)} atas "
        f"{what} Anda nomor {case.number}.",
    )


def _next(clock: Clock | None) -> str:
    if clock is None or clock.due is None or not clock.is_open:
        return ""
    return f" {clock.rule.label}: paling lambat {indonesian_day(clock.due)}."
