"""Mails become drafts: each once, made harmless; an officer registers a draft or sets it aside."""

from __future__ import annotations

import hashlib
import ssl
from datetime import timedelta

import structlog
from django.db import transaction
from django.utils import timezone

from suluh.disclosure import private_store
from suluh.disclosure.errors import FileRefused, NotInThisState
from suluh.disclosure.mail.mailbox import MailboxAddress, Waiting, mailbox_open
from suluh.disclosure.mail.reading import ReadMail, read_mail
from suluh.disclosure.models import CaseFile, Channel, InformationRequest, MailDraft, MailFile
from suluh.organization.models import Person, Unit
from suluh.organization.permissions import permit
from suluh.organization.rights import Actor
from suluh.organization.services.trail import record

from .case_files import MOST_IDENTITY_FILES, case_file_add
from .proofs import proof_clean
from .requests_intake import ApplicantDraft, RequestDraft, request_record

log = structlog.get_logger(__name__)
AT_ONCE = 50
"""Mails of one visit to the mailbox; the next visit takes the next ones."""
PER_SENDER = 10
"""Mails of one sender a day that become drafts."""
DAY = timedelta(days=1)
TERM = timedelta(days=90)
"""How long a mail that nobody settles is kept beside the mailbox: nine times the days of an answer."""
State = MailDraft.State


def mailbox_visit(*, url: str, body: Unit, trust: ssl.SSLContext | None = None) -> int:
    """Keep what has come into the mailbox and mark it as read there; how many mails were new.

    A mail is marked once it is kept: after a death in between it is met again, known again, and only marked.

    Raises:
        MailboxFault: the mailbox cannot be opened. ValueError: its address is written wrongly.
    """
    address = MailboxAddress.from_url(url)
    own = frozenset({address.user.lower()})
    new = 0
    with mailbox_open(address, trust=trust) as mailbox:
        for waiting in mailbox.waiting(most=AT_ONCE):
            try:
                new += mail_keep(body=body, waiting=waiting, own=own)
            except Exception:  # whatever one mail does to the libraries, those behind it are read
                log.exception("mail.unread", body=body.pk)
                new += _keep_unread(body, waiting)
            mailbox.done(waiting.uid)
    return new


@transaction.atomic
def mail_keep(*, body: Unit, waiting: Waiting, own: frozenset[str]) -> bool:
    """Keep one mail as a draft; False where it was kept before. What no person wrote is set aside at once, empty."""
    mail = read_mail(waiting.raw, own=own)
    draft, made = MailDraft.objects.get_or_create(body=body, mark=mail.mark)
    if not made:
        return False
    why = mail.machine or _flood(body, mail)
    if why:
        draft.state, draft.settled_at, draft.why_aside = State.ASIDE, timezone.now(), why
    else:
        draft.sender, draft.name, draft.subject = mail.sender, mail.name, mail.subject
        draft.text = "Surel lebih dari 25 MB tidak diambil. Buka di kotak surat." if waiting.heavy else mail.text
        draft.proven = mail.proven
    draft.save()
    if not why:
        _attachments(draft, mail)
    return True


def _keep_unread(body: Unit, waiting: Waiting) -> bool:
    """A draft that says where the mail lies; without the database this fails too, and the mail stays unread."""
    mark = hashlib.sha256(waiting.raw).hexdigest()
    words = {"subject": "Surel tidak terbaca", "text": "Surel ini tidak dapat dibaca Suluh. Buka di kotak surat."}
    return MailDraft.objects.get_or_create(body=body, mark=mark, defaults=words)[1]


@transaction.atomic
def mail_register(*, draft: MailDraft, applicant: ApplicantDraft, asks: RequestDraft, by: Actor) -> InformationRequest:
    """Register a draft as a request that came in on the day of the mail; the requester is told the number by mail.

    Raises:
        NotAllowed: `by` does not serve the body. NotInThisState: it was registered or set aside.
    """
    permit(by, "request.intake", draft)
    found = _waiting(draft)
    request = request_record(
        body=found.body, applicant=applicant, asks=asks, channel=Channel.MAIL,
        received_on=timezone.localdate(found.came_at), by=by,
    )  # fmt: skip
    for file in found.files.exclude(stored="")[:MOST_IDENTITY_FILES]:
        case_file_add(
            request=request, purpose=CaseFile.Purpose.IDENTITY, content=private_store.read(file.stored), name=file.name,
            by=by,
        )  # fmt: skip
    found.request = request
    _settle(found, State.REGISTERED, by)
    return request


@transaction.atomic
def mail_aside(*, draft: MailDraft, why: str, by: Actor) -> None:
    """Set a draft aside because it is no request; what it said is forgotten.

    Raises:
        NotAllowed: `by` does not serve the body. NotInThisState: it was registered or set aside.
    """
    permit(by, "request.intake", draft)
    found = _waiting(draft)
    found.why_aside = why
    _settle(found, State.ASIDE, by)
    record("mail.aside", on=f"maildraft:{found.pk}", by=by, unit=found.body)


def mails_forget() -> int:
    """Set aside what nobody settled in its term, empty; the mail itself still lies in the mailbox. How many."""
    old = list(MailDraft.objects.filter(state=State.WAITING, came_at__lt=timezone.now() - TERM))
    for draft in old:
        with transaction.atomic():
            found = _waiting(draft)
            found.why_aside = f"Tidak ditangani dalam {TERM.days} hari; surat aslinya masih di kotak surat"
            _settle(found, State.ASIDE, None)
            record("mail.aside", on=f"maildraft:{found.pk}", by=None, unit=found.body)
    return len(old)


def _waiting(draft: MailDraft) -> MailDraft:
    found = MailDraft.objects.select_for_update(of=("self",)).select_related("body").get(pk=draft.pk)
    if found.state != State.WAITING:
        raise NotInThisState
    return found


def _settle(draft: MailDraft, state: str, by: Actor | None) -> None:
    for file in draft.files.exclude(stored=""):
        private_store.remove_later(file.stored)
    draft.files.all().delete()
    draft.state, draft.settled_at = state, timezone.now()
    draft.settled_by = by if isinstance(by, Person) else None
    draft.sender = draft.name = draft.subject = draft.text = ""
    draft.save()


def _flood(body: Unit, mail: ReadMail) -> str:
    since = timezone.now() - DAY
    rows = MailDraft.objects.filter(body=body, sender=mail.sender, came_at__gte=since)
    return "Terlalu banyak surel dari satu alamat" if rows.count() >= PER_SENDER else ""


def _attachments(draft: MailDraft, mail: ReadMail) -> None:
    for sent in mail.attachments:
        try:
            proof = proof_clean(sent.content, sent.name)
        except FileRefused as refused:
            MailFile.objects.create(draft=draft, name=sent.name[:200], size=len(sent.content), refused=refused.message)
        else:
            MailFile.objects.create(
                draft=draft, name=proof.document.name, size=len(proof.content), stored=private_store.keep(proof.content)
            )
