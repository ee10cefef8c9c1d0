"""Answered requests of general use become items of the list, without the people who asked."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from suluh.disclosure.content import ItemContent
from suluh.disclosure.errors import NotInThisState
from suluh.disclosure.models import Answer, Category, InformationRequest, Item
from suluh.organization.errors import Refused
from suluh.organization.models import Unit
from suluh.organization.permissions import permit
from suluh.organization.rights import Actor
from suluh.organization.services.trail import record

from .items import item_propose

OPEN_RESULTS = (Answer.Result.GRANTED, Answer.Result.PARTIAL)


@transaction.atomic
def request_publish(*, request: InformationRequest, unit: Unit, title: str, summary: str, by: Actor) -> Item:
    """Propose what was answered as an item of a unit; the review and the decree follow as for every item.

    Raises:
        NotAllowed: `by` does not prepare answers of the body, or may not propose items of the unit.
        NotInThisState: nothing was given. Refused: the words name the requester.
    """
    permit(by, "request.prepare", request)
    answer = Answer.objects.filter(request=request, state=Answer.State.SIGNED, result__in=OPEN_RESULTS).first()
    if answer is None:
        raise NotInThisState
    _require_no_name(request, f"{title}\n{summary}")
    content = ItemContent(
        title=title, summary=summary, category=Category.ANYTIME, holder=unit.name, responsible=unit.name,
        softcopy=answer.softcopy, hardcopy=answer.hardcopy,
    )  # fmt: skip
    item = item_propose(unit=unit, content=content, by=by, origin=Item.Origin.REQUEST).item
    record("request.published", on=request.subject, by=by, unit=request.body, number=request.number, code=item.code)
    return item


def _require_no_name(request: InformationRequest, words: str) -> None:
    who = request.applicant
    private = [one for one in (who.name, who.represents, who.email, who.phone, who.address) if len(one) > 3]
    low = words.lower()
    if any(one.lower() in low for one in private):
        raise Refused(_("The words name the requester or lead to that person. Leave name, address and contact out."))
