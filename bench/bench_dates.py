"""Publication dates of article pages, exact day, paired with htmldate (extensive) on the same pages.

The pages are of kinds that were never looked at while rules were written. With the environment variable `DATES_GOLD`
a folder takes their place: its `manifest.jsonl` holds a line per page, `{"file", "url", "date"}`, where `file` is
relative to the folder.
"""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from bench.commands import command_cpu
from bench.harness import Row, cpu
from bench.pages import HELD_OUT, draw
from suluh.kernel.page.encoding import decode

COUNTS = {"small": 120, "full": 800, "big": 3200}


def run(seed: int, scale: str) -> Iterable[Row]:
    """Accuracy and speed side by side."""
    gold = os.environ.get("DATES_GOLD")
    with tempfile.TemporaryDirectory() as folder:
        where = Path(gold) if gold else _write(Path(folder), seed, COUNTS[scale])
        lines = [json.loads(line) for line in (where / "manifest.jsonl").read_text().splitlines() if line.strip()]
        on = f"{len(lines)} pages of {gold or f'{len(HELD_OUT)} kinds held out of tuning'}"
        wanted = [line["date"] for line in lines]
        ours, seconds = _ours(where, lines, Path(folder))
        theirs, peer_seconds = _htmldate(where, lines)
    share, peer = _share(ours, wanted), _share(theirs, wanted)
    rate, peer_rate = len(lines) / seconds, len(lines) / peer_seconds
    met = share >= max(0.915, peer)
    yield Row(
        "dates",
        "exact day right",
        share,
        "share",
        "≥ 0.915 and ≥ htmldate",
        met,
        "htmldate extensive",
        peer,
        share / max(peer, 0.001),
        on,
    )
    yield Row(
        "dates",
        "no date given",
        ours.count(None) / len(ours),
        "share",
        "reported",
        True,
        "htmldate extensive",
        theirs.count(None) / len(theirs),
        on=on,
    )
    yield Row(
        "dates",
        "pages dated",
        rate,
        "pages/CPU-s",
        "≥ 3 × htmldate",
        rate >= 3 * peer_rate,
        "htmldate extensive",
        peer_rate,
        rate / peer_rate,
        on,
    )


def _share(found: list[str | None], wanted: list[str]) -> float:
    return sum(one == other for one, other in zip(found, wanted, strict=True)) / len(wanted)


def _write(folder: Path, seed: int, count: int) -> Path:
    lines = []
    for number, page in enumerate(draw(HELD_OUT, count, seed)):
        (folder / f"{number}.html").write_text(page.html)
        lines.append(json.dumps({"file": f"{number}.html", "url": page.url, "date": page.day.isoformat()}))
    (folder / "manifest.jsonl").write_text("\n".join(lines))
    return folder


def _ours(where: Path, lines: list[dict[str, str]], scratch: Path) -> tuple[list[str | None], float]:
    """Through the command, less its start on one page."""
    one, whole = scratch / "one.jsonl", scratch / "all.jsonl"
    absolute = [json.dumps(line | {"file": str((where / line["file"]).resolve())}) for line in lines]
    one.write_text(absolute[0])
    whole.write_text("\n".join(absolute))
    fields = ["--fields", "date,title"]
    _, bare = command_cpu(["read", "--manifest", str(one), *fields])
    output, seconds = command_cpu(["read", "--manifest", str(whole), *fields])
    return [json.loads(line)["date"] for line in output.decode().splitlines()], seconds - bare


def _htmldate(where: Path, lines: list[dict[str, str]]) -> tuple[list[str | None], float]:
    """In this process, after one page that warms it up; the pages are decoded before the clock starts."""
    from htmldate import find_date

    pages = [(decode((where / line["file"]).read_bytes()), line["url"]) for line in lines]
    latest = datetime.now(UTC).date().isoformat()

    def read(html: str, url: str) -> str | None:
        try:
            found: str | None = find_date(html, url=url, extensive_search=True, original_date=True, max_date=latest)
        # The peer may break on a page of a gold set; that page counts as not dated.
        except Exception:  # noqa: BLE001
            return None
        return found

    read(*pages[0])
    return cpu(lambda: [read(html, url) for html, url in pages])
