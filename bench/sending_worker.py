"""One worker of the fault run: works through whatever channel is due, in a hurry, until it is killed."""

import random
import time

IDLE = 0.2
"""Seconds between two looks of a worker that found nothing; an installation's look once a second."""


def work() -> None:
    """Take channels in random order, so that workers race for them."""
    from django.utils import timezone

    from suluh.channels.services.pace import Pace
    from suluh.channels.services.pump import channel_run, channels_due
    from suluh.kernel.http.client import Client, Limits

    # whoever is split off inherits the state of the chance
    random.seed()
    client = Client(allow_private=True, limits=Limits(total=1.5, connect=1.5))
    pace = Pace(
        lease=8.0,
        errand=6.0,
        looks=(0.3, 0.6, 1.2, 2.4, 4.8, 4.8),
        pauses=(1.0, 2.0, 4.0, 8.0, 16.0, 30.0),
        settles=0.25,
    )
    while True:
        due = channels_due(timezone.now())
        random.shuffle(due)
        steps = sum(channel_run(channel_id=number, client=client, pace=pace, seconds=3.0) for number in due[:20])
        if not steps:
            time.sleep(IDLE)
