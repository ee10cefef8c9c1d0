"""`suluh integrity`: judge saved pages for gambling or other injected content. Needs no Django and no database."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from suluh.monitoring.probes.injection.judge import judge_page
from suluh.monitoring.probes.injection.verdict import Judgement, Signal
from suluh.project.cli.json_lines import NotAnObjectError, numbered, parsed, write

_FIELDS = ("url", "file", "title", "description")


class BadLineError(ValueError):
    """A line of the manifest that cannot be judged; the message says why."""


def app(args: list[str], prog_name: str = "suluh integrity") -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(prog=prog_name, description="Judge saved pages for gambling and other injections.")
    parser.add_argument(
        "--manifest", required=True, type=Path, help='lines of {"url", "file"?, "title"?, "description"?}'
    )
    parser.add_argument("--explain", action="store_true", help="say in each evidence what it weighs")
    options = parser.parse_args(args)
    try:
        lines = options.manifest.read_bytes().splitlines()
    except OSError as error:
        parser.error(f"the manifest cannot be read: {error}")
    counts: Counter[str] = Counter()
    for number, raw in numbered(lines):
        answer = _answer(number, raw, options.manifest.parent, options.explain)
        counts["error" if answer["error"] else str(answer["verdict"])] += 1
        write(answer)
    sys.stderr.write(", ".join(f"{count} {verdict}" for verdict, count in sorted(counts.items())) + "\n")


def _answer(number: int, raw: bytes, folder: Path, explain: bool) -> dict[str, Any]:
    try:
        line = _parsed(raw)
    except BadLineError as problem:
        return {"line": number, "error": str(problem)}
    try:
        html = _source(folder, line.get("file"))
    except BadLineError as problem:
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
        line = parsed(raw)
    except NotAnObjectError as problem:
        raise BadLineError(f"bukan objek JSON: {problem}") from None
    if not isinstance(line.get("url"), str):
        raise BadLineError("baris harus objek JSON dengan 'url'")
    wrong = [name for name in _FIELDS if not isinstance(line.get(name), str | None)]
    if wrong:
        raise BadLineError(f"'{wrong[0]}' harus teks")
    return {name: line[name] for name in _FIELDS if line.get(name) is not None}


def _source(folder: Path, name: str | None) -> str | None:
    if name is None:
        return None
    from suluh.kernel.page.encoding import decode

    try:
        return decode((folder / name).read_bytes(), "")
    except (OSError, ValueError) as problem:
        raise BadLineError(f"berkas tidak terbaca: {problem}") from None


def _shown(signal: Signal, judgement: Judgement, explain: bool) -> dict[str, Any]:
    evidence = signal.evidence
    if explain:
        evidence += f" [{signal.kind}: bobot {signal.weight:g} dari jumlah yang menghasilkan nilai {judgement.score:g}]"
    return {"code": signal.code, "kind": signal.kind, "weight": signal.weight, "evidence": evidence}
