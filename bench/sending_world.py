"""A government of its own for a run of deliveries: database, units, a channel on every simulated platform."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, replace
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from suluh.demo.platforms.footage import Footage, clip, picture
from suluh.demo.platforms.server import SimulatedPlatforms

if TYPE_CHECKING:
    from suluh.channels.frozen import Content
    from suluh.channels.models import Channel

FAR = timedelta(days=1)
"""Deliveries wait so long until the workers are up and the clock of the run starts."""


@contextmanager
def database(base_url: str = "") -> Iterator[str]:
    """A private PostgreSQL with Suluh's tables, in a folder that goes with the run.

    `base_url` is where platforms that fetch media themselves find them.
    """
    with tempfile.TemporaryDirectory(prefix="suluh-sending-") as root:
        folder = str(Path(root) / "data")
        os.environ |= {"SULUH_DATA": folder, "SULUH_BASE_URL": base_url}
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "suluh.project.settings")
        from suluh.project.config import config
        from suluh.project.database import PrivateDatabase
        from suluh.project.keys import keys_create

        keys_create(config())
        server = PrivateDatabase(Path(folder), for_tests=True)
        server.open(must_own=True)
        try:
            import django

            django.setup()
            from suluh.project.schema import schema_bring_up

            schema_bring_up()
            yield folder
        finally:
            from django.db import connections

            connections.close_all()
            server.close()


def channels_connect(servers: SimulatedPlatforms, platforms: list[str], units: int) -> list[Channel]:
    """One channel on each platform for each unit, a unit's channels one after another."""
    from suluh.channels.services.connecting import channel_connect
    from suluh.organization.models import Account
    from suluh.organization.rights import OPERATOR
    from suluh.organization.services.sites import site_add
    from suluh.organization.services.units import government_ensure, unit_add

    _, root = government_ensure(name="Kabupaten Arunika", by=OPERATOR)
    made = []
    for number in range(units):
        unit = unit_add(name=f"Dinas {number}", kind="opd", parent=root, by=OPERATOR)
        for platform in platforms:
            access = servers.access(platform, f"{platform}{number}")
            if platform == "wordpress":
                holder = site_add(unit=unit, url=f"http://d{number}.arunika.localhost", by=OPERATOR)
            else:
                holder = Account.objects.create(unit=unit, platform=platform, handle=access.handle)
            made.append(channel_connect(holder=holder, address=access.address, secrets=access.secrets, by=OPERATOR))
    _tokens_fetch(servers, made)
    return made


def _tokens_fetch(servers: SimulatedPlatforms, channels: list[Channel]) -> None:
    """Fetch short tokens while the platforms are at rest: X uses the long one up, so a cut there needs a person."""
    from suluh.channels.services.tokens import channel_ask
    from suluh.kernel.http.client import Client
    from suluh.platforms.access import Renews
    from suluh.platforms.platform import platforms

    share, servers.script.share = servers.script.share, 0.0
    client = Client(allow_private=True)
    for channel in channels:
        if isinstance(platforms()[channel.platform], Renews):
            channel_ask(channel_id=channel.pk, client=client)
    servers.script.share = share


def deliveries_make(channels: list[Channel], count: int) -> None:
    """Plan so many, each with a number of its own in title and text, due far in the future."""
    from django.db import transaction
    from django.utils import timezone

    from suluh.channels.services.planning import deliveries_plan
    from suluh.organization.rights import OPERATOR

    due = timezone.now() + FAR
    with transaction.atomic():
        for number in range(count):
            channel = channels[number % len(channels)]
            deliveries_plan(
                source=f"story:{number}:1",
                unit=channel.unit,
                contents={channel: content_for(channel.platform, number)},
                due_at=due,
                by=OPERATOR,
            )


def deliveries_begin(rate: float) -> datetime:
    """Let the planned deliveries fall due one after another from now on, so many a second; returns the last one's."""
    from django.db import connection
    from django.utils import timezone

    from suluh.channels.models import Delivery

    start = timezone.now()
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE channels_delivery d SET due_at = o.due, next_at = o.due FROM (SELECT id, %s::timestamptz "
            "+ (row_number() OVER (ORDER BY id) - 1) * %s * interval '1 second' AS due FROM channels_delivery) o "
            "WHERE o.id = d.id",
            [start, 1 / rate],
        )
    return start + timedelta(seconds=Delivery.objects.count() / rate)


def content_for(platform: str, number: int) -> Content:
    """The plainest post that the platform takes: text, else with a picture, else with a film."""
    plain = _plainest(platform)
    return replace(plain, text=f"Berita nomor {number} ini.", title=f"Berita nomor {number} ini")


@cache
def _plainest(platform: str) -> Content:
    from suluh.channels.frozen import Content, StoredMedium
    from suluh.channels.public_media import address_of
    from suluh.organization.media_store import keep, read
    from suluh.platforms.platform import platforms

    told: list[str] = []
    film = Footage(1080, 1920, 30.0, "h264", "aac")
    for mime, made in (("", b""), ("image/jpeg", picture("image/jpeg", 1080, 1080)), ("video/mp4", clip(film))):
        media: tuple[StoredMedium, ...] = ()
        if made:
            name, digest = keep(made)
            seen = asdict(film) if mime == "video/mp4" else {"width": 1080, "height": 1080}
            media = (StoredMedium(name, mime, digest, "Poster jadwal", **seen),)
        content = Content(text="Berita nomor 1 ini.", title="Berita nomor 1 ini", media=media)
        told = [one.message for one in platforms()[platform].rules.breaches(content.as_post(read, address_of))]
        if not told:
            return content
    raise LookupError(f"no post pleases {platform}: {told}")
