"""A certificate authority made at run time that only the demo trusts, and certificates good and bad."""

from __future__ import annotations

import ssl
from collections.abc import Iterable
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from suluh.demo.web.faults import Fault


class Paper(StrEnum):
    """Kinds of certificate that a simulated server may show."""

    GOOD = "good"
    EXPIRED = "expired"
    SOON = "soon"
    MISMATCH = "mismatch"
    SELF_SIGNED = "self-signed"
    CHAIN = "chain"


PAPER_OF = {
    Fault.CERT_EXPIRED: Paper.EXPIRED,
    Fault.CERT_SOON: Paper.SOON,
    Fault.CERT_MISMATCH: Paper.MISMATCH,
    Fault.CERT_SELF_SIGNED: Paper.SELF_SIGNED,
    Fault.CERT_CHAIN: Paper.CHAIN,
}
SOON_DAYS = 6
EXPIRED_DAYS = 20


class Authority:
    """Root and intermediate authority with one wildcard certificate of each kind for the given domains.

    Writes `ca.pem` (the root to trust) and the servers' chains and keys into `folder`.
    """

    def __init__(self, folder: Path, now: datetime, domains: Iterable[str]) -> None:
        self._folder = folder
        self._now = now
        self._names = [name for domain in domains for name in (domain, f"*.{domain}")]
        folder.mkdir(parents=True, exist_ok=True)
        self._root_key, self._root = self._issuer("Otoritas Demo Arunika", None, None)
        self._middle_key, self._middle = self._issuer("Otoritas Antara Demo Arunika", self._root_key, self._root)
        self.ca_file = folder / "ca.pem"
        self.ca_file.write_bytes(_pem(self._root))
        self.contexts = {paper: self._context(paper) for paper in Paper}

    def _issuer(
        self, name: str, key: ec.EllipticCurvePrivateKey | None, parent: x509.Certificate | None
    ) -> tuple[ec.EllipticCurvePrivateKey, x509.Certificate]:
        own = ec.generate_private_key(ec.SECP256R1())
        subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
        builder = self._builder(subject, parent.subject if parent else subject, own, 3650, -3650)
        builder = builder.add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        usage = x509.KeyUsage(
            digital_signature=True, key_cert_sign=True, crl_sign=True, content_commitment=False, key_encipherment=False,
            data_encipherment=False, key_agreement=False, encipher_only=False, decipher_only=False,
        )  # fmt: skip
        builder = builder.add_extension(usage, critical=True)
        builder = builder.add_extension(x509.SubjectKeyIdentifier.from_public_key(own.public_key()), critical=False)
        return own, builder.sign(key or own, hashes.SHA256())

    def _builder(
        self, subject: x509.Name, issuer: x509.Name, key: ec.EllipticCurvePrivateKey, days: int, since: int = -90
    ) -> x509.CertificateBuilder:
        return (
            x509.CertificateBuilder()
            .subject_name(subject)
            .issuer_name(issuer)
            .public_key(key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(self._now + timedelta(days=since))
            .not_valid_after(self._now + timedelta(days=days, hours=6))
        )

    def _context(self, paper: Paper) -> ssl.SSLContext:
        names = ["laman-lain.example"] if paper is Paper.MISMATCH else self._names
        days = {Paper.EXPIRED: -EXPIRED_DAYS, Paper.SOON: SOON_DAYS}.get(paper, 200)
        key = ec.generate_private_key(ec.SECP256R1())
        subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, names[0])])
        alone = paper is Paper.SELF_SIGNED
        issuer = subject if alone else self._middle.subject
        builder = self._builder(subject, issuer, key, days)
        builder = builder.add_extension(
            x509.SubjectAlternativeName([x509.DNSName(name) for name in names]), critical=False
        )
        builder = builder.add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        builder = builder.add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        if not alone:
            middle = x509.AuthorityKeyIdentifier.from_issuer_public_key(self._middle_key.public_key())
            builder = builder.add_extension(middle, critical=False)
        leaf = builder.sign(key if alone else self._middle_key, hashes.SHA256())
        chain = _pem(leaf) if paper in (Paper.CHAIN, Paper.SELF_SIGNED) else _pem(leaf) + _pem(self._middle)
        return self._load(paper, chain, key)

    def _load(self, paper: Paper, chain: bytes, key: ec.EllipticCurvePrivateKey) -> ssl.SSLContext:
        chain_file, key_file = self._folder / f"{paper}.pem", self._folder / f"{paper}.key"
        chain_file.write_bytes(chain)
        key_file.touch(mode=0o600)
        key_file.write_bytes(
            key.private_bytes(
                serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
            )
        )
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(chain_file, key_file)
        return context


def _pem(certificate: x509.Certificate) -> bytes:
    return certificate.public_bytes(serialization.Encoding.PEM)
