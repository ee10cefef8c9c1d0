"""Can the site be read over a connection that nobody on the way can change?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from suluh.kernel.http.urls import split
from suluh.monitoring.engine.values import FindingSeen, Severity, Snapshot, Want
from suluh.monitoring.probes.protocol import Probe
from suluh.monitoring.probes.site import is_own, proof


class HttpsProbe(Probe):
    """Served without encryption only."""

    code = "https"

    def wants(self, seen: Snapshot) -> Iterable[Want]:
        """The same site over https, where its home page came over http on the usual port."""
        url = _secure(seen)
        return (Want(url, "https", 3, method="HEAD"),) if url and url not in seen.answers else ()

    def judge(self, seen: Snapshot) -> Iterator[FindingSeen]:
        """`http-only` when the home page comes over http and https does not answer."""
        if seen.home is None or not seen.home.url.startswith("http://"):
            return
        url = _secure(seen)
        answer = seen.answers.get(url) if url else None
        reached = answer is not None and answer.status is not None and answer.status < 400
        if answer is not None and reached and answer.url.startswith("https://") and is_own(answer.url, seen):
            return
        yield FindingSeen(
            "http-only",
            Severity.MEDIUM,
            "Situs hanya dapat dibuka lewat http; isinya dapat dibaca dan diubah orang di jalan.",
            proof(
                seen.home,
                seen,
                seen.home.url,
                ("http://",),
                "Halaman depan dikirim tanpa enkripsi dan tidak dialihkan ke https.",
            ),
            "Minta pengelola server memasang sertifikat (misalnya Let's Encrypt) dan mengalihkan http ke https.",
        )


def _secure(seen: Snapshot) -> str | None:
    """Address of the home page over https; None where it came that way already or on an unusual port."""
    if seen.home is None:
        return None
    parts = split(seen.home.url)
    if parts.scheme != "http" or parts.port not in (None, 80):
        return None
    return f"https://{parts.hostname}{parts.path or '/'}"
