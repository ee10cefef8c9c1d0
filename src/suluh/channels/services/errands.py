"""Going out for one step: the frozen content, the opened tokens, one try on the network, bounded in time."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace

import structlog
from asgiref.sync import sync_to_async

from suluh.channels.frozen import Content, MediumChanged
from suluh.channels.models import Attempt, Delivery
from suluh.channels.public_media import address_of
from suluh.kernel.http.calls import Calls
from suluh.kernel.http.client import Client
from suluh.organization.media_store import read
from suluh.organization.sealed import CannotOpen
from suluh.platforms.answers import ORIGINAL_GONE
from suluh.platforms.platform import Edits, Guides, Removes, Reposts, Steps
from suluh.platforms.values import NOTHING, ByHand, Change, Errand, Original, Post, Refused, Sighting, Unsure

from .claims import Step
from .connecting import access_of
from .pace import Pace

log = structlog.get_logger("suluh.channels")


CANNOT = {
    Delivery.Deed.CORRECT: "Tidak bisa diubah di kanal ini: lakukan dengan tangan.",
    Delivery.Deed.WITHDRAW: "Tidak bisa ditarik di kanal ini: hapus dengan tangan.",
}


NO_REPOST = "Layanan ini tidak membagikan kiriman akun lain lewat program. Bagikan dengan tangan."


def errand_of(step: Step, client: Client) -> Errand | Refused | Unsure:
    """What the step takes along, read from the rows and the store before anybody goes out; or why it stays at home."""
    delivery = step.delivery
    try:
        post, access = _post_of(step), access_of(step.channel)
    except MediumChanged as fault:
        return Refused(f"Belum dikirim. {fault}.")
    except CannotOpen:
        told = "Token akun ini tidak dapat dibuka dengan kunci yang ada. Hubungkan ulang."
        return Unsure(told) if step.kind == Attempt.Kind.LOOK else Refused(told, access_lost=True)
    begun = delivery.published.begun_at or delivery.begun_at
    if begun is None:
        raise ValueError("a claimed delivery has begun")
    return Errand(
        post,
        access,
        delivery.key,
        begun,
        Calls(client),
        dict(delivery.notes),
        keep=sync_to_async(_keeper(step)),
        remote=delivery.published.remote,
        original=_original(delivery),
    )


async def run_errand(step: Step, errand: Errand, pace: Pace) -> Change | Sighting:
    """Send, look, correct or withdraw; whatever happens there comes back as an outcome."""
    try:
        async with asyncio.timeout(pace.errand), errand.calls:
            return await _gone_out(step, errand)
    except TimeoutError:
        return Unsure("Layanan terlalu lama menjawab.")
    except LeaseLost:
        return Unsure("Pekerjaan diambil alih pekerja lain.")
    # an answer that no adapter foresaw must leave the delivery where it is looked after, not in a dead job
    except Exception as fault:
        log.exception("errand broke", delivery=step.delivery.pk, platform=step.platform.name)
        return Unsure(f"Jawaban layanan tidak terbaca ({type(fault).__name__}).")


def _post_of(step: Step) -> Post:
    """The frozen content with its files.

    Raises:
        MediumChanged: a file is not the approved one any more.
    """
    content = Content.from_json(step.delivery.content)
    bare = replace(content, media=())
    if step.delivery.deed == Delivery.Deed.WITHDRAW:
        # what is taken down is not shown again: a file that vanished must not keep it up
        return bare.as_post(read, address_of)
    try:
        return content.as_post(read, address_of)
    except MediumChanged:
        if step.kind == Attempt.Kind.SEND:
            raise
        # whether it is there shows without its pictures, too
        return bare.as_post(read, address_of)


async def _gone_out(step: Step, errand: Errand) -> Change | Sighting:
    """What the step asks of the platform; a person does what it offers no way for."""
    delivery, platform = step.delivery, step.platform
    if delivery.carries is not None:
        return await _carried_on(step, errand, delivery.carries)
    if step.kind == Attempt.Kind.LOOK:
        return await platform.look(errand)
    if delivery.deed == Delivery.Deed.PUBLISH:
        return await platform.send(errand)
    if delivery.deed == Delivery.Deed.WITHDRAW and errand.remote and isinstance(platform, Removes):
        return await platform.remove(errand)
    if delivery.deed == Delivery.Deed.CORRECT and errand.remote and isinstance(platform, Edits):
        same_media = delivery.content.get("media") == delivery.published.content.get("media")
        if platform.edits_media or same_media:
            return await platform.edit(errand)
    steps = platform.by_hand if isinstance(platform, Guides) else Steps()
    told = steps.withdraw if delivery.deed == Delivery.Deed.WITHDRAW else steps.correct
    return ByHand(told or CANNOT[Delivery.Deed(delivery.deed)])


async def _carried_on(step: Step, errand: Errand, original: Delivery) -> Change | Sighting:
    """Repost, or look whether it is done; what was taken down meanwhile is not carried on."""
    if not isinstance(step.platform, Reposts):
        return Refused(NO_REPOST)
    if step.kind == Attempt.Kind.LOOK:
        return await step.platform.reposted(errand)
    if original.state != Delivery.State.LIVE:
        return Refused(ORIGINAL_GONE)
    return await step.platform.repost(errand)


def _original(delivery: Delivery) -> Original:
    carried = delivery.carries
    return Original(carried.remote, carried.url, carried.channel.address) if carried else NOTHING


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
