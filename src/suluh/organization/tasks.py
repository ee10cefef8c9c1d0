"""Mails about signing in, sent while nobody waits."""

from __future__ import annotations

from procrastinate.contrib.django import app

from suluh.kernel.retries import Backoff

from .services.door_mails import FACTOR_TASK, LINK_TASK, factor_removal_tell, password_link_send


@app.task(name=LINK_TASK, queue="mail", retry=Backoff())
def password_link(person_id: int | None, origin: str) -> None:
    """Send the link for a new password."""
    password_link_send(person_id=person_id, origin=origin)


@app.task(name=FACTOR_TASK, queue="mail", retry=Backoff())
def second_factor_removed(person_id: int) -> None:
    """Tell a person that their second factor was taken away."""
    factor_removal_tell(person_id=person_id)
