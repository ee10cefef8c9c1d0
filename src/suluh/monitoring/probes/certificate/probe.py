"""Does the site prove who it is, and for how long still?"""

from __future__ import annotations

from collections.abc import Iterator

from suluh.kernel.http.answer import Certificate, TlsState
from suluh.monitoring.engine.values import FindingSeen, Severity, Snapshot
from suluh.monitoring.probes.protocol import Probe
from suluh.monitoring.probes.site import host_of, proof

SOON_DAYS = 14
UNREAD = " Isi situs belum dinilai, karena sambungannya tidak menjamin siapa yang menulisnya."
RENEW = "Minta pengelola server memperbarui sertifikat, lalu menyalakan pembaruan otomatis (misalnya certbot)."
FAULTS = {
    TlsState.EXPIRED: (
        "cert-expired",
        "Sertifikat keamanan situs sudah kedaluwarsa; peramban memberi peringatan.",
        RENEW,
    ),
    TlsState.NAME_MISMATCH: (
        "cert-mismatch",
        "Sertifikat keamanan dibuat untuk nama lain, bukan {host}.",
        "Minta pengelola server memasang sertifikat yang memuat nama situs ini.",
    ),
    TlsState.SELF_SIGNED: (
        "cert-chain",
        "Sertifikat keamanan dibuat sendiri sehingga tidak dipercaya peramban.",
        "Minta pengelola server memasang sertifikat dari penerbit yang dipercaya, misalnya Let's Encrypt.",
    ),
    TlsState.CHAIN: (
        "cert-chain",
        "Rantai sertifikat keamanan tidak lengkap sehingga sebagian peramban menolaknya.",
        "Minta pengelola server memasang berkas rantai lengkap (fullchain) dari penerbit sertifikat.",
    ),
    TlsState.OLD_PROTOCOL: (
        "cert-chain",
        "Sambungan aman memakai cara lama yang sudah ditolak peramban.",
        "Minta pengelola server menyalakan TLS 1.2 dan 1.3.",
    ),
}


class CertificateProbe(Probe):
    """Expired, about to expire, for another name, or not trusted."""

    code = "certificate"
    content_only = False

    def judge(self, seen: Snapshot) -> Iterator[FindingSeen]:
        """The fault of the certificate seen, if it has one."""
        certificate = seen.certificate or (seen.home_answer.certificate if seen.home_answer else None)
        if certificate is None:
            return
        if certificate.state in FAULTS:
            code, message, step = FAULTS[certificate.state]
            message = message.format(host=host_of(seen.task.url)) + (UNREAD if seen.home is None else "")
            yield self._finding(code, Severity.HIGH, message, step, certificate, seen)
        elif (
            certificate.state is TlsState.OK
            and certificate.days_left is not None
            and certificate.days_left <= SOON_DAYS
        ):
            days = certificate.days_left
            message = (
                f"Sertifikat keamanan habis {days} hari lagi." if days > 0 else "Sertifikat keamanan habis hari ini."
            )
            yield self._finding("cert-soon", Severity.MEDIUM, message, RENEW, certificate, seen)

    def _finding(
        self, code: str, severity: Severity, message: str, step: str, certificate: Certificate, seen: Snapshot
    ) -> FindingSeen:
        until = certificate.not_after.date().isoformat() if certificate.not_after else None
        parts = [f"untuk {certificate.subject}" if certificate.subject else "", f"sampai {until}" if until else ""]
        excerpt = "Sertifikat " + ", ".join(part for part in parts if part)
        data = {
            "state": certificate.state.value,
            "days_left": certificate.days_left,
            "subject": certificate.subject,
            "issuer": certificate.issuer,
            "not_after": until,
        }
        source = seen.home_answer
        seen_there = (
            proof(source, seen, excerpt, (until,) if until else (), "Dibaca dari sertifikat server.")
            if source
            else None
        )
        return FindingSeen(code, severity, message, seen_there, step, data)
