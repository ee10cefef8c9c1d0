"""Arunika's accounts on the simulated platforms: connected, one nearly out of its token, one locked out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from urllib.parse import urlsplit

from django.utils import timezone

from suluh.channels.models import Channel, Delivery
from suluh.channels.services.connecting import channel_connect
from suluh.demo.platforms.server import SimulatedPlatforms
from suluh.demo.platforms.shown import REVOKED
from suluh.demo.speak.past import as_of
from suluh.organization.models import Account, Site, Unit
from suluh.organization.rights import OPERATOR

SPEAKING = ("pemkab-arunika", "diskominfo", "dinkes", "disdukcapil")
"""Units whose sites and accounts are connected."""
MORE = (
    ("diskominfo", "bluesky", "diskominfo.arunika"),
    ("diskominfo", "mastodon", "diskominfo"),
    ("pemkab-arunika", "threads", "pemkabarunika"),
)
"""Accounts beside those of the register."""
SHORT_OF = "mastodon"
"""Its token ends within days."""
SINCE = timedelta(days=90)
"""How long ago they were connected, before the first story of the demo's past."""
LOCKED_OUT = "bpbd"
"""Its site no longer takes the password."""


def channels_connect(servers: SimulatedPlatforms) -> int:
    """Connect what is not connected to these servers yet; the number of channels."""
    units = {unit.slug: unit for unit in Unit.objects.filter(slug__in=(*SPEAKING, LOCKED_OUT))}
    for slug, platform, handle in MORE:
        if platform in servers.platforms:
            Account.objects.get_or_create(platform=platform, handle=handle, defaults={"unit": units[slug]})
    for holder in _holders(units):
        _connect(holder, servers)
    # the servers begin anew with the demo, so no short token of an earlier day is known there
    Channel.objects.update(fresh_until=None, asked_at=None)
    Channel.objects.filter(platform=SHORT_OF, ends_at=None).update(ends_at=timezone.now() + timedelta(days=9))
    return Channel.objects.count()


def posts_show_again(servers: SimulatedPlatforms) -> int:
    """Show what earlier days of this demo published on these servers; how many."""
    rows = Delivery.objects.filter(state=Delivery.State.LIVE, url__startswith=servers.origin + "/")
    corrected = Delivery.objects.filter(amends__isnull=False, state=Delivery.State.LIVE).values("amends")
    rows = rows.exclude(pk__in=corrected).select_related("channel").order_by("pk")
    for delivery in rows:
        url = urlsplit(delivery.url)
        page = f"{url.path}?{url.query}" if url.query else url.path
        name = delivery.channel.handle.removeprefix("@") or delivery.unit.slug
        servers.shown.add(delivery.channel.platform, name, delivery.content["text"], page=page)
    return len(rows)


def _holders(units: dict[str, Unit]) -> Iterator[Account | Site]:
    yield from Site.objects.filter(unit__in=units.values(), is_main=True).select_related("unit")
    spoken = [unit for slug, unit in units.items() if slug != LOCKED_OUT]
    yield from Account.objects.filter(unit__in=spoken, active=True).select_related("unit").order_by("pk")


def _connect(holder: Account | Site, servers: SimulatedPlatforms) -> None:
    platform = "wordpress" if isinstance(holder, Site) else holder.platform
    channel: Channel | None = getattr(holder, "channel", None)
    if platform not in servers.platforms:
        if channel is None:
            with as_of(timezone.now() - SINCE):
                channel_connect(holder=holder, address="", secrets={}, by=OPERATOR)
        return
    name = holder.unit.slug if isinstance(holder, Site) else holder.handle
    access = servers.access(platform, name)
    if channel is not None and channel.address == access.address:
        return
    secrets = dict(access.secrets)
    if holder.unit.slug == LOCKED_OUT:
        secrets["password"] = REVOKED
    with as_of(timezone.now() - SINCE if channel is None else timezone.now()):
        channel_connect(holder=holder, address=access.address, secrets=secrets, by=OPERATOR)
