"""Objections and disputes as officers see them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from suluh.deadlines.models import Clock
from suluh.deadlines.selectors import clocks_of
from suluh.disclosure.models import OBJECTION, Answer, Dispute, Letter, Notice, Objection
from suluh.disclosure.services.disputes import FOLLOWS
from suluh.law.grounds import ObjectionGround, objection_grounds
from suluh.organization.permissions import may
from suluh.organization.selectors.trail import Told, told_of

from .requests import CLOCK_STEPS, bodies_served

State = Objection.State


def objections_visible_to(person: Any) -> QuerySet[Objection]:
    """Objections to bodies whose information service the person belongs to."""
    return Objection.objects.filter(body__in=bodies_served(person))


@dataclass(frozen=True, slots=True)
class ObjectionBook:
    """One objection with everything that belongs to it."""

    objection: Objection
    grounds: list[ObjectionGround]
    clocks: list[Clock]
    letters: list[Letter]
    answer: Answer | None
    notices: list[Notice]
    dispute: Dispute | None
    trail: list[Told]
    may: dict[str, bool]


def objection_book(objection: Objection, person: Any) -> ObjectionBook:
    """Everything on record about an objection, and what this person may do with it now."""
    known = objection_grounds()
    dispute = Dispute.objects.filter(objection=objection).first()
    waits = objection.state in (State.RUNNING, State.LAPSED)
    intake, dispose = may(person, "objection.record", objection), may(person, "dispute.record", objection)
    return ObjectionBook(
        objection=objection,
        grounds=[known[letter] for letter in objection.grounds if letter in known],
        clocks=[one for one in clocks_of(OBJECTION, objection.pk) if one.is_open],
        letters=list(objection.letters.all()),
        answer=Answer.objects.filter(request=objection.request).first() if objection.request_id else None,
        notices=list(objection.notices.select_related("letter")),
        dispute=dispute,
        trail=told_of(objection.subject, without=CLOCK_STEPS),
        may={
            "answer": waits and may(person, "objection.decide", objection) and not answered_by(objection, person),
            "prepare": may(person, "request.prepare", objection),
            "withdraw": waits and intake,
            "reply": intake and objection.state == State.ANSWERED,
            "dispute": dispose and dispute is None and objection.state in (State.ANSWERED, State.LAPSED),
            "move": dispose and dispute is not None and bool(FOLLOWS[Dispute.Stage(dispute.stage)]),
        },
    )


def answered_by(objection: Objection, person: Any) -> bool:
    """True when the person drafted or signed the answer that is objected to."""
    answer = Answer.objects.filter(request=objection.request).first() if objection.request_id else None
    return answer is not None and person.pk is not None and person.pk in (answer.signed_by_id, answer.drafted_by_id)
