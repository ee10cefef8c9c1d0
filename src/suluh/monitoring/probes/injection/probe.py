"""Does the site carry gambling or other planted content, or has it been replaced?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from typing import Any

from suluh.monitoring.engine.values import Document, FindingSeen, Proof, Severity, Snapshot, Want
from suluh.monitoring.probes.injection.address import doorway, owner_of
from suluh.monitoring.probes.injection.doors import LOOKS_LIKE_ONE, bait_of, judge_bait, unlinked_samples
from suluh.monitoring.probes.injection.judge import judge_page, judge_source, strongest
from suluh.monitoring.probes.injection.pair import pair_signals
from suluh.monitoring.probes.injection.sentence import STEPS, sentence
from suluh.monitoring.probes.injection.sides import cloaked_agent, sides
from suluh.monitoring.probes.injection.source import Source
from suluh.monitoring.probes.injection.verdict import History, Judgement, Verdict, weigh
from suluh.monitoring.probes.protocol import Probe

_MOST_DOORS = 4
_HEADERS = ("server", "last-modified", "location", "x-powered-by", "content-type")

KIND_WORDS = {
    "address": "alamat laman",
    "body": "isi laman",
    "canonical": "alamat asal yang disebut laman",
    "code": "skrip ke situs asing",
    "defacement": "kata-kata pengganti laman",
    "hidden": "tautan tersembunyi",
    "identity": "judul tanpa nama unit",
    "lexicon": "istilah judi di judul dan uraian",
    "links": "tautan keluar",
    "mixed-script": "huruf samaran",
    "novelty": "tautan yang baru muncul",
    "pair": "laman bagi mesin pencari",
    "redirect": "pengalihan pengunjung",
    "structure": "susunan laman",
}
"""Kinds of signals, as the proof names what was looked at."""


@dataclass(frozen=True, slots=True)
class Case:
    """One address judged, and the document that shows it (None where only a title was seen)."""

    url: str
    judgement: Judgement
    document: Document | None


class InjectionProbe(Probe):
    """Judges the home page, every page fetched on this visit, titles of posts, and the pair."""

    code = "injection"

    def wants(self, seen: Snapshot) -> Iterable[Want]:
        """Addresses that sound like doorways, samples of crowds that only a sitemap knows, and one bait query."""
        if seen.home is None:
            return
        page = _source(seen.home)
        linked = [anchor.target for anchor in page.anchors if not page.is_outside(anchor.target)]
        listed = [url for url, _ in seen.sitemap_urls]
        heard = [*listed, *linked, *(post.url for post in seen.posts)]
        doors = [url for url in dict.fromkeys(heard) if doorway(url)[0] >= LOOKS_LIKE_ONE]
        yield from (Want(url, "doorway", priority=2) for url in doors[:_MOST_DOORS])
        yield from (Want(url, "unlinked", priority=4) for url in unlinked_samples(listed, linked))
        if seen.task.pair:
            yield Want(bait_of(page), "bait", priority=3)

    def read(self, page: Document, seen: Snapshot) -> None:
        """Judge the page while its parse is there."""
        _judgement(page, _history(seen))

    def judge(self, seen: Snapshot) -> Iterator[FindingSeen]:
        """At most one finding: the worst page, with the number of others in its data."""
        cases = sorted(
            self._cases(seen), key=lambda case: (case.judgement.verdict != Verdict.INFECTED, -case.judgement.score)
        )
        bad = [case for case in cases if case.judgement.verdict is not Verdict.CLEAN]
        if bad:
            yield self._finding(seen, bad)

    def _cases(self, seen: Snapshot) -> Iterator[Case]:
        known = _history(seen)
        documents = {page.url: page for page in seen.pages.values()}
        if seen.home is not None:
            documents[seen.home.url] = seen.home
            yield self._home_case(seen, seen.home, known)
        for url, page in documents.items():
            if page is not seen.home:
                yield Case(url, _judgement(page, known), page)
        for post in seen.posts:
            if post.url not in documents:
                yield Case(post.url, judge_page(post.url, title=post.title, history=known), None)
        for url, _ in seen.sitemap_urls:
            if url not in documents:
                yield Case(url, judge_page(url, history=known), None)

    def _home_case(self, seen: Snapshot, home: Document, known: History) -> Case:
        page = _source(home)
        others = {agent: _source(other) for agent, other in seen.pair.items()}
        signals = [*judge_source(page, known).signals, *pair_signals(page, others)]
        signals += [signal for other in others.values() for signal in judge_source(other, known).signals]
        culprit = next(
            (seen.pair[agent] for agent in others if any(signal.code.endswith(agent) for signal in signals)), home
        )
        return Case(home.url, weigh(strongest(signals)), culprit)

    def _finding(self, seen: Snapshot, bad: list[Case]) -> FindingSeen:
        worst = bad[0]
        defaced = "defacement" in worst.judgement.codes and worst.judgement.verdict is Verdict.INFECTED
        code = "defaced" if defaced else worst.judgement.verdict.value
        return FindingSeen(
            code=code,
            severity=Severity.MEDIUM if code == "suspect" else Severity.HIGH,
            message=sentence(code, worst.judgement, len(bad) - 1),
            proof=self._proof(seen, worst),
            step=STEPS[code],
            data={
                "score": worst.judgement.score,
                "signals": [asdict(signal) for signal in worst.judgement.signals],
                "pages": [case.url for case in bad[:20]],
                "replaced": _is_replaced(worst, seen),
                "pair": _pair(worst, seen),
            },
        )

    def _proof(self, seen: Snapshot, case: Case) -> Proof:
        signals = case.judgement.signals
        excerpt = " · ".join(signal.evidence for signal in signals[:4])[:600]
        marks = tuple(
            dict.fromkeys(word.strip() for word in signals[0].evidence.split(";")[0].split(",") if word.strip())
        )[:6]
        kinds = dict.fromkeys(KIND_WORDS.get(signal.kind, signal.kind) for signal in signals)
        how = "Dinilai dari: " + ", ".join(kinds) + "."
        if case.document is None:
            return Proof(case.url, seen.now, excerpt, marks, how=how)
        answer = case.document.answer
        return Proof(
            url=case.document.url,
            seen_at=answer.at,
            excerpt=excerpt,
            marks=marks,
            status=answer.status,
            address=answer.address,
            headers={name: value for name, value in answer.headers.items() if name in _HEADERS},
            body=answer.body,
            how=how,
        )


def _pair(case: Case, seen: Snapshot) -> list[dict[str, Any]]:
    """The home page as a visitor and as the one who is shown another page got it; empty when all get the same."""
    agent = cloaked_agent(case.judgement.signals, list(seen.pair))
    if agent is None or seen.home is None or case.url != seen.home.url:
        return []
    other = seen.pair[agent]
    return sides((seen.home, _source(seen.home)), agent, (other, _source(other)))


def _is_replaced(case: Case, seen: Snapshot) -> bool:
    """True when the home page itself is somebody else's for every visitor: defaced, or a gambling site in its place."""
    if seen.home is None or case.document is not seen.home or case.judgement.verdict is not Verdict.INFECTED:
        return False
    codes = case.judgement.codes
    taken_over = {"identity", "head-lexicon"} <= set(codes) and not any(code.startswith("cloak") for code in codes)
    return "defacement" in codes or taken_over


def _history(seen: Snapshot) -> History:
    """What earlier visits knew of the site."""
    return History(seen.task.unit_name, frozenset(map(owner_of, seen.memory.hosts)))


def _judgement(page: Document, known: History) -> Judgement:
    """The verdict on a page other than the home page, made once a visit."""
    if "injected" not in page.notes:
        bait = page.purpose == "bait"
        page.notes["injected"] = (
            judge_bait(page.url, page.html, known)
            if bait
            else judge_source(Source(page.url, page.html, page.tree), known)
        )
    judgement: Judgement = page.notes["injected"]
    return judgement


def _source(document: Document) -> Source:
    """The page as the judge reads it, made once a visit."""
    if "injection" not in document.notes:
        document.notes["injection"] = Source(document.url, document.html, document.tree)
    source: Source = document.notes["injection"]
    return source
