"""Certificates: verified first, and when that fails, told apart by what is wrong with them."""

from __future__ import annotations

import ssl
from datetime import datetime
from functools import lru_cache
from ipaddress import ip_address
from typing import TYPE_CHECKING

from suluh.kernel.http.answer import Certificate, TlsState

if TYPE_CHECKING:  # at run time it is imported where an https site is met, because it is slow to load
    from cryptography import x509

_OLD = (
    "UNSUPPORTED_PROTOCOL", "PROTOCOL_VERSION", "DH_KEY_TOO_SMALL", "UNSAFE_LEGACY_RENEGOTIATION",
    "NO_PROTOCOLS_AVAILABLE", "HANDSHAKE_FAILURE", "EE_KEY_TOO_SMALL", "CA_MD_TOO_WEAK",
    "BAD_SIGNATURE", "WRONG_SIGNATURE",
)  # fmt: skip
"""OpenSSL reasons that mean the server's TLS is too old or too weak for a modern client."""

_SELF_SIGNED = 18
_UNSEEN = {
    9: TlsState.EXPIRED, 10: TlsState.EXPIRED, _SELF_SIGNED: TlsState.SELF_SIGNED,
    62: TlsState.NAME_MISMATCH, 64: TlsState.NAME_MISMATCH,
}  # fmt: skip
"""OpenSSL's verification codes, for certificates that could not be fetched for a closer look."""


def strict_context(extra_ca: str | None = None) -> ssl.SSLContext:
    """The context every request starts with; `extra_ca` is a PEM file with one more authority."""
    context = ssl.create_default_context()
    if extra_ca:
        context.load_verify_locations(cafile=extra_ca)
    return context


def lax_context() -> ssl.SSLContext:
    """The context that tells a certificate fault from a dead server. Nothing read through it is ever scored."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    context.minimum_version = ssl.TLSVersion.MINIMUM_SUPPORTED
    context.set_ciphers("ALL:@SECLEVEL=0")
    context.options |= getattr(ssl, "OP_LEGACY_SERVER_CONNECT", 0x4)
    return context


def is_old_protocol(fault: ssl.SSLError | None) -> bool:
    """True when the handshake failed for age or weakness, before any certificate was judged."""
    if fault is None or isinstance(fault, ssl.SSLCertVerificationError):
        return False
    words = f"{fault.reason or ''} {fault}".upper().replace(" ", "_")
    return any(mark in words for mark in _OLD)


def classify(der: bytes | None, host: str, fault: ssl.SSLError | None, now: datetime) -> Certificate:
    """What is wrong with a certificate that failed verification with `fault`, or that is `ok` when there was none.

    One state is given where several hold: expired, then self-signed, then wrong name, then broken chain. A server
    seen only through the lax context after a protocol failure is `old-protocol`; one whose handshake broke off before
    it showed any certificate is `none`.
    """
    if der is None:
        return Certificate(_told_by(fault))
    seen = _read(der)
    if seen is None:
        return Certificate(TlsState.CHAIN)
    state = TlsState.OK if fault is None else _state(seen, host, fault, now)
    return Certificate(
        state=state,
        days_left=(seen.not_valid_after_utc - now).days,
        subject=_name(seen.subject),
        issuer=_name(seen.issuer),
        not_after=seen.not_valid_after_utc,
    )


def _told_by(fault: ssl.SSLError | None) -> TlsState:
    """What the fault alone says of a certificate that could not be fetched for a closer look."""
    if isinstance(fault, ssl.SSLCertVerificationError):
        return _UNSEEN.get(fault.verify_code, TlsState.CHAIN)
    return TlsState.OLD_PROTOCOL if is_old_protocol(fault) else TlsState.NONE


def _state(seen: x509.Certificate, host: str, fault: ssl.SSLError, now: datetime) -> TlsState:
    if is_old_protocol(fault):
        return TlsState.OLD_PROTOCOL
    if not seen.not_valid_before_utc <= now <= seen.not_valid_after_utc:
        return TlsState.EXPIRED
    if seen.issuer == seen.subject or getattr(fault, "verify_code", None) == _SELF_SIGNED:
        return TlsState.SELF_SIGNED
    if not _names_match(seen, host):
        return TlsState.NAME_MISMATCH
    return TlsState.CHAIN


@lru_cache(maxsize=512)
def _read(der: bytes) -> x509.Certificate | None:
    from cryptography import x509

    try:
        return x509.load_der_x509_certificate(der)
    except ValueError:
        return None


def _name(name: x509.Name) -> str:
    from cryptography.x509.oid import NameOID

    common = name.get_attributes_for_oid(NameOID.COMMON_NAME)
    return str(common[0].value) if common else name.rfc4514_string()


def _names_match(seen: x509.Certificate, host: str) -> bool:
    from cryptography import x509

    try:
        names = seen.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    except (x509.ExtensionNotFound, ValueError):
        return False
    try:
        return ip_address(host) in names.get_values_for_type(x509.IPAddress)
    except ValueError:
        return any(_name_covers(pattern.lower(), host.lower()) for pattern in names.get_values_for_type(x509.DNSName))


def _name_covers(pattern: str, host: str) -> bool:
    if pattern.startswith("*."):
        return "." in host and host.split(".", 1)[1] == pattern[2:]
    return pattern == host
