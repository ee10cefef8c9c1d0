"""Tokens that are renewed: a new one is taken, a refusal is believed, everything else leaves what was there."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from suluh.demo.platforms.faults import Fault, Step
from suluh.demo.platforms.shown import REVOKED
from suluh.kernel.http.calls import Calls
from suluh.platforms.access import Renewed, Sound, plausible
from suluh.platforms.platform import platforms
from suluh.platforms.values import Access, Refused, Unsure
from tests.platforms.errands import client

RENEWING = ("x", "youtube", "tiktok")


def asked(platform: str, deed: str, access: Access):
    async def go():
        async with Calls(client()) as calls:
            return await getattr(platforms()[platform], deed)(access, calls)

    return asyncio.run(go())


@pytest.mark.parametrize("platform", RENEWING)
def test_a_renewed_token_is_sound(servers, platform):
    access = servers.access(platform, "dinkes")

    new = asked(platform, "renew", access)

    assert isinstance(new, Renewed)
    fresh = Access(access.address, access.handle, {**access.secrets, **new.secrets})
    assert isinstance(asked(platform, "check", fresh), Sound)


@pytest.mark.parametrize("platform", RENEWING)
def test_a_long_token_that_was_taken_back_is_refused_for_good(servers, platform):
    access = servers.access(platform, "dinkes")
    taken_back = Access(access.address, access.handle, {**access.secrets, "refresh": f"segar-{REVOKED}-0"})

    answer = asked(platform, "renew", taken_back)

    assert isinstance(answer, Refused)
    assert answer.access_lost


@pytest.mark.parametrize("platform", RENEWING)
@pytest.mark.parametrize("fault", [Fault.CUT_BEFORE, Fault.ERROR_BEFORE, Fault.NONSENSE_AFTER, Fault.BUSY])
def test_a_renewal_without_an_answer_proves_nothing(servers, platform, fault):
    servers.script.steps = [Step(fault, platform=platform)]

    assert isinstance(asked(platform, "renew", servers.access(platform, "dinkes")), Unsure)


@pytest.mark.parametrize("token", ["", "x", "token baru", "<html>", "segar-dinkes", "néon-token-baru"])
def test_what_cannot_be_a_token_is_none(token):
    assert not plausible(token, "segar-dinkes")


def test_a_word_of_eight_signs_can_be_a_token():
    assert plausible("a1b2-c3d4", "segar-dinkes")


PROLONGING = ("instagram", "threads")


def longer(servers, platform, token="token-lama-dinkes"):
    access = servers.access(platform, "dinkes")
    return asked(platform, "prolong", replace(access, secrets={"token": token}))


@pytest.mark.parametrize("platform", PROLONGING)
def test_a_token_of_weeks_is_prolonged_by_sixty_days(servers, platform):
    new = longer(servers, platform)

    assert isinstance(new, Renewed)
    assert new.ends_at - datetime.now(UTC) > timedelta(days=59)
    access = replace(servers.access(platform, "dinkes"), secrets=dict(new.secrets))
    assert isinstance(asked(platform, "check", access), Sound)


@pytest.mark.parametrize("platform", PROLONGING)
def test_a_token_that_was_taken_back_is_not_prolonged(servers, platform):
    answer = longer(servers, platform, REVOKED)

    assert isinstance(answer, Refused)
    assert answer.access_lost


@pytest.mark.parametrize("platform", PROLONGING)
@pytest.mark.parametrize("fault", [Fault.CUT_BEFORE, Fault.ERROR_BEFORE, Fault.NONSENSE_AFTER, Fault.BUSY])
def test_a_prolonging_without_an_answer_proves_nothing(servers, platform, fault):
    servers.script.steps = [Step(fault, path="refresh_access_token")]

    assert isinstance(longer(servers, platform), Unsure)


def test_tokens_of_pages_do_not_end():
    access = Access("https://graph.facebook.com/v26.0", "dinkes", {"token": "token-halaman"})

    assert isinstance(asked("instagram", "prolong", access), Unsure)
