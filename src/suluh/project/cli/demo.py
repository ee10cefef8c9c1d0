"""`suluh demo`: build Kabupaten Arunika with its simulated web, sweep it twice, serve the board."""

from __future__ import annotations

import os
import secrets
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from suluh.demo.furnish import LogIn
    from suluh.demo.platforms.server import SimulatedPlatforms
    from suluh.demo.web.simulated import SimulatedWeb

app = typer.Typer(add_completion=False)

PLATFORMS_PORT = 8700
SETTLE_SECONDS = 2
"""Two sightings this far apart open a finding in the demo, where a night passes in seconds."""


@app.command()
def demo(
    folder: Annotated[Path, typer.Option("--folder", help="Folder demo; boleh dihapus kapan saja.")] = Path(
        "demo-data"
    ),
    port: Annotated[int, typer.Option("--port", help="Porta papan; 0 memilih yang bebas.")] = 0,
    seed: Annotated[int, typer.Option("--seed", help="Benih cerita.")] = 2026,
    serve: Annotated[bool, typer.Option("--serve/--no-serve", help="Sajikan papan sesudah disapu.")] = True,
) -> None:
    """Build the demo regency and show it."""
    from suluh.demo.web.arunika import arunika_briefs
    from suluh.demo.web.simulated import SimulatedWeb

    folder = folder.resolve()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    say(f"Kabupaten Arunika disiapkan di {folder}.")
    briefs = arunika_briefs(seed)
    with (
        SimulatedWeb(briefs, datetime.now(UTC), folder / "web", apart=True) as web,
        _platforms() as platforms,
    ):
        web.write_truth(folder / "web" / "truth.jsonl")
        say(f"{len(briefs)} situs tiruan hidup, misalnya http://dinkes.arunika.localhost:{web.front_port}")
        chosen = port or free_port()
        _configure(folder, web, platforms, chosen)
        people = _build(web, seed)
        _speak(platforms, seed)
        if serve:
            _serve(chosen, people)


def say(line: str) -> None:
    """Tell the person at the terminal."""
    sys.stderr.write(line + "\n")


def free_port() -> int:
    """8000 when nobody uses it, else a port that the system gives."""
    import socket

    for wanted in (8000, 0):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", wanted))
            except OSError:
                continue
            return int(probe.getsockname()[1])
    raise OSError("no port is free")


def _configure(folder: Path, web: SimulatedWeb, platforms: SimulatedPlatforms, port: int) -> None:
    """Settings of this installation, for this process and those it starts."""
    from suluh.demo.platforms.consents import APP, APP_SECRET

    os.environ |= {f"SULUH_APP_{name.upper()}": f"{APP}:{APP_SECRET}" for name in platforms.platforms}
    os.environ |= {
        "SULUH_PLATFORMS_AT": platforms.origin,
        "SULUH_DATA": str(folder / "data"),
        "SULUH_KEYS": str(folder / "keys"),
        "SULUH_BASE_URL": f"http://localhost:{port}",
        "SULUH_ALLOW_PRIVATE": "true",
        "SULUH_CRAWL_MAP": str(folder / "web" / "resolver.json"),
        "SULUH_CRAWL_CA": str(web.ca_file),
        "SULUH_SETTLE_SECONDS": str(SETTLE_SECONDS),
        "SULUH_HOSTS": "localhost,127.0.0.1,[::1]",
    }


def _build(web: SimulatedWeb, seed: int) -> list[LogIn]:
    """Database, register, two sweeps with a night of changes between them, standings."""
    from suluh.project.config import config
    from suluh.project.keys import keys_create
    from suluh.project.startup import start_django

    config().data.mkdir(mode=0o700, parents=True, exist_ok=True)
    keys_create(config())
    start_django(create=True)

    from suluh.demo.furnish import log_ins, regency_furnish
    from suluh.demo.history import history_add
    from suluh.demo.ppid.year import ppid_furnish
    from suluh.monitoring.models import Sweep
    from suluh.monitoring.services.sweeps import sweep_start
    from suluh.organization.models import Site
    from suluh.project.cli.sweep import run_to_end
    from suluh.project.schema import schema_bring_up

    schema_bring_up()
    password = _password(config().data.parent)
    regency_furnish(password=password, seed=seed)
    say("Daftar induk terisi. Setahun layanan informasi publik disusun; ini perlu beberapa menit …")
    say(f"{ppid_furnish(password=password, seed=seed)} permohonan informasi selama setahun.")
    new = not Sweep.objects.exists()
    for first in (True, False):
        done = run_to_end(sweep_start(sites=Site.objects.all(), cause=Sweep.Cause.COMMAND))
        say(f"Sapuan {done.pk}: {done.alive} situs hidup, {done.dead} mati, {done.requests} permintaan.")
        if first:
            if new:
                history_add(seed=seed)
            web.advance()
    return log_ins(password)


def _platforms() -> SimulatedPlatforms:
    """The simulated platforms, on their own port when it is free, so that addresses of posts stay good."""
    import socket

    from suluh.demo.platforms.server import SimulatedPlatforms

    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", PLATFORMS_PORT))
        except OSError:
            return SimulatedPlatforms()
    return SimulatedPlatforms(port=PLATFORMS_PORT)


def _speak(platforms: SimulatedPlatforms, seed: int) -> None:
    """Channels on the simulated platforms, and stories on their way to them."""
    from suluh.demo.speak.channels import channels_connect, posts_show_again
    from suluh.demo.speak.furnish import UNCLEAR, stories_furnish

    connected = channels_connect(platforms)
    told = stories_furnish(origin=platforms.origin, seed=seed)
    if told:
        platforms.script.steps.append(UNCLEAR)
    shown = posts_show_again(platforms)
    say(f"{connected} kanal terhubung ke platform tiruan; {told} naskah baru, {shown} kiriman lama ditampilkan lagi.")
    say(f"Kiriman terlihat di {platforms.origin}/")


def _password(folder: Path) -> str:
    """The demo people's password, drawn once for a folder."""
    kept = folder / "password.txt"
    if not kept.exists():
        kept.touch(mode=0o600)
        kept.write_text(f"arunika-{secrets.token_hex(4)}")
    return kept.read_text()


def _serve(port: int, people: list[LogIn]) -> None:
    """Serve the board with one worker until Ctrl-C."""
    from suluh.project.supervision.child import Child
    from suluh.project.supervision.tree import Tree

    say(f"\nSuluh: http://localhost:{port}   (warga: /beranda/)\n")
    say(f"Semua masuk dengan kata sandi {people[0].password}\n")
    for person in people:
        say(f"  {person.email:<42} {person.sees}")
    say("\nCtrl-C untuk berhenti.")
    Tree([Child("web", ["web", "--port", str(port)]), Child("worker 1", ["worker"])], lambda: None).run()
