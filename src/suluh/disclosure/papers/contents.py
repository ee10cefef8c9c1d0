"""What each letter must say, part by part as its annex orders them. The sentences are domain data, in Indonesian."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from num2words import num2words

from suluh.law.clocks import ExtensionGround
from suluh.law.grounds import refusal_grounds
from suluh.law.papers import paper as law_paper

from .days import indonesian_day

if TYPE_CHECKING:
    from suluh.disclosure.models import Answer, InformationRequest, Objection

OBJECTION_RIGHT = (
    "Anda berhak mengajukan keberatan kepada atasan PPID dalam 30 hari kerja sejak tanggapan ini diterima "
    "(Pasal 36 ayat (1) UU 14/2008)."
)


@dataclass(frozen=True, slots=True)
class Part:
    """One prescribed part of a letter with what it says here."""

    code: str
    label: str
    text: str


def incomplete_parts(request: InformationRequest, *, missing: str, until: date | None) -> list[Part]:
    """The statement of incompleteness (annex IX)."""
    return _parts(
        "incomplete",
        {
            "number": request.number,
            "missing": missing,
            "until": f"{_day(until)} (3 hari kerja sejak surat ini diterima)",
            "consequence": "Bila tidak dilengkapi sampai batas itu, permohonan dicatat dalam register dan PPID tidak "
            "wajib menindaklanjutinya. Anda tetap dapat mengajukan permohonan baru.",
        },
    )


def extension_parts(request: InformationRequest, *, ground: ExtensionGround, until: date | None) -> list[Part]:
    """The notice of extension (UU 14/2008 art. 22(8))."""
    return _parts(
        "extension",
        {
            "number": request.number,
            "ground": f"{ground.label} ({ground.law})",
            "until": f"{_day(until)} (paling lama 7 hari kerja, satu kali, dan tidak dapat diperpanjang lagi)",
        },
    )


def notification_parts(answer: Answer) -> list[Part]:
    """The written notification (annex VII); parts that do not apply are left out where the annex allows it."""
    result = answer.Result
    held = answer.result not in (result.ELSEWHERE, result.NOT_HELD)
    return _parts(
        "notification",
        {
            "held": "Ya" if held else "Tidak",
            "held-elsewhere": answer.held_by,
            "decision": _decision(answer),
            "forms": _forms(answer) if held and answer.result != result.REFUSED else "–",
            "cost": cost_words(answer),
            "payment": answer.payment if answer.cost else "",
            "time": answer.available or _when(answer, held),
            "blackened": _blackened(answer) if answer.result == result.PARTIAL else "",
            "extent": {result.GRANTED: "Seluruhnya", result.PARTIAL: "Sebagian"}.get(result(answer.result), "–"),
            "not-held": f"Belum dikuasai atau belum didokumentasikan. {answer.available}".strip()
            if answer.result == result.NOT_HELD
            else "",
        },
    )


def refusal_parts(answer: Answer, *, approved: str) -> list[Part]:
    """The refusal with its ground, its test and the superior's approval (Perki 1/2021 art. 34)."""
    ground = refusal_grounds()[answer.ground]
    return _parts(
        "refusal",
        {
            "number": answer.request.number,
            "details": answer.request.details,
            "ground": f"{ground.label} ({ground.article})",
            "test": answer.reason,
            "approval": approved,
            "decree": _attached_decree(answer),
            "objection": OBJECTION_RIGHT,
        },
    )


def cost_words(answer: Answer) -> str:
    """What is to be paid, reckoned in words: sheets times price, sending, total."""
    if not answer.cost:
        return "Tidak dipungut biaya"
    copies = f"{answer.sheets} lembar x {rupiah(answer.sheet_price)} = {rupiah(answer.sheets * answer.sheet_price)}"
    return f"Penyalinan {copies}; pengiriman {rupiah(answer.sending_cost)}; jumlah {rupiah(answer.cost)}"


def receipt_parts(answer: Answer) -> list[Part]:
    """The receipt of what was paid for copies and sending (Perki 1/2021 art. 38)."""
    who = answer.request.applicant
    return _parts(
        "fee-receipt",
        {
            "payer": who.name + (f", mewakili {who.represents}" if who.represents else ""),
            "amount": rupiah(answer.cost),
            "words": amount_words(answer.cost),
            "for": f"{cost_words(answer)}.\nPermohonan informasi nomor {answer.request.number}",
            "payment": answer.payment,
            "day": _day(answer.paid_on),
        },
    )


def amount_words(amount: int) -> str:
    """An amount in words, as receipts repeat it: "dua belas ribu lima ratus rupiah"."""
    return f"{num2words(amount, lang='id')} rupiah"


def rupiah(amount: int) -> str:
    """An amount as letters write it: "Rp12.500"."""
    return f"Rp{amount:,}".replace(",", ".")


def _blackened(answer: Answer) -> str:
    decree = f"\nPenetapan klasifikasi: {_attached_decree(answer)}" if answer.exclusion else ""
    return f"{answer.reason}{decree}"


def _attached_decree(answer: Answer) -> str:
    found = answer.exclusion
    if found is None:
        return answer.decree_number or "–"
    day = f" tanggal {indonesian_day(found.decree_day)}" if found.decree_day else ""
    return f"Nomor {found.decree_number}{day}; kutipannya terlampir"


def _when(answer: Answer, held: bool) -> str:
    if not held or answer.result == answer.Result.REFUSED:
        return "–"
    return "Segera sesudah biaya dibayar" if answer.cost else "Bersama surat ini"


def _decision(answer: Answer) -> str:
    result = answer.Result
    words = {
        result.GRANTED: "Permohonan diterima; informasi diberikan seluruhnya.",
        result.PARTIAL: "Permohonan diterima sebagian; bagian yang dikecualikan dihitamkan.",
        result.REFUSED: "Permohonan ditolak.",
        result.ELSEWHERE: "Informasi dikuasai badan publik lain; silakan mengajukan permohonan kepadanya.",
        result.NOT_HELD: "Informasi belum dikuasai atau belum didokumentasikan.",
    }[result(answer.result)]
    if not answer.ground:
        return words
    ground = refusal_grounds()[answer.ground]
    return f"{words} Dasar: {ground.label} ({ground.article})."


def _forms(answer: Answer) -> str:
    held = [word for has, word in ((answer.softcopy, "softcopy"), (answer.hardcopy, "hardcopy")) if has]
    return ", ".join(held) or "–"


def _parts(code: str, texts: dict[str, str]) -> list[Part]:
    """Parts in the order of the annex. One that must be there is never left out; another is when it is empty."""
    found = []
    for part in law_paper(code).parts:
        text = texts.get(part.code, "")
        if text or part.required:
            found.append(Part(part.code, part.label, text or "–"))
    return found


def _day(day: date | None) -> str:
    return "–" if day is None else indonesian_day(day)


def objection_parts(objection: Objection, number: str) -> list[Part]:
    """The superior's answer to an objection (Perki 1/2021 art. 44)."""
    decided = objection.Result(objection.result)
    words = {
        objection.Result.UPHELD: "Keberatan diterima.",
        objection.Result.PARTLY: "Keberatan diterima sebagian.",
        objection.Result.REJECTED: "Keberatan ditolak; keputusan PPID dikuatkan.",
    }[decided]
    return _parts(
        "objection-answer",
        {
            "day": _day(objection.answered_on),
            "number": number,
            "argument": f"{words}\n{objection.argument}",
            "order": objection.order,
            "decree": _upheld_decree(objection),
            "dispute": "Bila tidak puas, Anda dapat mengajukan sengketa ke Komisi Informasi dalam 14 hari kerja sejak "
            "tanggapan ini diterima (Pasal 37 ayat (2) UU 14/2008).",
        },
    )


def _upheld_decree(objection: Objection) -> str:
    """The determination that a confirmed refusal rests on (Perki 1/2021 art. 44(3))."""
    answer = getattr(objection.request, "answer", None)
    if objection.result == objection.Result.UPHELD or answer is None or answer.exclusion is None:
        return ""
    return _attached_decree(answer)
