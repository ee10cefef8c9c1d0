"""`suluh manage reseal_tokens`: seal every channel's tokens with the newest key, so that an older one can go."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from suluh.channels.selectors.seals import channels_sealed_before
from suluh.channels.services.tokens import channel_reseal


class Command(BaseCommand):
    """Run it after a new line was put above the old ones in the sealing key."""

    help = "Segel ulang token kanal dengan kunci terbaru."

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ARG002 - Django hands them over
        """One channel a transaction; says how many were sealed anew and which could not be opened."""
        found = channels_sealed_before()
        done = [channel for channel in found if channel_reseal(channel_id=channel.pk)]
        self.stdout.write(f"{len(done)} token kanal disegel ulang dengan kunci terbaru.")
        for channel in channels_sealed_before():
            self.stderr.write(f"{channel}: tidak dapat dibuka dengan kunci yang ada; hubungkan ulang.")
