"""Papers of excluded information are handed out to whoever may see the test, and each one is told."""

from __future__ import annotations

from collections.abc import Callable

from django.db import transaction

from suluh.disclosure.errors import ExclusionState
from suluh.disclosure.models import Exclusion
from suluh.disclosure.papers.exclusions import change_decision, change_sheet, consequence_sheet, determination
from suluh.organization.permissions import permit
from suluh.organization.rights import Actor
from suluh.organization.services.trail import record

State = Exclusion.State
UNDECIDED = (State.DRAFT, State.SENT)


def papers_of(exclusion: Exclusion) -> dict[str, Callable[[Exclusion], bytes]]:
    """The papers that there are of an exclusion as it stands, by the name that their addresses use."""
    change = exclusion.replaces_id is not None
    found: dict[str, Callable[[Exclusion], bytes]] = {"uji": consequence_sheet}
    if change:
        found["pengubahan"] = change_sheet
    if exclusion.state not in UNDECIDED:
        found["penetapan"] = change_decision if change else determination
    return found


@transaction.atomic
def exclusion_paper(*, exclusion: Exclusion, name: str, by: Actor) -> bytes:
    """One paper of an exclusion as PDF/UA; that it was taken is an event, for it holds what is closed.

    Raises:
        NotAllowed: `by` may not see the test.
        ExclusionState: there is no such paper yet.
    """
    permit(by, "exclusion.view", exclusion)
    made = papers_of(exclusion).get(name)
    if made is None:
        raise ExclusionState
    record("exclusion.printed", on=exclusion, by=by, unit=exclusion.unit, number=exclusion.number, paper=name)
    return made(exclusion)
