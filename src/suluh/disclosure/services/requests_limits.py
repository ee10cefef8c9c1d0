"""Keeping spam out without a captcha: how often an address or an identity may use a form within a day."""

from __future__ import annotations

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from suluh.disclosure.errors import TooOften
from suluh.disclosure.models import FormUse
from suluh.organization.sealed import keyed_mark

DAY = timedelta(days=1)
KEPT = timedelta(days=2)
PER_ADDRESS = 30
"""Forms a day from one address: a village may share one."""
PER_IDENTITY = 5
"""Forms a day in one name."""
CODES_PER_ADDRESS = 60
"""Unknown codes a day from one address before following is shut for it."""


@transaction.atomic
def form_used(*, address: str, identity: str) -> None:
    """Count one sent form. Nothing readable is kept, and the counts go after two days.

    Raises:
        TooOften: the address or the identity has used up its day.
    """
    marks = {keyed_mark(address, purpose="form address"): PER_ADDRESS}
    if identity:
        marks[keyed_mark(identity, purpose="form identity")] = PER_IDENTITY
    for mark, most in marks.items():
        if uses_today(mark) >= most:
            raise TooOften
    FormUse.objects.filter(at__lt=timezone.now() - KEPT).delete()
    FormUse.objects.bulk_create(FormUse(mark=mark) for mark in marks)


def code_missed(*, address: str) -> None:
    """Count a code that nobody has, so that codes cannot be tried in bulk."""
    FormUse.objects.create(mark=keyed_mark(address, purpose="code address"))


def may_try_codes(*, address: str) -> bool:
    """False once too many unknown codes came from an address within a day."""
    return uses_today(keyed_mark(address, purpose="code address")) < CODES_PER_ADDRESS


def uses_today(mark: str) -> int:
    """Uses under a mark within the last day."""
    return FormUse.objects.filter(mark=mark, at__gt=timezone.now() - DAY).count()
