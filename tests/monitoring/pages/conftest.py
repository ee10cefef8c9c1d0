"""A small regency, and people who are signed in to its board."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from suluh.organization.models import Person
from tests.support.regency import Regency, regency_make


@pytest.fixture
def regency(db: None) -> Regency:
    return regency_make(offices=8, districts=1, villages=6)


@pytest.fixture
def signed_in() -> Callable[[Person], Client]:
    def make(person: Person) -> Client:
        client = Client()
        client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
        return client

    return make


@pytest.fixture
def board(regency: Regency, signed_in: Callable[[Person], Client]) -> Client:
    """The coordinator at the board."""
    return signed_in(regency.coordinator)


@pytest.fixture
def officer(regency: Regency, signed_in: Callable[[Person], Client]) -> Client:
    """The officer of the first unit."""
    return signed_in(regency.officer)
