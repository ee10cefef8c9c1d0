"""How much must a phone load before the page can be read?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from urllib.parse import urljoin

from suluh.monitoring.engine.values import FindingSeen, Severity, Snapshot, Want
from suluh.monitoring.probes.candidates import items_are_read
from suluh.monitoring.probes.protocol import Probe
from suluh.monitoring.probes.site import is_own, proof

HEAVY_PAGE = 1_000_000
"""Bytes of HTML alone, after decompression; 19 of 20 pages stay below 0.44 million."""
HEAVY_TOTAL = 4_000_000
"""Bytes of HTML and the sampled pictures together."""
SAMPLE = 2
LARGE = 500_000
"""Bytes of a sampled picture from which others of its page are asked for too."""
MORE = 6


class WeightProbe(Probe):
    """A page too heavy for a phone's data plan."""

    code = "weight"

    def wants(self, seen: Snapshot) -> Iterable[Want]:
        """The size of the first pictures, once the items had their turn; of some more where these are large."""
        if not items_are_read(seen):
            return ()
        pictures = _pictures(seen)
        large = any(_size(url, seen) >= LARGE for url in pictures[:SAMPLE])
        sample = pictures[: SAMPLE + MORE] if large else pictures[:SAMPLE]
        return [Want(url, "size", 8, method="HEAD") for url in sample if url not in seen.answers]

    def judge(self, seen: Snapshot) -> Iterator[FindingSeen]:
        """`heavy` by HTML alone, or together with its first pictures."""
        if seen.home is None:
            return
        page = len(seen.home.answer.body)
        pictures = {url: size for url in _pictures(seen) if (size := _size(url, seen))}
        total = page + sum(pictures.values())
        if page < HEAVY_PAGE and total < HEAVY_TOTAL and not seen.home.answer.truncated:
            return
        largest = max(pictures, key=lambda url: pictures[url], default="")
        yield FindingSeen(
            "heavy",
            Severity.LOW,
            f"Halaman depan memuat sedikitnya {_mega(total)} MB; berat untuk paket data ponsel.",
            proof(seen.home, seen, f"HTML {_mega(page)} MB; gambar terbesar {largest or '-'}", (f"{_mega(page)} MB",),
                  "Ukuran halaman sesudah dibuka dari kompresi, ditambah ukuran gambar pertama."),
            "Minta admin situs mengecilkan gambar dan memuat sisanya saat digulir.",
            {"html_bytes": page, "pictures": pictures, "truncated": seen.home.answer.truncated},
        )  # fmt: skip


def _pictures(seen: Snapshot) -> list[str]:
    if seen.home is None:
        return []
    sources = (tag.attributes.get("src") or "" for tag in seen.home.tree.css("img[src]"))
    urls = (urljoin(seen.home.url, source) for source in sources if not source.startswith("data:"))
    return [url for url in dict.fromkeys(urls) if is_own(url, seen)]


def _size(url: str, seen: Snapshot) -> int:
    answer = seen.answers.get(url)
    text = answer.headers.get("content-length", "") if answer is not None and answer.status == 200 else ""
    return int(text) if text.isdigit() else 0


def _mega(size: int) -> str:
    return f"{size / 1_000_000:.1f}".replace(".", ",")
