"""Connecting by consent: a person goes to the platform, says yes there, and comes back with a code.

What goes along is a state that nobody can guess, kept here only as a digest and bound to the person and the account. It
is used once and within minutes. The office's app never goes to an address that a person typed.
"""

from __future__ import annotations

import asyncio
import hashlib
import json
import secrets
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import TypeVar

from asgiref.sync import async_to_sync
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from suluh.channels.apps_of_platforms import app_of, home_of
from suluh.channels.errors import ConsentFailed, ConsentUnknown, WrongAccount
from suluh.channels.models import Channel, Handshake
from suluh.kernel.http.calls import Calls
from suluh.kernel.http.client import Client
from suluh.organization.models import Account, Person
from suluh.organization.permissions import permit
from suluh.organization.sealed import CannotOpen, seal, unseal
from suluh.organization.services.trail import record
from suluh.platforms.access import hidden
from suluh.platforms.consent import (
    CLIENT,
    CLIENT_SECRET,
    Admitted,
    App,
    Consents,
    Fresh,
    Registers,
    asking,
    bought,
    taken_back,
)
from suluh.platforms.platform import Platform
from suluh.platforms.values import Access, Refused, Unsure

from .connecting import access_of, channel_close, channel_connect, platform_of, require_private_line

LASTS = timedelta(minutes=15)
"""Time for signing in at the platform, with a second factor if need be."""
PATIENCE = 15.0
"""Seconds that the platform may take while a person waits for the page."""
SILENT = "Layanan terlalu lama menjawab. Coba lagi sebentar lagi."

Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class Way:
    """What has to be known again when the person is back."""

    app: App
    verifier: str
    back: str
    typed: Mapping[str, str]

    def as_text(self) -> str:
        """For the seal."""
        return json.dumps([self.app.client, self.app.secret, self.verifier, self.back, dict(self.typed)])

    @classmethod
    def from_text(cls, text: str) -> Way:
        """From the seal."""
        client, secret, verifier, back, typed = json.loads(text)
        return cls(App(client, secret), verifier, back, typed)


def consent_begin(
    *, account: Account, address: str, typed: Mapping[str, str], back: str, by: Person, client: Client
) -> str:
    """Prepare a way to the platform; the address at which the account's owner is asked.

    `address` counts only where a platform has many services; `back` is where the platform sends people back to.

    Raises:
        NotAllowed: `by` neither works for the unit nor coordinates it.
        LineOpen: the address would carry tokens where others can read them.
        ConsentFailed: the platform is not asked so, or its service gives no app.
    """
    permit(by, "channel.connect", account)
    platform = platform_of(account)
    if not isinstance(platform, Consents):
        raise ConsentFailed(account=account)
    target = address.strip().rstrip("/") if isinstance(platform, Registers) else home_of(platform)
    require_private_line(target, platform)
    app = app_of(platform)
    if isinstance(platform, Registers):
        app = _good(_asked(client, partial(platform.register, target, back)), account)
    if app is None:
        raise ConsentFailed(account=account)
    state, way = secrets.token_urlsafe(32), Way(app, secrets.token_urlsafe(48), back, typed)
    _handshake_keep(account=account, address=target, state=state, way=way, by=by)
    at = platform.consent.authorize.at(target, platform.home)
    return asking(platform.consent, at, app, back=back, state=state, verifier=way.verifier)


def consent_finish(*, state: str, code: str, error: str, by: Person, client: Client) -> Channel:
    """Take the person back, buy the tokens and connect the account, or connect it again.

    Raises:
        ConsentUnknown: nobody was sent with this state, or somebody else was, or too long ago, or it was used.
        ConsentFailed: the owner or the platform said no, or nothing that can be used.
        WrongAccount: the owner of another account said yes.
        NotAllowed: `by` may no longer connect the account.
    """
    shake = handshake_take(state=state, by=by)
    permit(by, "channel.connect", shake.account)
    try:
        return _finished(shake, code, error, by, client)
    except ConsentFailed as refused:
        _refusal_keep(shake.account, refused.message, by)
        raise
    except WrongAccount:
        # the other account may be a private one, which is nobody's business
        _refusal_keep(shake.account, _("the owner of another account said yes"), by)
        raise


def channel_part(*, channel: Channel, by: Person, client: Client) -> bool:
    """Disconnect a channel, and have the platform end the tokens; True when it says that they are ended.

    Raises:
        NotAllowed: `by` neither works for the unit nor coordinates it.
    """
    permit(by, "channel.connect", channel)
    ending = _ending(channel)
    channel_close(channel=channel, by=by)
    return ending is not None and _asked(client, ending) is True


def _finished(shake: Handshake, code: str, error: str, by: Person, client: Client) -> Channel:
    """The channel of a way that led back."""
    if error or not code:
        raise ConsentFailed(account=shake.account, denied=error == "access_denied")
    try:
        way = Way.from_text(unseal(shake.sealed, bound=shake.bound))
    except CannotOpen:
        raise ConsentUnknown from None
    platform = platform_of(shake.account)
    fresh, whose = _good(_asked(client, partial(_tokens, platform, shake, way, code)), shake.account)
    if not is_named(shake.account.handle, whose.names):
        ended = _handed_back(platform, shake.address, fresh, whose, client)
        raise WrongAccount(account=shake.account, names=whose.names, ended=ended)
    return channel_connect(
        holder=shake.account,
        address=shake.address,
        secrets={**way.typed, **whose.secrets},
        ends_at=whose.ends_at or fresh.ends_at,
        fresh_until=fresh.fresh_until,
        by=by,
    )


def _handed_back(platform: Platform, address: str, fresh: Fresh, whose: Admitted, client: Client) -> bool:
    """End tokens that nobody keeps; True when the platform says that they are ended.

    Some platforms end with one token all that the account gave the app: an account that is connected keeps its own.
    """
    channels = Channel.objects.filter(platform=platform.name).exclude(state=Channel.State.CLOSED)
    if any(is_named(handle, whose.names) for handle in channels.values_list("account__handle", flat=True) if handle):
        return False
    ending = _revocation(platform, Access(address, "", fresh.secrets))
    return ending is not None and _asked(client, ending) is True


@transaction.atomic
def _refusal_keep(account: Account, reason: str, by: Person) -> None:
    record("channel.consent-refused", on=account, by=by, unit=account.unit, account=str(account), reason=reason)


def handshake_take(*, state: str, by: Person) -> Handshake:
    """The way that this person was sent with this state, which is used up by it.

    Raises:
        ConsentUnknown: there is none, it is somebody else's, or it is too old.
    """
    with transaction.atomic():
        rows = Handshake.objects.select_for_update(of=("self",)).select_related("account__unit")
        shake = rows.filter(mark=_mark(state), person=by).first()
        if shake is not None:
            Handshake.objects.filter(pk=shake.pk).delete()
    if shake is None:
        raise ConsentUnknown
    if shake.begun_at < timezone.now() - LASTS:
        raise ConsentUnknown(account=shake.account)
    return shake


def is_named(handle: str, names: frozenset[str]) -> bool:
    """True when one of the platform's names for the account is the one in the register."""
    return _plain(handle) in {_plain(name) for name in names}


def _plain(name: str) -> str:
    return name.strip().removeprefix("@").casefold()


@transaction.atomic
def _handshake_keep(*, account: Account, address: str, state: str, way: Way, by: Person) -> None:
    """Keep the way; an older one of the same person to the same account no longer leads back, nor do forgotten ones."""
    Handshake.objects.filter(person=by, account=account).delete()
    Handshake.objects.filter(begun_at__lt=timezone.now() - LASTS).delete()
    shake = Handshake(mark=_mark(state), person=by, account=account, address=address)
    shake.sealed = seal(way.as_text(), bound=shake.bound)
    shake.save()
    record("channel.consent-asked", on=account, by=by, unit=account.unit, account=str(account))


def _mark(state: str) -> str:
    return hashlib.sha256(state.encode()).hexdigest()


def _asked(client: Client, ask: Callable[[Calls], Awaitable[Answer]]) -> Answer | Unsure:
    """What the platform says within the time that a person waits."""

    async def answer() -> Answer | Unsure:
        try:
            async with asyncio.timeout(PATIENCE), Calls(client) as calls:
                return await ask(calls)
        except TimeoutError:
            return Unsure(SILENT)

    return async_to_sync(answer)()


def _ending(channel: Channel) -> Callable[[Calls], Awaitable[bool]] | None:
    """How the platform is told that the channel's tokens end; None where it is not, or where there are none."""
    if channel.account is None:
        return None
    try:
        access = access_of(channel)
    except CannotOpen:
        return None
    return _revocation(platform_of(channel.account), access)


def _revocation(platform: Platform, access: Access) -> Callable[[Calls], Awaitable[bool]] | None:
    """The call that ends these tokens; None where the platform has none, or where the app is not known."""
    if not isinstance(platform, Consents) or platform.consent.revoke is None:
        return None
    app = App(access.secrets.get(CLIENT, ""), access.secrets.get(CLIENT_SECRET, ""))
    at = platform.consent.revoke.at(access.address, platform.home)
    return partial(taken_back, platform.consent, at, app, access.secrets) if app.client else None


def _good(answer: Answer | Refused | Unsure, account: Account) -> Answer:
    """The answer when it is a good one.

    Raises:
        ConsentFailed: it is not.
    """
    if isinstance(answer, Refused | Unsure):
        raise ConsentFailed(answer.reason, account=account)
    return answer


async def _tokens(
    platform: Platform, shake: Handshake, way: Way, code: str, calls: Calls
) -> tuple[Fresh, Admitted] | Refused | Unsure:
    """What the code buys, and whose it is; sentences tell none of it."""
    assert isinstance(platform, Consents)
    at = platform.consent.token.at(shake.address, platform.home)
    fresh = await bought(platform.consent, at, way.app, code=code, back=way.back, verifier=way.verifier, calls=calls)
    if not isinstance(fresh, Fresh):
        return hidden(fresh, Access(shake.address, "", {"code": code, CLIENT_SECRET: way.app.secret}))
    access = Access(shake.address, shake.account.handle, fresh.secrets)
    whose = await platform.admitted(access, calls)
    return (fresh, whose) if isinstance(whose, Admitted) else hidden(whose, access)
