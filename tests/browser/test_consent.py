"""The way to a platform and back in a real browser, whose rules on forms and cookies no test client knows."""

from __future__ import annotations

from django.urls import reverse

from suluh.channels.models import Channel
from suluh.demo.platforms.server import SimulatedPlatforms
from suluh.organization.models import Account
from tests.browser.examine import PHONE, faults, too_wide
from tests.world import build_world


def test_an_officer_connects_an_account_on_a_phone_and_a_private_one_is_refused(
    transactional_db, settings, window, live_server
):
    world = build_world()
    account = Account.objects.create(unit=world.health, platform="mastodon", handle="@dinkes")
    with SimulatedPlatforms() as servers:
        more = {"allow_private": True, "base_url": live_server.url, "platforms_at": servers.origin}
        settings.CONFIG = settings.CONFIG.model_copy(update=more)
        page = window(world.officer, size=PHONE)

        def go_and_say_yes(name: str) -> None:
            page.goto(live_server.url + reverse("channels:consent", args=[account.pk]))
            page.fill("[name=address]", servers.address("mastodon"))
            page.get_by_role("button", name="Lanjut ke Mastodon").click()
            wrong.extend(faults(page))
            page.get_by_role("link", name="Buka Mastodon").click()
            page.fill("[name=account]", name)
            page.get_by_role("button", name="Izinkan").click()
            page.wait_for_url(f"{live_server.url}/**")

        wrong: list[str] = []
        go_and_say_yes("pribadi")
        assert "pribadi" in page.inner_text("main")
        wrong += [*faults(page), *too_wide(page)]
        assert not Channel.objects.exists()

        go_and_say_yes("dinkes")
        assert page.url.endswith(reverse("channels:channel", args=[Channel.objects.get().pk]))
        assert wrong == []
