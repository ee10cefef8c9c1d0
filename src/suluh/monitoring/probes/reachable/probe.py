"""Does the site answer, and soon enough for a citizen on a phone?"""

from __future__ import annotations

from collections.abc import Iterator
from statistics import median

from suluh.kernel.http.answer import Answer, Reason
from suluh.monitoring.engine.values import FindingSeen, Severity, Snapshot
from suluh.monitoring.probes.protocol import Probe
from suluh.monitoring.probes.site import is_own, proof

SLOW_SECONDS = 3.0
"""Home page time from which a site counts as slow."""

WHY = {
    Reason.DNS: (
        "namanya tidak dikenal di internet",
        "Minta pengelola domain memeriksa catatan DNS dan masa sewa domain.",
    ),
    Reason.REFUSED: ("servernya menolak sambungan", "Minta pengelola server menyalakan layanan webnya."),
    Reason.TIMEOUT: (
        "servernya tidak menjawab dalam 20 detik",
        "Minta pengelola server memeriksa beban dan jaringannya.",
    ),
    Reason.TLS: ("sambungan amannya gagal", "Minta pengelola server memeriksa sertifikat dan pengaturan TLS."),
    Reason.HTTP_4XX: (
        "halaman depannya tidak ada atau tidak boleh dibuka",
        "Minta admin situs memeriksa alamat dan hak akses.",
    ),
    Reason.HTTP_5XX: (
        "servernya melaporkan kesalahan",
        "Minta admin situs memeriksa catatan kesalahan aplikasi dan basis data.",
    ),
    Reason.EMPTY: ("halaman depannya kosong", "Minta admin situs memeriksa aplikasi dan temanya."),
    Reason.PARKED: (
        "yang tampil halaman parkir penyedia hosting",
        "Minta pengelola memperpanjang hosting atau domain.",
    ),
    Reason.REDIRECT_LOOP: ("alamatnya berputar tanpa ujung", "Minta admin situs membetulkan pengalihan alamat."),
    Reason.PRIVATE_ADDRESS: (
        "namanya menunjuk ke alamat jaringan dalam",
        "Minta pengelola domain membetulkan catatan DNS.",
    ),
}


class ReachableProbe(Probe):
    """Dead or slow, with the reason."""

    code = "reachable"
    content_only = False

    def judge(self, seen: Snapshot) -> Iterator[FindingSeen]:
        """`dead` when no page answered, `slow` when the home page took too long."""
        answer = seen.home_answer
        if answer is None:
            return
        if not seen.alive:
            yield _dead(answer, seen)
            return
        seconds = _seconds(answer)
        if answer.ok and seconds >= SLOW_SECONDS and _stays_slow(seen):
            text = f"{seconds:.1f}".replace(".", ",")
            yield FindingSeen(
                "slow",
                Severity.MEDIUM if seconds >= 2 * SLOW_SECONDS else Severity.LOW,
                f"Halaman depan baru selesai dimuat setelah {text} detik.",
                proof(
                    answer,
                    seen,
                    f"Waktu muat {text} detik.",
                    (f"{text} detik",),
                    "Diukur dari permintaan sampai akhir; diulang sekali bila lambat.",
                ),
                "Minta pengelola server memasang tembolok (cache) halaman dan memeriksa beban server.",
                {"seconds": round(seconds, 2)},
            )


def _seconds(answer: Answer) -> float:
    return answer.timings.get("total", 0.0)


def _stays_slow(seen: Snapshot) -> bool:
    """True when the home page took long a second time too: one slow answer may be a hiccup on the way.

    Where it was not asked again, the site's other pages must have taken their time as well, if any was asked.
    """
    again = seen.home_again
    if again is not None and again.status is not None:
        return _seconds(again) >= SLOW_SECONDS
    others = [
        _seconds(answer)
        for url, answer in seen.answers.items()
        if is_own(url, seen) and answer.ok and seen.home_answer is not None and answer.url != seen.home_answer.url
    ]
    return not others or median(others) >= SLOW_SECONDS / 2


def _dead(answer: Answer, seen: Snapshot) -> FindingSeen:
    why, step = WHY.get(answer.reason, ("tidak ada jawaban", "Minta pengelola server memeriksa situs ini."))
    status = f" (HTTP {answer.status})" if answer.status else ""
    return FindingSeen(
        "dead",
        Severity.HIGH,
        f"Situs tidak dapat dibuka: {why}{status}.",
        proof(
            answer,
            seen,
            answer.detail or why,
            (),
            f"Permintaan ke {answer.requested} dijawab: {answer.reason}{status}.",
        ),
        step,
        {"reason": answer.reason.value, "status": answer.status},
    )
