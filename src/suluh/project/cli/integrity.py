"""`suluh integrity`: judge saved pages for gambling or other injected content. Needs no Django and no database."""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path
from typing import Annotated, Any

import typer

from suluh.monitoring.probes.injection.judge import judge_page
from suluh.monitoring.probes.injection.verdict import Judgement, Signal

app = typer.Typer(add_completion=False, help="Judge saved pages for gambling or other injected content.")

_FIELDS = ("url", "file", "title", "description")


class BadLine(ValueError):
    """A line of the manifest that cannot be judged; the message says why."""


@app.command()
def integrity(
    manifest: Annotated[Path, typer.Option(help="JSON Lines; '-' reads standard input.")],
    explain: Annotated[bool, typer.Option(help="Say in each evidence what it weighs and why.")] = False,
) -> None:
    """Judge every line of a manifest and print one JSON object for each."""
    folder = Path.cwd() if str(manifest) == "-" else manifest.parent
    if str(manifest) != "-" and not manifest.is_file():
        sys.stderr.write(f"suluh integrity: tidak ada berkas {manifest}\n")
        raise typer.Exit(2)
    counts: Counter[str] = Counter()
    with sys.stdin.buffer if str(manifest) == "-" else manifest.open("rb") as lines:
        for number, raw in enumerate(lines, start=1):
            if not raw.strip():
                continue
            answer = _answer(number, raw, folder, explain)
            counts["error" if answer.get("error") else str(answer.get("verdict"))] += 1
            sys.stdout.write(json.dumps(answer, ensure_ascii=False) + "\n")
            sys.stdout.flush()
    sys.stderr.write(", ".join(f"{count} {verdict}" for verdict, count in sorted(counts.items())) + "\n")


def _answer(number: int, raw: bytes, folder: Path, explain: bool) -> dict[str, Any]:
    try:
        line = _parsed(raw)
    except BadLine as problem:
        return {"line": number, "error": str(problem)}
    try:
        html = _source(folder, line.get("file"))
    except BadLine as problem:
        return {"url": line["url"], "verdict": None, "score": None, "signals": [], "error": str(problem)}
    judgement = judge_page(line["url"], html, line.get("title"), line.get("description"))
    return {
        "url": line["url"],
        "verdict": judgement.verdict.value,
        "score": judgement.score,
        "signals": [_shown(signal, judgement, explain) for signal in judgement.signals],
        "error": None,
    }


def _parsed(raw: bytes) -> dict[str, str]:
    try:
        line = json.loads(raw.decode("utf-8-sig"))
    except (UnicodeDecodeError, json.JSONDecodeError) as problem:
        raise BadLine(f"bukan JSON: {problem}") from None
    if not isinstance(line, dict) or not isinstance(line.get("url"), str):
        raise BadLine("baris harus objek JSON dengan 'url'")
    wrong = [name for name in _FIELDS if not isinstance(line.get(name), str | None)]
    if wrong:
        raise BadLine(f"'{wrong[0]}' harus teks")
    return {name: line[name] for name in _FIELDS if line.get(name) is not None}


def _source(folder: Path, name: str | None) -> str | None:
    if name is None:
        return None
    from suluh.kernel.page.encoding import decode

    try:
        return decode((folder / name).read_bytes(), "")
    except (OSError, ValueError) as problem:
        raise BadLine(f"berkas tidak terbaca: {problem}") from None


def _shown(signal: Signal, judgement: Judgement, explain: bool) -> dict[str, Any]:
    evidence = signal.evidence
    if explain:
        evidence += f" [{signal.kind}: bobot {signal.weight:g} dari jumlah yang menghasilkan nilai {judgement.score:g}]"
    return {"code": signal.code, "kind": signal.kind, "weight": signal.weight, "evidence": evidence}
