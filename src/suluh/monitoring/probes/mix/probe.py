"""Finds units whose posts of the last quarter tell of nothing but their own activities."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import timedelta

from suluh.monitoring.engine.values import FindingSeen, PostSeen, Proof, Severity, Snapshot
from suluh.monitoring.mix import Content, classify
from suluh.monitoring.probes.protocol import Probe

WINDOW = timedelta(days=90)
FEWEST = 8
SHARE = 0.9


class MixProbe(Probe):
    """Classifies dated posts of the last 90 days; says so when more than nine in ten are activities."""

    code = "mix"
    content_only = False

    def judge(self, seen: Snapshot) -> Iterator[FindingSeen]:
        """`activities-only` from eight dated posts on."""
        since = (seen.now - WINDOW).date()
        recent = [post for post in seen.posts if post.published and since <= post.published <= seen.now.date()]
        if len(recent) < FEWEST:
            return
        counts = Counter(classify(post.title, post.text or "").content for post in recent)
        if counts[Content.ACTIVITY] > SHARE * len(recent):
            yield self._finding(seen, recent, counts)

    def _finding(self, seen: Snapshot, recent: list[PostSeen], counts: Counter[Content]) -> FindingSeen:
        activities = counts[Content.ACTIVITY]
        titles = " · ".join(post.title for post in recent[:5])
        return FindingSeen(
            code="activities-only",
            severity=Severity.LOW,
            message=f"{activities} dari {len(recent)} pos 90 hari terakhir hanya memberitakan kegiatan unit.",
            proof=Proof(seen.task.url, seen.now, titles, how="Judul pos dipilah menurut jenis isinya."),
            step="Selingi dengan layanan, data, kebijakan, pengumuman, atau ajakan yang berguna bagi warga.",
            data={"posts": len(recent), "mix": {content.value: counts[content] for content in Content}},
        )
