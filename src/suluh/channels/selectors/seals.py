"""Which tokens still need an older key. Kept apart for the operator's commands, which see every channel."""

from __future__ import annotations

from suluh.channels.models import Channel
from suluh.organization.sealed import is_sealed_anew


def channels_sealed_before() -> list[Channel]:
    """Channels whose tokens were sealed with another key than the newest."""
    rows = Channel.objects.exclude(sealed="").order_by("pk").iterator()
    return [channel for channel in rows if not is_sealed_anew(channel.sealed)]
