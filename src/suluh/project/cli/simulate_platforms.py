"""`suluh simulate-platforms`: the social platforms as stateful servers on this machine, with faults by script."""

from __future__ import annotations

import json
import signal
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from suluh.demo.platforms.server import SimulatedPlatforms

app = typer.Typer(add_completion=False)

ACCOUNTS = ["dinkes", "diskominfo"]


@app.command()
def simulate_platforms(
    port: Annotated[int, typer.Option("--port", help="Porta; 0 memilih yang bebas.")] = 0,
    account: Annotated[list[str] | None, typer.Option("--account", help="Nama akun; boleh berulang.")] = None,
    script: Annotated[Path | None, typer.Option("--script", help="Naskah gangguan (TOML).")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Satu baris JSON untuk tiap akun.")] = False,
) -> None:
    """Serve every simulated platform on loopback until Ctrl-C; nothing is kept afterwards."""
    from suluh.demo.platforms.faults import FaultScript
    from suluh.demo.platforms.scripts import BadScript, script_from
    from suluh.demo.platforms.server import SimulatedPlatforms
    from suluh.demo.platforms.shown import Shown
    from suluh.demo.platforms.simulator import simulators

    stop = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stop.set())
    try:
        known = frozenset(simulators(Shown()))
        faults = script_from(script, platforms=known) if script else FaultScript()
        with SimulatedPlatforms(faults, port=port) as servers:
            for line in _lines(servers, account or ACCOUNTS, as_json=as_json):
                sys.stdout.write(line + "\n")
            sys.stdout.flush()
            where = f"{servers.origin}/ dan {servers.origin}/tampil.json"
            sys.stderr.write(f"Kiriman terlihat di {where}. Ctrl-C untuk berhenti.\n")
            stop.wait()
    except (BadScript, OSError) as fault:
        sys.stderr.write(f"suluh simulate-platforms: {fault}\n")
        raise SystemExit(2) from None


def _lines(servers: SimulatedPlatforms, accounts: list[str], *, as_json: bool) -> list[str]:
    """For each platform and account: its address and what to paste to connect."""
    found = []
    for platform in servers.platforms:
        for name in accounts:
            access = servers.access(platform, name)
            row = {
                "platform": platform,
                "account": name,
                "address": access.address,
                "handle": access.handle or None,
                "secrets": dict(access.secrets),
            }
            pasted = ", ".join(f"{key} = {value}" for key, value in access.secrets.items())
            told = f"{platform:<10} {name:<12} {access.address}  {pasted}"
            found.append(json.dumps(row, ensure_ascii=False) if as_json else told)
    return found
