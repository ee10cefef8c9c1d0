from collections.abc import Iterator

import pytest
from django.db import transaction

from tests.world import World, build_world


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker) -> Iterator[World]:
    """Kabupaten Arunika in miniature, built once: what a request changes is undone before the next one."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield build_world()
        transaction.set_rollback(True)
