"""What is shown before a request is sent, and whether it saved the request: counted without naming anybody."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count, Q

from suluh.disclosure.models import SuggestionUse


def suggestions_shown(*, token: UUID, shown: int) -> None:
    """Note that items were shown above a form."""
    SuggestionUse.objects.get_or_create(token=token, defaults={"shown": shown})


def suggestion_opened(*, token: UUID, code: str) -> None:
    """Note that one of the items shown was opened; the last one counts."""
    SuggestionUse.objects.filter(token=token).update(opened=code[:40])


@dataclass(frozen=True, slots=True)
class Saved:
    """Forms that showed items within a time; `saved` opened one and sent nothing."""

    shown: int
    opened: int
    saved: int


def suggestions_saved(*, first: date, last: date) -> Saved:
    """What suggestions saved between two days, both included."""
    rows = SuggestionUse.objects.filter(at__date__gte=first, at__date__lte=last, shown__gt=0)
    found = rows.aggregate(
        all=Count("pk"), read=Count("pk", filter=~Q(opened="")), saved=Count("pk", filter=~Q(opened="") & Q(sent=False))
    )
    return Saved(shown=found["all"], opened=found["read"], saved=found["saved"])
