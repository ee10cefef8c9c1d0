"""Reads on the government itself: its crest and the head of its papers."""

from __future__ import annotations

from django.core.files.storage import default_storage

from suluh.kernel.letters import Letterhead
from suluh.organization.models import Government


def crest_of(government: Government | None) -> bytes:
    """The crest as PNG from the private store; empty without one."""
    if government is None or not government.crest or not default_storage.exists(government.crest):
        return b""
    with default_storage.open(government.crest) as file:
        return bytes(file.read())


def letterhead_of(government: Government | None, *, office: str = "") -> Letterhead:
    """The head of a paper of the government, or of one of its offices where `office` names another."""
    if government is None:
        return Letterhead("Suluh", body=office)
    return Letterhead(
        government=government.name,
        body=office or government.office,
        address=tuple(line.strip() for line in government.address.splitlines() if line.strip()),
        contact=government.contact,
        crest=crest_of(government),
    )
