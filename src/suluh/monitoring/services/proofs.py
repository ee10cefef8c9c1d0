"""Storing what was seen: evidence rows, and compressed bodies for accusations."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from django.utils import timezone

from suluh.monitoring.engine.values import Proof
from suluh.monitoring.models import Blob, Evidence

from .storable import clean, clean_all

KEEP_DAYS = 30
KEEP_ACCUSATION_DAYS = 730
HEADERS = ("content-type", "last-modified", "etag", "server", "location", "date", "content-length")
BODY_LIMIT = 3_000_000


@dataclass(frozen=True, slots=True)
class ProofToStore:
    """A proof with the site and code it speaks for."""

    site_id: int
    code: str
    proof: Proof


def proofs_store(*, proofs: Sequence[ProofToStore]) -> list[Evidence]:
    """Store proofs in one go and return their rows in the same order.

    A proof that carries a body belongs to an accusation: the body is kept two years, zlib-compressed under the
    SHA-256 of what was received. The others are kept 30 days.
    """
    blobs = {digest: body for digest, body in map(_digest_and_body, proofs) if digest and body}
    Blob.objects.bulk_create(
        [Blob(sha256=digest, body=zlib.compress(body, 6), size=len(body)) for digest, body in blobs.items()],
        ignore_conflicts=True,
    )
    return Evidence.objects.bulk_create([_row(item, blobs) for item in proofs])


def _digest_and_body(item: ProofToStore) -> tuple[str, bytes]:
    body = (item.proof.body or b"")[:BODY_LIMIT]
    return (hashlib.sha256(body).hexdigest() if body else "", body)


def _row(item: ProofToStore, blobs: dict[str, bytes]) -> Evidence:
    proof = item.proof
    digest, body = _digest_and_body(item)
    days = KEEP_ACCUSATION_DAYS if body else KEEP_DAYS
    return Evidence(
        site_id=item.site_id,
        code=item.code,
        url=clean(proof.url)[:1000],
        seen_at=proof.seen_at,
        status=proof.status,
        address=proof.address or "",
        headers=clean_all({name: proof.headers[name] for name in HEADERS if name in proof.headers}),
        excerpt=clean(proof.excerpt)[:4000],
        marks=[clean(mark) for mark in proof.marks][:20],
        how=clean(proof.how)[:300],
        sha256=proof.sha256 or digest,
        blob_id=digest if digest in blobs else None,
        keep_until=timezone.localdate(proof.seen_at) + timedelta(days=days),
    )
