"""Letting go of one requester: what leads to the person is removed, what the body did stays on record."""

from __future__ import annotations

import re
from collections.abc import Iterable

from django.db.models import Model, Q, QuerySet
from django.utils import timezone

from suluh.disclosure import private_store
from suluh.disclosure.models import (
    Answer,
    Applicant,
    Assignment,
    CaseFile,
    CaseNote,
    Dispute,
    InformationRequest,
    Letter,
    LetterPrint,
    Notice,
    Objection,
)
from suluh.disclosure.reports.cells import HIDDEN, without_persons
from suluh.law.papers import paper
from suluh.organization.models import Event
from suluh.organization.rights import Actor
from suluh.organization.services.sealing import values_forget

from .case_numbers import new_code

GONE = "[dihapus]"
LETTER_WORDS = ("opening", "words", "closing")
SHORTEST = 4
"""Letters of the shortest name that is looked for in texts; shorter ones are parts of other words."""


def objections_of(applicant: Applicant) -> QuerySet[Objection]:
    """Objections of a requester, with a request or without one."""
    return Objection.objects.filter(Q(applicant=applicant) | Q(request__applicant=applicant))


def subjects_of(applicant: Applicant) -> list[str]:
    """The cases of a requester as events name them."""
    requests = InformationRequest.objects.filter(applicant=applicant)
    return [case.subject for case in requests] + [case.subject for case in objections_of(applicant)]


def proofs_destroy(applicant: Applicant) -> int:
    """Remove the proofs of identity, rows and bytes; how many there were."""
    files = CaseFile.objects.filter(request__applicant=applicant, purpose=CaseFile.Purpose.IDENTITY)
    return files_remove(files)


def files_remove(files: QuerySet[CaseFile]) -> int:
    """Remove files of cases; their bytes go once the transaction stands."""
    stored = list(files.values_list("stored", flat=True))
    files.delete()
    for name in stored:
        private_store.remove_later(name)
    return len(stored)


def applicant_forget(applicant: Applicant, *, reason: str, by: Actor) -> None:
    """Take from the cases of a requester everything that leads to the person. Call it inside the deed's transaction.

    Numbers, dates, results, grounds and what was asked for stay, so that registers without identities, statistics and
    reports read as before. The code of the case is replaced: the one on the receipt opens nothing any more.
    """
    names = [name for name in (applicant.name, applicant.represents) if len(name) >= SHORTEST]
    requests = InformationRequest.objects.filter(applicant=applicant)
    objections = objections_of(applicant)
    letters = Letter.objects.filter(Q(request__in=requests) | Q(objection__in=objections))
    _texts(requests, names, "details", "purpose")
    _texts(Answer.objects.filter(request__in=requests), names, "opening", "words", "closing", "reason", "returned")
    _texts(Assignment.objects.filter(request__in=requests), names, "asks", "reply")
    _texts(objections, names, "details", "purpose", "argument", "order", "reply")
    _texts(Dispute.objects.filter(objection__in=objections), names, "note")
    for key in requests.values_list("pk", flat=True):
        requests.filter(pk=key).update(code=new_code(), form_token=None, rating_words="")
    for key in list(objections.values_list("pk", flat=True)):
        Objection.objects.filter(pk=key).update(code=new_code(), form_token=None)
    objections.update(position=GONE)
    CaseNote.objects.filter(request__in=requests).delete()
    Notice.objects.filter(Q(request__in=requests) | Q(objection__in=objections)).delete()
    files_remove(CaseFile.objects.filter(request__in=requests).exclude(purpose=CaseFile.Purpose.DECREE))
    _letters(letters, names)
    values_forget(events=Event.objects.filter(subject__in=subjects_of(applicant)), reason=reason, by=by)
    Applicant.objects.filter(pk=applicant.pk).update(
        name=GONE, represents="", identity_sealed="", identity_mark="", identity_last="", address="", phone="",
        email="", occupation="", erased_at=timezone.now(),
    )  # fmt: skip


def _letters(letters: QuerySet[Letter], names: list[str]) -> None:
    LetterPrint.objects.filter(letter__in=letters).delete()
    for letter in letters:
        personal = {part.code for part in paper(letter.kind).parts if part.personal}
        letter.parts = [
            [code, label, GONE if code in personal else _without(text, names)] for code, label, text in letter.parts
        ]
        for name in LETTER_WORDS:
            setattr(letter, name, _without(getattr(letter, name), names))
        letter.save(update_fields=["parts", *LETTER_WORDS])


def _texts(rows: Iterable[Model], names: list[str], *fields: str) -> None:
    for row in rows:
        for name in fields:
            setattr(row, name, _without(getattr(row, name), names))
        row.save(update_fields=list(fields))


def _without(text: str, names: list[str]) -> str:
    for name in names:
        text = re.sub(re.escape(name), HIDDEN, text, flags=re.IGNORECASE)
    return without_persons(text)
