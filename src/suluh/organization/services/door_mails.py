"""Mails about signing in: queued in the request, sent by a worker, so that asking takes as long for every address."""

from __future__ import annotations

from typing import Any

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from procrastinate.contrib.django import app

from suluh.organization.models import Person

LINK_TASK = "organization.password-link"
FACTOR_TASK = "organization.second-factor-removed"


def password_link_ask(*, person: Person | None, origin: str) -> None:
    """Queue the mail with the link for a new password.

    An address that nobody has queues a job too, one that sends nothing: the answer takes the same work.
    The link itself is made by the worker and never lies in the queue.
    """
    job = app.configure_task(LINK_TASK, queue="mail")
    job.defer(person_id=person.pk if person else None, origin=settings.CONFIG.base_url.rstrip("/") or origin)


def password_link_send(*, person_id: int | None, origin: str) -> int:
    """Send the link, which works once; the number of mails. A closed sign-in gets none."""
    person = Person.objects.filter(pk=person_id or 0, is_active=True).first()
    if person is None:
        return 0
    key = default_token_generator.make_token(person)
    path = reverse("account_reset_password_from_key", args=[user_pk_to_url_str(person), key])
    with translation.override(person.language):
        return _send(person, _("A new password for Suluh"), "password_link", link=f"{origin}{path}")


def factor_removal_queue(*, person: Person) -> None:
    """Queue the mail that tells a person that their second factor was taken away."""
    app.configure_task(FACTOR_TASK, queue="mail").defer(person_id=person.pk)


def factor_removal_tell(*, person_id: int) -> int:
    """Tell the person, who may not have asked for it; the number of mails."""
    person = Person.objects.filter(pk=person_id, is_active=True).first()
    if person is None:
        return 0
    with translation.override(person.language):
        return _send(person, _("The second factor of your sign-in was removed"), "second_factor_removed")


def _send(person: Person, subject: str, text: str, **context: Any) -> int:
    body = render_to_string(f"organization/mail/{text}.txt", context)
    return send_mail(subject, body, settings.CONFIG.mail_from, [person.email])
