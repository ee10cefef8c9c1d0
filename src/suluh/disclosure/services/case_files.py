"""Files of cases: looked at by their bytes, kept in the private store, opened by those who may, each time told."""

from __future__ import annotations

import hashlib

from django.core import signing
from django.db import transaction

from suluh.disclosure import private_store
from suluh.disclosure.errors import FileRefused
from suluh.disclosure.models import Assignment, CaseFile, InformationRequest
from suluh.kernel.uploads import Document, UploadRefused, inspect
from suluh.organization.errors import Refused
from suluh.organization.models import Person
from suluh.organization.permissions import may, permit
from suluh.organization.rights import Actor
from suluh.organization.services.trail import record

from .proofs import proof_clean

LINK_SALT = "suluh.disclosure.case-file"
LINK_SECONDS = 300
"""A link to a file works this long; it is made anew whenever the page is loaded."""
MOST_IDENTITY_FILES = 10
"""Of one case: as many as two forms carry, the request and what completes it."""
Purpose = CaseFile.Purpose


@transaction.atomic
def case_file_add(
    *,
    request: InformationRequest,
    purpose: str,
    content: bytes,
    name: str,
    by: Actor | None,
    assignment: Assignment | None = None,
) -> CaseFile:
    """Keep a file of a request. A requester adds only proofs of identity, a unit only its material.

    Raises:
        NotAllowed: `by` neither serves the body nor works for the unit that was asked.
        Refused: the requester has sent enough proofs.
        FileRefused: the file is too large, of another kind, or could hurt whoever opens it.
    """
    if by is not None and assignment is not None:
        permit(by, "request.bring", assignment)
    elif by is not None:
        permit(by, "request.prepare", request)
    elif purpose != Purpose.IDENTITY or request.files.filter(purpose=purpose).count() >= MOST_IDENTITY_FILES:
        raise Refused
    content, document = _as_kept(purpose, content, name)
    file = CaseFile.objects.create(
        request=request,
        assignment=assignment,
        purpose=purpose,
        name=document.name,
        stored=private_store.keep(content),
        media_type=document.media_type,
        size=document.size,
        sha256=hashlib.sha256(content).hexdigest(),
        added_by=by if isinstance(by, Person) else None,
    )
    _tell("case-file.added", file, by)
    return file


def _as_kept(purpose: str, content: bytes, name: str) -> tuple[bytes, Document]:
    if purpose == Purpose.IDENTITY:
        proof = proof_clean(content, name)
        return proof.content, proof.document
    try:
        return content, inspect(content, name)
    except UploadRefused as refused:
        raise FileRefused(str(refused)) from None


def file_link(file: CaseFile, person: Person) -> str:
    """A word for the address of a file that works for this person alone and for five minutes."""
    return signing.dumps([file.pk, person.pk], salt=LINK_SALT)


def file_of_link(word: str, person: Person) -> int | None:
    """The key of the file that a link of this person leads to; None once it is outdated or another's."""
    try:
        file, holder = signing.loads(word, salt=LINK_SALT, max_age=LINK_SECONDS)
    except (signing.BadSignature, ValueError):
        return None
    return int(file) if holder == person.pk else None


def may_open(file: CaseFile, person: object) -> bool:
    """Proofs of identity: the service alone. What units brought: they and the service. The superior reads the rest."""
    if file.purpose == Purpose.IDENTITY:
        return may(person, "request.identity", file)
    own = file.assignment is not None and may(person, "request.bring", file.assignment)
    return own or may(person, "request.prepare", file) or may(person, "refusal.approve", file)


@transaction.atomic
def case_file_open(*, file: CaseFile, by: Actor) -> bytes:
    """The bytes of a file; a look at a proof of identity is an event.

    Raises:
        NotAllowed: `by` may not open it. FileNotFoundError: it is gone from the store.
    """
    if not may_open(file, by):
        permit(by, "request.identity", file)
    if file.purpose == Purpose.IDENTITY:
        _tell("case-file.opened", file, by)
    return private_store.read(file.stored)


def _tell(event: str, file: CaseFile, by: Actor | None) -> None:
    request = file.request
    record(
        event, on=request.subject, by=by, unit=request.body, number=request.number, purpose=file.get_purpose_display()
    )
