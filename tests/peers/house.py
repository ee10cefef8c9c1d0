"""A government's whole installation, with web part and two workers, connected to real servers and simulated ones."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from suluh.demo.platforms.limits import LIMITS
from suluh.demo.platforms.server import SimulatedPlatforms
from tests.peers.bluesky_server import BlueskyAccount
from tests.peers.furnish import VILLAGE_SITE
from tests.peers.village import VillageSite
from tests.peers.wordpress_site import Editor
from tests.project.installation import ROOT, Installation

FURNISH = "import json, os; from tests.peers.furnish import furnish; furnish(json.loads(os.environ['FURNISH']))"
RECOGNISE = (
    "from django.utils import timezone; from suluh.newsroom.services.reposts import reposts_recognise; "
    "reposts_recognise(timezone.now())"
)
OURS = "dinkes"
"""The name of the unit's account on every simulated platform."""


@dataclass(frozen=True)
class Target:
    """One channel. `kind` is real, simulated or hand."""

    label: str
    number: int
    platform: str
    kind: str


@dataclass
class House:
    """What the path needs: the installation, the servers around it, and who is signed in there."""

    installation: Installation
    servers: SimulatedPlatforms
    wordpress: Editor
    bluesky: BlueskyAccount
    village: VillageSite
    sessions: dict[str, str] = field(default_factory=dict)
    form: str = ""
    units: dict[str, str] = field(default_factory=dict)
    targets: list[Target] = field(default_factory=list)

    @property
    def root(self) -> str:
        """The address that people use."""
        return f"http://127.0.0.1:{self.installation.port}"

    def split(self) -> tuple[list[Target], list[Target]]:
        """Channels that take a photo, and those that, by the simulators' own table, take films alone."""
        films = {name for name in self.servers.platforms if "image/jpeg" not in LIMITS[name].takes}
        return (
            [one for one in self.targets if one.platform not in films],
            [one for one in self.targets if one.platform in films],
        )

    def village_is_visited(self) -> None:
        """The nightly visit of the village's site and the look for what was carried on, without waiting for them."""
        self.installation.run("sweep", "--units", "desa-embun", "--json")
        self.installation.run("manage", "shell", "-v", "0", "-c", RECOGNISE)


@contextmanager
def house_open(folder: Path, wordpress: Editor, bluesky: BlueskyAccount) -> Iterator[House]:
    """Set everything up and serve it, for as long as the `with` lasts."""
    with SimulatedPlatforms() as servers, VillageSite(VILLAGE_SITE) as village:
        installation = Installation(folder)
        house = House(installation, servers, wordpress, bluesky, village)
        installation.extra = _settings(house)
        installation.run("init", "--government", "Pemerintah Kabupaten Arunika", "--admin", "awal@arunika.example")
        _furnish(house)
        with installation.serving():
            yield house


def _settings(house: House) -> dict[str, str]:
    """Loopback may be visited, platforms fetch media from the web part, and the village's name leads to its site."""
    names = house.installation.folder / "names.json"
    site = {"address": "127.89.0.1", "http": house.village.port, "https": 9}
    host = VILLAGE_SITE.removeprefix("http://")
    names.write_text(json.dumps({"domain": host, "hosts": {host: site}}), encoding="utf-8")
    return {
        "SULUH_ALLOW_PRIVATE": "true",
        "SULUH_BASE_URL": house.root,
        "SULUH_CRAWL_MAP": str(names),
        "PYTHONPATH": str(ROOT),
    }


def _furnish(house: House) -> None:
    plan = _plan(house)
    house.installation.extra["FURNISH"] = json.dumps([row for _, row in plan])
    said = house.installation.run("manage", "shell", "-v", "0", "-c", FURNISH)
    made = json.loads(next(line for line in said.splitlines() if line.startswith('{"sessions"')))
    house.sessions, house.form, house.units = made["sessions"], made["form"], made["units"]
    house.targets = [
        Target(row["label"], row["number"], row["platform"], kind)
        for row, (kind, _) in zip(made["channels"], plan, strict=True)
    ]


def _plan(house: House) -> list[tuple[str, dict[str, Any]]]:
    """Real WordPress and Bluesky, every platform that has a simulator, and one channel where only a person posts."""
    wordpress = {"user": house.wordpress.user, "password": house.wordpress.password}
    bluesky = {"password": house.bluesky.password}
    real = [
        _row("wordpress", "nyata", house.wordpress.site.address, "", wordpress),
        _row("bluesky", "nyata", house.bluesky.server.address, house.bluesky.handle, bluesky),
    ]
    simulated = []
    for name in sorted(house.servers.platforms):
        access = house.servers.access(name, OURS)
        simulated.append(_row(name, OURS, access.address, access.handle, dict(access.secrets)))
    hand = _row("whatsapp", OURS, "", "Kanal Dinkes", {})
    return [*(("real", row) for row in real), *(("simulated", row) for row in simulated), ("hand", hand)]


def _row(platform: str, account: str, address: str, handle: str, secrets: dict[str, str]) -> dict[str, Any]:
    return {"platform": platform, "account": account, "address": address, "handle": handle, "secrets": secrets}
