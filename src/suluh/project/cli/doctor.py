"""`suluh doctor`: what is wrong with this installation."""

import json
import sys
from typing import Annotated

import typer

app = typer.Typer(add_completion=False)

SIGNS = {"baik": "✓", "perhatian": "!", "salah": "✗"}


@app.command()
def doctor(
    as_json: Annotated[bool, typer.Option("--json", help="Satu baris JSON untuk setiap hal.")] = False,
) -> None:
    """Look at everything and say what is wrong in plain words; exit code 1 when something must be put right."""
    from suluh.project.config import config
    from suluh.project.doctor import Level
    from suluh.project.doctor.round import doctors_round

    wrong = 0
    for found in doctors_round(config()):
        wrong += found.level is Level.BAD
        if as_json:
            line = json.dumps({"subject": found.subject, "level": found.level, "sentence": found.sentence})
        else:
            line = f"{SIGNS[found.level]} {found.subject}: {found.sentence}"
        sys.stdout.write(line + "\n")
        sys.stdout.flush()
    if wrong:
        sys.stderr.write(f"{wrong} hal harus dibetulkan.\n")
        raise SystemExit(1)
