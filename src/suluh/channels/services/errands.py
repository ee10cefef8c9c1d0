"""Going out for one step: the frozen content, the opened tokens, one try on the network, bounded in time."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import structlog
from asgiref.sync import sync_to_async

from suluh.channels.frozen import Content, MediumChanged
from suluh.channels.models import Attempt, Delivery
from suluh.channels.public_media import address_of
from suluh.kernel.http.calls import Calls
from suluh.kernel.http.client import Client
from suluh.organization.media_store import read
from suluh.organization.sealed import CannotOpen
from suluh.platforms.values import Errand, Outcome, Refused, Sighting, Unsure

from .claims import Step
from .connecting import access_of
from .pace import Pace

log = structlog.get_logger("suluh.channels")


async def run_errand(step: Step, client: Client, pace: Pace) -> Outcome | Sighting:
    """Send or look; whatever happens there comes back as an outcome."""
    try:
        post = await sync_to_async(Content.from_json(step.delivery.content).as_post)(read, address_of)
        access = await sync_to_async(access_of)(step.channel)
    except MediumChanged as fault:
        return Unsure(str(fault)) if step.kind == Attempt.Kind.LOOK else Refused(f"Belum dikirim. {fault}.")
    except CannotOpen:
        told = "Token akun ini tidak dapat dibuka dengan kunci yang ada. Hubungkan ulang."
        return Unsure(told) if step.kind == Attempt.Kind.LOOK else Refused(told, access_lost=True)
    begun = step.delivery.begun_at
    if begun is None:
        raise ValueError("a claimed delivery has begun")
    try:
        async with asyncio.timeout(pace.errand), Calls(client) as calls:
            errand = Errand(
                post, access, step.delivery.key, begun, calls, dict(step.delivery.notes), sync_to_async(_keeper(step))
            )
            return await (step.platform.send if step.kind == Attempt.Kind.SEND else step.platform.look)(errand)
    except TimeoutError:
        return Unsure("Layanan terlalu lama menjawab.")
    except LeaseLost:
        return Unsure("Pekerjaan diambil alih pekerja lain.")
    # an answer that no adapter foresaw must leave the delivery where it is looked after, not in a dead job
    except Exception as fault:
        log.exception("errand broke", delivery=step.delivery.pk, platform=step.platform.name)
        return Unsure(f"Jawaban layanan tidak terbaca ({type(fault).__name__}).")


class LeaseLost(Exception):
    """Somebody else works on the delivery now; nothing more may be sent."""


def _keeper(step: Step) -> Callable[[str, str], None]:
    """Writes notes of the platform to the row for good, as long as the row is ours."""

    def keep(name: str, value: str) -> None:
        notes = {**step.delivery.notes, name: value}
        step.delivery.notes = notes
        if not Delivery.objects.filter(pk=step.delivery.pk, lease=step.lease).update(notes=notes):
            raise LeaseLost

    return keep
