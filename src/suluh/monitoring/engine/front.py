"""The front door: robots.txt, then the home page, by the other scheme where one fails, and what it really is."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import urlunsplit

from suluh.kernel.http.answer import Answer, Reason, TlsState
from suluh.kernel.http.urls import BadUrl, join, normalise, split
from suluh.kernel.page.encoding import decode
from suluh.monitoring.engine.courier import Courier
from suluh.monitoring.engine.liveness import judged, onward
from suluh.monitoring.engine.values import Document

_NO_SERVER = (Reason.DNS, Reason.PRIVATE_ADDRESS, Reason.REFUSED)
_JUMPS = 2


async def open_front(courier: Courier) -> None:
    """Fill `home_answer`, `home` and `certificate` of the visit.

    `home` stays None when the site is dead, blocked, parked, empty, or readable only past a certificate fault:
    what came through an unverified connection is never read.
    """
    seen = courier.seen
    try:
        url = str(normalise(seen.task.url))
    except BadUrl as fault:
        seen.home_answer = Answer(seen.task.url, seen.task.url, Reason.PRIVATE_ADDRESS, seen.now, detail=str(fault))
        return
    answer = await _enter(courier, url)
    if answer.certificate is not None and answer.certificate.state is not TlsState.NONE:
        seen.certificate = answer.certificate
    other = _other_scheme(url, answer)
    if other is not None:
        second = await _enter(courier, other)
        if second.ok or (second.reason is Reason.BLOCKED and answer.reason is not Reason.TLS):
            answer = second
            seen.certificate = seen.certificate or second.certificate
    await _settle(courier, answer)


async def _enter(courier: Courier, url: str) -> Answer:
    parts = split(url)
    told = await courier.learn_rules(f"{parts.scheme}://{parts.netloc}")
    if told is not None and told.reason in _NO_SERVER and told.status is None:
        return replace(told, requested=url, url=url)
    if told is not None and ((told.reason is Reason.TLS and told.status is None) or courier.given_up(told)):
        return replace(told, requested=url, url=url)
    answer = await courier.home(url)
    if told is not None and told.reason is Reason.TLS and answer.status is None and answer.reason is not Reason.TLS:
        return replace(told, requested=url, url=url, status=None)  # the certificate was seen, the page did not come
    return answer


def _other_scheme(url: str, answer: Answer) -> str | None:
    """The same site by the other scheme: https where http is closed, http where the certificate is at fault."""
    parts = split(url)
    if parts.port is not None:
        return None
    closed = answer.reason in (Reason.REFUSED, Reason.TIMEOUT) and answer.status is None
    if parts.scheme == "http" and closed:
        return urlunsplit(parts._replace(scheme="https"))
    if parts.scheme == "https" and (answer.reason is Reason.TLS or closed):
        return urlunsplit(parts._replace(scheme="http"))
    return None


async def _settle(courier: Courier, answer: Answer) -> None:
    """Judge what answered; follow pages that only send their reader onward."""
    seen = courier.seen
    seen.home_answer = answer
    for _ in range(_JUMPS + 1):
        if answer.not_modified or (not answer.ok and answer.status is None):
            return
        if courier.home_unchanged and seen.memory.source.get("straight"):
            break  # the same words were judged last time, and led nowhere else
        html = decode(answer.body, answer.headers.get("content-type", "")) if answer.body else ""
        verdict = judged(answer, html)
        seen.home_answer = verdict
        target = onward(html) if verdict.ok or verdict.reason is Reason.EMPTY else None
        further = join(answer.url, target) if target else None
        if further is None or further == answer.url:
            break
        found = await courier.get(further)
        if found is None or not found.ok or not found.body:
            break
        answer = found
    if seen.home_answer.ok:
        seen.home = Document(answer, "home")


async def open_home_again(courier: Courier) -> None:
    """Ask once more for a home page that answered 304, now for all of it."""
    await _settle(courier, await courier.home(courier.home_url))
