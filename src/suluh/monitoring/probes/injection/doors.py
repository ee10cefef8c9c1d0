"""Where intruders hide whole pages: behind queries, and in crowds of addresses that no menu leads to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from suluh.kernel.http.urls import split
from suluh.monitoring.probes.injection.judge import judge_page
from suluh.monitoring.probes.injection.source import Source
from suluh.monitoring.probes.injection.verdict import History, Judgement, Verdict

LOOKS_LIKE_ONE = 2.0
"""Weight of an address from which it is worth a look."""

_BAIT = "slot-gacor"
_CROWD = 30
_MOST_SAMPLES = 2


def bait_of(home: Source) -> str:
    """The home page asked with a bait word in its query: a site that knows nothing of it shows its home page."""
    return f"{home.root}/?id={_BAIT}"


def judge_bait(url: str, html: str, known: History) -> Judgement:
    """Judge what the bait brought, without the bait itself: neither our query nor its echo accuses a site."""
    judged = judge_page(url.split("?")[0], html.replace(_BAIT, "").replace(_BAIT.replace("-", " "), ""), history=known)
    return judged if judged.verdict is Verdict.INFECTED else Judgement(Verdict.CLEAN, 0.0)


def unlinked_samples(listed: Iterable[str], linked: Iterable[str]) -> Iterator[str]:
    """One address of each crowded folder that stands in a sitemap and is linked from nowhere on the home page."""
    crowds: dict[str, list[str]] = {}
    for url in listed:
        crowds.setdefault(_folder(url), []).append(url)
    known = {_folder(url) for url in linked}
    strange = [urls for folder, urls in crowds.items() if folder and folder not in known and len(urls) >= _CROWD]
    yield from (urls[len(urls) // 2] for urls in sorted(strange, key=len, reverse=True)[:_MOST_SAMPLES])


def _folder(url: str) -> str:
    """First part of the path; empty for a page at the top."""
    parts = split(url).path.strip("/").split("/")
    return parts[0] if len(parts) > 1 else ""
