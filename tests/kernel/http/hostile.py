"""A server over real sockets that answers whatever a test wants, and certificates made for the run."""

import asyncio
import contextlib
import ssl
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from suluh.kernel.http.client import Client, Limits
from suluh.kernel.http.politeness import Manners
from suluh.kernel.http.session import Session

CALM = Limits(body=200_000)
QUICK = replace(CALM, connect=1.0, total=1.0)
"""For servers that never answer; one that does may take its time on a busy machine."""


def open_client(**more):
    return Client(**{"allow_private": True, "manners": Manners(gap=0), "limits": CALM, **more})


async def get(url, client=None, **more):
    async with Session(client or open_client()) as session:
        return await session.fetch(url, **more)


@contextlib.asynccontextmanager
async def raw_server(answer, host="127.0.0.1", context=None):
    """Serve `await answer(head, writer)`, which writes bytes; the connection stays open while it returns True."""

    async def handle(reader, writer):
        with contextlib.suppress(ConnectionError, asyncio.IncompleteReadError, ssl.SSLError):
            while True:
                head = await reader.readuntil(b"\r\n\r\n")
                if await answer(head.decode("latin-1"), writer) is not True:
                    break
        writer.close()

    server = await asyncio.start_server(handle, host, 0, ssl=context)
    try:
        yield server.sockets[0].getsockname()[1]
    finally:
        server.close()


def page(body=b"<html><p>Selamat datang</p></html>", status="200 OK", **headers):
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", "Content-Type: text/html"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def says(data):
    """An answer of the same bytes to everything."""

    async def answer(head, writer):
        writer.write(data)
        await writer.drain()

    return answer


class Papers:
    """A run-time authority and what it signs."""

    def __init__(self, folder):
        self.folder = folder
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.ca_file = folder / "ca.pem"
        authority = self._sign("Otoritas Uji", self.key.public_key(), self.key, "Otoritas Uji", ca=True)
        self.ca_file.write_bytes(authority.public_bytes(serialization.Encoding.PEM))

    def _sign(self, name, public, signer, issuer, *, ca=False, days=90, names=()):
        now = datetime.now(UTC)
        known = [x509.IPAddress(ip_address(n)) if n[0].isdigit() else x509.DNSName(n) for n in names]
        builder = (
            x509.CertificateBuilder()
            .subject_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)]))
            .issuer_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, issuer)]))
            .public_key(public)
            .serial_number(x509.random_serial_number())
            .not_valid_before(now - timedelta(days=400))
            .not_valid_after(now + timedelta(days=days))
            .add_extension(x509.BasicConstraints(ca=ca, path_length=None), critical=True)
        )
        if known:
            builder = builder.add_extension(x509.SubjectAlternativeName(known), critical=False)
        return builder.sign(signer, hashes.SHA256())

    def context(self, *, names=("127.0.0.1",), days=90, self_signed=False, trusted=True):
        """A server context whose certificate ends `days` from now."""
        key = ec.generate_private_key(ec.SECP256R1())
        stranger = ec.generate_private_key(ec.SECP256R1())
        signer = key if self_signed else self.key if trusted else stranger
        issuer = "server" if self_signed else "Otoritas Uji" if trusted else "Otoritas Lain"
        certificate = self._sign("server", key.public_key(), signer, issuer, names=names, days=days)
        plain = (serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
        file = self.folder / f"{certificate.serial_number}.pem"
        file.write_bytes(
            certificate.public_bytes(serialization.Encoding.PEM) + key.private_bytes(serialization.Encoding.PEM, *plain)
        )
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(file)
        return context
