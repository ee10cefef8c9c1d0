"""Tokens that live for an hour or a day and are renewed with a longer one (OAuth 2.0, RFC 6749 section 6)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

from suluh.kernel.http.calls import CallBroken, Calls, Reply
from suluh.platforms.access import Renewed
from suluh.platforms.answers import clean
from suluh.platforms.values import Access, Refused, Unsure

TOKEN, REFRESH = "token", "refresh"
"""Names under which the short and the long token are kept."""
SHORTEST_LIFE = 120
"""Seconds; a token that lives shorter is none that can be used."""


def bearer(access: Access) -> dict[str, str]:
    """The header that signs a call."""
    return {"Authorization": f"Bearer {access.secrets.get(TOKEN, '')}"}


async def renewed(
    calls: Calls, address: str, form: Mapping[str, str], headers: Mapping[str, str] | None = None
) -> Renewed | Refused | Unsure:
    """Ask for new tokens. Only "invalid_grant" and its like say that a person has to connect the account again."""
    try:
        reply = await calls.call("POST", address, form=form, headers=headers)
    except CallBroken as fault:
        return Unsure(f"Token belum dapat diperbarui ({fault}).")
    error = reply.field("error")
    if error in ("invalid_grant", "invalid_client", "unauthorized_client"):
        said = clean(reply.field("error_description"))
        return Refused(
            f"Layanan tidak memperbarui token akun ini lagi. Hubungkan ulang. {said}".strip(), access_lost=True
        )
    token, life = reply.field("access_token"), reply.field("expires_in")
    if not reply.ok or error or not token or not life.isdigit() or int(life) < SHORTEST_LIFE:
        return Unsure(f"Layanan menjawab {reply.status} tanpa token baru.")
    secrets = {TOKEN: token}
    if reply.field("refresh_token"):
        secrets[REFRESH] = reply.field("refresh_token")
    now = datetime.now(UTC)
    return Renewed(secrets, now + timedelta(seconds=int(life)), _end(reply, now))


def _end(reply: Reply, now: datetime) -> datetime | None:
    """When the longer token ends too, where the service says so."""
    life = reply.field("refresh_expires_in") or reply.field("refresh_token_expires_in")
    return now + timedelta(seconds=int(life)) if life.isdigit() and int(life) else None
