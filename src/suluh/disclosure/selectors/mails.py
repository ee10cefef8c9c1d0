"""Mails that wait for an officer."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from suluh.disclosure.models import MailDraft, MailFile

from .requests import bodies_served

MOST = 100


def mails_visible_to(person: Any) -> QuerySet[MailDraft]:
    """Waiting mails to bodies whose information service the person belongs to."""
    return MailDraft.objects.filter(body__in=bodies_served(person), state=MailDraft.State.WAITING)


def mail_list(person: Any) -> list[MailDraft]:
    """The oldest first."""
    return list(mails_visible_to(person).prefetch_related("files")[:MOST])


def mail_files_visible_to(person: Any) -> QuerySet[MailFile]:
    """Kept attachments of those mails."""
    return MailFile.objects.filter(draft__in=mails_visible_to(person)).exclude(stored="")
