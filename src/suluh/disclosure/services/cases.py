"""What every deed on a case begins and ends with: lock it, see that nobody was faster, count its version up."""

from __future__ import annotations

from typing import TypeVar

from suluh.disclosure.errors import MovedOn, NotInThisState
from suluh.disclosure.models import InformationRequest, Objection
from suluh.organization.models import Event
from suluh.organization.sockets.events import events

Case = TypeVar("Case", InformationRequest, Objection)


def case_locked(case: Case, *, seen: int | None, states: tuple[str, ...] = ()) -> Case:
    """The case as it stands now, held until the transaction ends.

    Args:
        case: the case as it was read.
        seen: the version that the person saw; None where a task acts.
        states: where the case has to be for the deed.

    Raises:
        MovedOn: somebody else was faster; the message says what was done.
        NotInThisState: the case is somewhere else.
    """
    found = (
        type(case)._default_manager.select_for_update(of=("self",)).select_related("body", "applicant").get(pk=case.pk)
    )
    if seen is not None and found.version != seen:
        raise MovedOn(last_deed(found.subject))
    if states and found.state not in states:
        raise NotInThisState
    return found


def case_moved(case: InformationRequest | Objection, *fields: str) -> None:
    """Store what a deed changed and count the version up."""
    case.version += 1
    case.save(update_fields=["version", *fields])


def last_deed(subject: str) -> str:
    """Who did what last on a case, as one clause; "" where nothing is told."""
    event = (
        Event.objects.filter(subject=subject)
        .exclude(code__startswith="notice.")
        .select_related("person", "value")
        .order_by("-id")
        .first()
    )
    if event is None or event.code not in events:
        return ""
    values = event.value.data if hasattr(event, "value") else {}
    who = event.person.name if event.person else "Suluh"
    return f"{who} {events.get(event.code).tell(values)}"
