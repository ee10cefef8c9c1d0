"""As whom this installation goes out to the web, and how far: the client that every feature asks with."""

from __future__ import annotations

import json
from pathlib import Path

from django.conf import settings

from suluh.kernel.http.client import Client
from suluh.kernel.http.names import Address, LocalNames
from suluh.organization.models import Government

DEFAULT_CONTACT = "https://suluh.example/perayap"


def local_names(path: Path) -> LocalNames:
    """Names that only this machine knows, from a JSON of `domain` and of `hosts` to address, http and https port.

    A host that is listed as null, or not at all below `domain`, does not exist: asking for it raises OSError.
    """
    table = json.loads(path.read_text(encoding="utf-8"))
    domain, hosts = table["domain"], table["hosts"]

    def find(host: str, port: int) -> Address | None:
        if host != domain and not host.endswith(f".{domain}"):
            return None
        row = hosts.get(host)
        if row is None:
            raise OSError(f"nama {host} tidak dikenal")
        return row["address"], {80: row["http"], 443: row["https"]}.get(port, port)

    return find


def client_from_settings() -> Client:
    """The client of this installation: who asks, and what it may reach."""
    config = settings.CONFIG
    contact = Government.objects.values_list("contact_url", flat=True).first()
    return Client(
        contact=contact or DEFAULT_CONTACT,
        allow_private=config.allow_private,
        local=local_names(config.crawl_map) if config.crawl_map else None,
        extra_ca=str(config.crawl_ca) if config.crawl_ca else None,
    )
