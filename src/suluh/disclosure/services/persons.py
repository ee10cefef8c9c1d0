"""Rights of the person: everything kept of them in one archive, and corrections (UU 27/2022 art. 6–7)."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import transaction
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from suluh.disclosure import private_store
from suluh.disclosure.models import Applicant
from suluh.disclosure.selectors.persons import PersonCase, person_cases, person_files, person_letters, person_rows
from suluh.disclosure.selectors.retention import case_of
from suluh.organization.models import Unit
from suluh.organization.permissions import permit
from suluh.organization.rights import Actor
from suluh.organization.sealed import CannotOpen, seal, unseal
from suluh.organization.services.trail import record

from .requests_intake import ApplicantDraft, identity_mark

FIELDS = tuple(name for name in ApplicantDraft.__slots__ if name != "identity")
LABELS = {
    "kind": _("Capacity"), "name": _("Full name"), "represents": _("On behalf of"), "identity": _("Identity"),
    "address": _("Address"), "phone": _("Telephone"), "email": _("Mail"), "occupation": _("Occupation"),
}  # fmt: skip


@transaction.atomic
def person_seek(*, body: Unit, typed: str, by: Actor) -> list[PersonCase]:
    """Cases of one person at a body; that somebody looked is an event, what was typed is not kept.

    Raises:
        NotAllowed: `by` does not serve the body.
    """
    permit(by, "person.take", body)
    found = person_cases(person_rows(body, typed))
    record("person.sought", on=body, by=by, unit=body, count=len(found))
    return found


@transaction.atomic
def person_take(*, body: Unit, keys: Iterable[int], by: Actor) -> bytes:
    """A ZIP of what the body keeps of a person: data.json, the same to read as data.html, letters and files.

    Raises:
        NotAllowed: `by` does not serve the body.
    """
    permit(by, "person.take", body)
    rows = Applicant.objects.filter(pk__in=list(keys), erased_at__isnull=True).order_by("pk")
    cases = [case for case in person_cases(rows) if _body_of(case) == body.pk]
    for case in cases:
        subject = case.request or case.objections[0]
        record("person.taken", on=subject.subject, by=by, unit=body, case=case.number)
    return _archive(body, cases)


@transaction.atomic
def person_correct(*, applicant: Applicant, told: ApplicantDraft, reason: str, by: Actor) -> list[str]:
    """Correct what is kept of a requester; the earlier values are forgotten. Names of the fields that changed.

    An empty identity leaves the number as it is.

    Raises:
        NotAllowed: `by` does not serve the body.
    """
    case = case_of(applicant)
    permit(by, "person.correct", case)
    found = Applicant.objects.select_for_update().get(pk=applicant.pk)
    changed = [name for name in FIELDS if getattr(found, name) != getattr(told, name)]
    for name in changed:
        setattr(found, name, getattr(told, name))
    if told.identity and identity_mark(told.identity) != found.identity_mark:
        found.identity_mark = identity_mark(told.identity)
        found.identity_last = "".join(sign for sign in told.identity if sign.isalnum())[-4:]
        found.identity_sealed = seal(told.identity, bound=f"applicant:{found.pk}")
        changed.append("identity")
    if changed and case is not None:
        found.save()
        labels = ", ".join(str(LABELS[name]) for name in changed)
        record(
            "person.corrected", on=case.subject, by=by, unit=case.body, case=case.number, fields=labels, reason=reason
        )
    return changed


def _body_of(case: PersonCase) -> int:
    return (case.request or case.objections[0]).body_id


def _archive(body: Unit, cases: list[PersonCase]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        told = {
            "badan_publik": body.name,
            "dibuat": timezone.localtime().isoformat(timespec="seconds"),
            "perkara": [_told(case) for case in cases],
        }
        archive.writestr("data.json", json.dumps(told, ensure_ascii=False, indent=2))
        archive.writestr("data.html", render_to_string("disclosure/persons/archive.html", {"told": told}))
        for case in cases:
            _papers(archive, case)
    return out.getvalue()


def _papers(archive: zipfile.ZipFile, case: PersonCase) -> None:
    folder = _plain(case.number)
    for letter in person_letters(case):
        if hasattr(letter, "print"):
            archive.writestr(f"{folder}/surat/{_plain(letter.number)}.pdf", bytes(letter.print.pdf))
    for file in person_files(case):
        try:
            archive.writestr(f"{folder}/berkas/{file.pk}-{file.name}", private_store.read(file.stored))
        except FileNotFoundError:
            continue


def _told(case: PersonCase) -> dict[str, Any]:
    """One case in the words of the registers; the keys are those of the annexes, in Indonesian."""
    row, request = case.applicant, case.request
    told: dict[str, Any] = {
        "nomor": case.number, "kedudukan": row.get_kind_display(), "nama": row.name, "bertindak_untuk": row.represents,
        "nomor_identitas": _identity(row), "alamat": row.address, "telepon": row.phone, "surel": row.email,
        "pekerjaan": row.occupation,
    }  # fmt: skip
    if request is not None:
        told |= {
            "masuk": _day(request.received_on), "jalur": request.get_channel_display(), "rincian": request.details,
            "tujuan": request.purpose, "keadaan": request.get_state_display(), "dijawab": _day(request.answered_on),
            "diberikan": _day(request.given_on), "penilaian": request.rating, "saran": request.rating_words,
            "tambahan": "\n\n".join(note.text for note in request.notes.filter(author=None)),
        }  # fmt: skip
    told["keberatan"] = [
        {"nomor": one.number, "masuk": _day(one.received_on), "alasan": one.grounds, "kedudukan_perkara": one.position,
         "tanggapan": one.argument, "ditanggapi": _day(one.answered_on), "balasan_pemohon": one.reply}
        for one in case.objections
    ]  # fmt: skip
    return told


def _identity(row: Applicant) -> str:
    try:
        return unseal(row.identity_sealed, bound=f"applicant:{row.pk}") if row.identity_sealed else ""
    except CannotOpen:
        return ""


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def _plain(number: str) -> str:
    return "".join(sign if sign.isalnum() else "-" for sign in number)
