"""A person calls a delivery off at the moment in which a worker takes it up: one of the two is first, and both know."""

import pytest
from django.db import transaction
from django.utils import timezone

from suluh.channels.models import Delivery
from suluh.channels.services.claims import claim
from suluh.channels.services.planning import delivery_drop
from suluh.organization.rights import OPERATOR
from tests.channels.speaking import QUICK
from tests.support.beside import Beside

pytestmark = pytest.mark.django_db(transaction=True)


def test_what_is_called_off_while_a_worker_takes_it_up_is_not_sent(speaking):
    (delivery,) = speaking.plan("bluesky")
    channel = speaking.channel("bluesky").pk
    worker = Beside(lambda: claim(channel_id=channel, lease="a", pace=QUICK, now=timezone.now()))
    with transaction.atomic():
        delivery_drop(delivery=delivery, by=OPERATOR)
        worker.start()
        worker.reach_the_lock()
    worker.join()

    delivery.refresh_from_db()
    assert worker.answer is None
    assert (delivery.state, delivery.lease) == (Delivery.State.DROPPED, "")
    assert speaking.texts == []
