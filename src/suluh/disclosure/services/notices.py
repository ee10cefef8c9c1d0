"""Letters and proofs reach the requester by mail. A mail that fails never takes the decision with it."""

from __future__ import annotations

from email.utils import make_msgid
from smtplib import SMTPRecipientsRefused

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from procrastinate.contrib.django import app

from suluh.deadlines.selectors import pace
from suluh.disclosure import private_store
from suluh.disclosure.errors import NotInThisState
from suluh.disclosure.models import Applicant, CaseFile, InformationRequest, Letter, Notice, Objection
from suluh.disclosure.papers.mails import mail_of
from suluh.disclosure.papers.proof import proof_of
from suluh.organization.permissions import permit
from suluh.organization.rights import Actor
from suluh.organization.services.trail import record

from .case_numbers import desk_of

NOTICE_TASK = "disclosure.notice"
TRIES = 6
MOST_ATTACHED = 5_000_000
"""Bytes of a decree that a mail carries; a larger one stands on the tracking page alone."""
WITH_DECREE = (Letter.Kind.REFUSAL, Letter.Kind.NOTIFICATION)
Kind = Notice.Kind
State = Notice.State


class NotSentYet(Exception):
    """The mail server did not take the mail; the job is tried again later."""


def notice_queue(case: InformationRequest | Objection, kind: str, *, letter: Letter | None = None) -> Notice | None:
    """Queue a mail to the requester in the transaction of the deed; None where no mail address is known."""
    if not case.applicant.email:
        return None
    notice = Notice.objects.create(
        request=case if isinstance(case, InformationRequest) else None,
        objection=case if isinstance(case, Objection) else None,
        letter=letter,
        kind=kind,
        message_id=make_msgid(domain=settings.CONFIG.mail_from.rpartition("@")[2] or "localhost"),
    )
    _defer(notice)
    return notice


def letter_post(letter: Letter) -> Notice | None:
    """Queue the mail that brings a signed letter."""
    case = letter.request or letter.objection
    assert case is not None  # a constraint of the table
    return notice_queue(case, Kind.LETTER, letter=letter)


def notice_deliver(*, notice_id: int) -> str:
    """Send a notice that waits, once; returns what became of it.

    A server that is down is tried again by the job, `TRIES` times in all; an address that is refused fails at once.
    Both stand in the case then. After a death between the server's yes and ours the mail goes out twice with one
    Message-ID, so that mail programs show it once.

    Raises:
        NotSentYet: the server could not be reached, and there are tries left.
    """
    notice = Notice.objects.select_related("request__applicant", "objection__applicant", "letter__print").get(
        pk=notice_id
    )
    if notice.state != State.WAITING:
        return notice.state
    address = notice.case.applicant.email
    if not address:
        return _settled(notice, State.FAILED, "Alamat surel tidak ada lagi.")
    try:
        _message(notice, address).send()
    except SMTPRecipientsRefused:
        return _settled(notice, State.FAILED, "Server surel menolak alamat pemohon.")
    except OSError as error:
        if notice.tries + 1 >= TRIES:
            return _settled(notice, State.FAILED, f"Server surel tidak dapat dihubungi ({type(error).__name__}).")
        Notice.objects.filter(pk=notice.pk).update(tries=notice.tries + 1, reason=type(error).__name__)
        raise NotSentYet from error
    return _settled(notice, State.SENT, "")


@transaction.atomic
def notice_again(*, notice: Notice, email: str, by: Actor) -> Notice:
    """Send a mail again that did not arrive, to the same or a corrected address.

    Raises:
        NotAllowed: `by` does not serve the body. NotInThisState: it waits, or has arrived.
    """
    permit(by, "request.prepare", notice)
    fresh = Notice.objects.select_for_update(of=("self",)).get(pk=notice.pk)
    if not fresh.troubled:
        raise NotInThisState
    Applicant.objects.filter(pk=fresh.case.applicant_id).update(email=email)
    fresh.state, fresh.tries, fresh.reason = State.WAITING, 0, ""
    fresh.save(update_fields=["state", "tries", "reason"])
    _defer(fresh)
    _tell("notice.again", fresh, by)
    return fresh


@transaction.atomic
def notice_bounced(*, notice: Notice, reason: str, by: Actor | None) -> Notice:
    """Note that a mail came back; `by` None where the mailbox was read by the system.

    Raises:
        NotAllowed: `by` does not serve the body. NotInThisState: it has not been sent.
    """
    if by is not None:
        permit(by, "request.prepare", notice)
    fresh = Notice.objects.select_for_update(of=("self",)).get(pk=notice.pk)
    if fresh.state != State.SENT:
        raise NotInThisState
    fresh.state, fresh.reason = State.BOUNCED, reason[:300]
    fresh.save(update_fields=["state", "reason"])
    _tell("notice.bounced", fresh, by)
    return fresh


def notices_remind() -> int:
    """Remind requesters on the last working day but one to complete what is missing; says how many were queued."""
    waiting = InformationRequest.objects.filter(state=InformationRequest.State.INCOMPLETE, clock__code="FIX")
    rows = waiting.exclude(notices__kind=Kind.MEND).select_related("applicant", "clock__unit", "clock__calendar")
    queued = 0
    for request in rows:
        left = pace(request.clock).left if request.clock else None
        if left is not None and 0 <= left <= 1:
            with transaction.atomic():
                queued += notice_queue(request, Kind.MEND) is not None
    return queued


def follow_address(case: InformationRequest | Objection) -> str:
    """Full address at which a requester follows a case; "" where the installation has no address of its own."""
    base = settings.CONFIG.base_url.rstrip("/")
    return base + reverse("disclosure:track", args=[case.code]) if base else ""


def _message(notice: Notice, address: str) -> EmailMessage:
    case = notice.case
    follow = follow_address(case)
    said = mail_of(notice, follow=follow, contact=desk_of(case.body).contact)
    message = EmailMessage(
        said.subject,
        said.text,
        settings.CONFIG.mail_from,
        [address],
        headers={"Message-ID": notice.message_id, "Auto-Submitted": "auto-generated"},
    )
    name, pdf = _attached(notice, follow)
    message.attach(name, pdf, "application/pdf")
    for file in _decrees(notice):
        message.attach(file.name, private_store.read(file.stored), file.media_type)
    return message


def _decrees(notice: Notice) -> list[CaseFile]:
    """Decrees that a refusal or a partial answer goes out with (Perki 1/2021 art. 34(2)), as far as a mail carries."""
    if notice.request is None or notice.letter is None or notice.letter.kind not in WITH_DECREE:
        return []
    files = notice.request.files.filter(purpose=CaseFile.Purpose.DECREE, size__lte=MOST_ATTACHED)
    return list(files)


def _attached(notice: Notice, follow: str) -> tuple[str, bytes]:
    case = notice.case
    letter = notice.letter
    if notice.kind == Kind.MEND:
        letter = Letter.objects.filter(request=notice.request, kind=Letter.Kind.INCOMPLETE).last()
    if letter is not None:
        return f"{_plain(letter.number)}.pdf", bytes(letter.print.pdf)
    return f"tanda-bukti-{_plain(case.number)}.pdf", proof_of(case, follow=follow)


def _plain(number: str) -> str:
    return "".join(sign if sign.isalnum() else "-" for sign in number)


def _defer(notice: Notice) -> None:
    app.configure_task(NOTICE_TASK, queue="mail").defer(notice_id=notice.pk)


@transaction.atomic
def _settled(notice: Notice, state: str, reason: str) -> str:
    notice.state, notice.reason, notice.tries = state, reason, notice.tries + 1
    notice.sent_at = timezone.now() if state == State.SENT else None
    notice.save(update_fields=["state", "reason", "tries", "sent_at"])
    _tell("notice.sent" if state == State.SENT else "notice.failed", notice, None)
    return state


def _tell(event: str, notice: Notice, by: Actor | None) -> None:
    case = notice.case
    record(event, on=case.subject, by=by, unit=case.body, number=case.number, what=notice.get_kind_display())
