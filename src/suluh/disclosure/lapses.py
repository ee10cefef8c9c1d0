"""What follows when a date of a case has passed: told by the deadlines, once a clock."""

from __future__ import annotations

from typing import Any

from suluh.deadlines.models import Clock
from suluh.deadlines.signals import clock_lapsed
from suluh.disclosure.models import OBJECTION, REQUEST
from suluh.disclosure.services.objections import objection_lapse, objection_window_open, requester_window_close
from suluh.disclosure.services.requests_check import request_lapse

FOLLOWS = {
    (REQUEST, "FIX"): request_lapse,
    (REQUEST, "ANS"): objection_window_open,
    (OBJECTION, "SUP"): objection_lapse,
    (REQUEST, "OBJ"): requester_window_close,
    (OBJECTION, "DSP"): requester_window_close,
}
"""What is done when a clock of a kind of case runs out."""


def follow(clock: Clock, **_more: Any) -> None:
    """Do what follows from a clock that ran out; nothing for clocks of other rooms."""
    if deed := FOLLOWS.get((clock.subject_kind, clock.code)):
        deed(clock=clock)


def listen() -> None:
    """Hear of clocks that run out, once a process."""
    clock_lapsed.connect(follow, dispatch_uid="disclosure.lapses")
