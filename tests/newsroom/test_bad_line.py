"""A phone whose answers are lost sends again before the first sending was dealt with."""

from threading import Barrier, Thread
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from suluh.newsroom.models import Revision, Story
from suluh.organization.models import Event
from tests.newsroom.test_submitting import TOLD
from tests.world import build_world

TIMES = 10


@pytest.mark.django_db(transaction=True)
def test_ten_sendings_at_the_same_moment_make_one_story_and_each_is_told_where_it_is():
    world = build_world()
    address, told = reverse("newsroom:submit", args=[world.health.slug]), {**TOLD, "token": str(uuid4())}
    start, met = Barrier(TIMES), []

    def send() -> None:
        phone = Client(headers={"accept": "application/json"})
        phone.force_login(world.officer)
        start.wait()
        try:
            answer = phone.post(address, told)
            met.append((answer.status_code, answer.json().get("address")))
        finally:
            connection.close()

    threads = [Thread(target=send) for _ in range(TIMES)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    story = Story.objects.get()
    assert met == [(201, reverse("newsroom:story", args=[story.pk]))] * TIMES
    assert Revision.objects.count() == 1
    assert Event.objects.filter(code="story.submitted").count() == 1
