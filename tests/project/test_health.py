"""What a watcher of this server is told."""

import pytest
from django.test import Client
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer


def test_live_touches_no_database(client: Client) -> None:
    assert client.get("/health/live").content == b"ok\n"


@pytest.mark.django_db
def test_ready_says_which_part_is_missing(client: Client) -> None:
    answer = client.get("/health/ready")
    assert answer.status_code == 503
    assert answer.json() == {"database": True, "schema": True, "worker": False}


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_a_browser_reaches_the_server(live_server: LiveServer, page: Page) -> None:
    answer = page.goto(f"{live_server.url}/health/live")
    assert answer is not None
    assert answer.status == 200
    assert "default-src 'none'" in answer.headers["content-security-policy"]
