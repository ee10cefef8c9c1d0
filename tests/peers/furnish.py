"""Runs inside an installation: people, a charter in force, and a channel of one unit for every account named."""

from __future__ import annotations

import json
from typing import Any

from django.test import Client
from django.urls import reverse

from suluh.channels.services.connecting import channel_connect
from suluh.newsroom.rules import SUGGESTED
from suluh.organization.models import Account, Person, Role, Site
from suluh.organization.rights import OPERATOR
from suluh.organization.services.sites import site_add
from tests.newsroom.ruling import adopted
from tests.world import World, appointed, build_world

BACKEND = "django.contrib.auth.backends.ModelBackend"
VILLAGE_SITE = "http://embun.arunika.localhost"


def furnish(plan: list[dict[str, Any]]) -> None:
    """Print what was made as JSON: a session for each person, the unit's form, and the channels by their names.

    Args:
        plan: for each channel `platform`, `account`, `address`, `handle`, `secrets`.
    """
    world = build_world()
    adopted(SUGGESTED)
    people = {
        "sender": world.officer,
        "head": appointed("kepala.dinkes@arunika.example", Role.LEADER, world.health),
        "editor": appointed("penyunting@arunika.example", Role.COORDINATOR, world.root, subtree=True),
        "desk": world.coordinator,
        "sibling": world.sibling,
    }
    site_add(unit=world.village, url=VILLAGE_SITE, by=OPERATOR)
    made = {
        "sessions": {name: _session(person) for name, person in people.items()},
        "form": reverse("newsroom:submit", args=[world.health.slug]),
        "units": {"sibling": world.social.name, "village": world.village.name},
        "channels": [_connected(world, row) for row in plan],
    }
    print(json.dumps(made))


def _session(person: Person) -> str:
    client = Client()
    client.force_login(person, backend=BACKEND)
    return client.cookies["sessionid"].value


def _connected(world: World, row: dict[str, Any]) -> dict[str, Any]:
    channel = channel_connect(holder=_holder(world, row), address=row["address"], secrets=row["secrets"], by=OPERATOR)
    return {"label": channel.label, "number": channel.pk, **{name: row[name] for name in ("platform", "account")}}


def _holder(world: World, row: dict[str, Any]) -> Account | Site:
    """The account; for WordPress a site of its own."""
    if row["platform"] == "wordpress":
        return site_add(unit=world.health, url=f"http://{row['account']}.dinkes.arunika.localhost", by=OPERATOR)
    return Account.objects.create(unit=world.health, platform=row["platform"], handle=row["handle"])
