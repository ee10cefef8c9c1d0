"""What the simulated web says about itself is what it serves."""

from datetime import UTC, datetime

import aiohttp
import pytest

from suluh.demo.web.arunika import arunika_briefs
from suluh.demo.web.simulated import SimulatedWeb
from tests.demo.served import fetch_all

NOW = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def web(tmp_path_factory):
    with SimulatedWeb(arunika_briefs(), NOW, tmp_path_factory.mktemp("web"), slow_seconds=0.01) as served:
        yield served


def sound(web):
    return [
        truth
        for truth in map(web.truth, web.briefs)
        if truth.readable and "infected" not in truth.findings and truth.posts
    ]


def test_every_post_of_the_truth_is_served_with_its_title(web):
    from html import unescape

    posts = [post for truth in sound(web) for post in truth.posts[:2]]
    answers = fetch_all(web, [post.url for post in posts])
    for post in posts:
        status, text = answers[post.url]
        assert status == 200, post.url
        assert post.title in unescape(text)


def test_every_proof_page_of_the_truth_answers(web):
    urls = {url for truth in sound(web) for item in truth.items for url in item.evidence if "arunika.localhost" in url}
    answers = fetch_all(web, sorted(urls))
    assert {url: status for url, (status, _) in answers.items() if status != 200} == {}


def test_the_same_seed_gives_the_same_truth(web):
    again = SimulatedWeb(arunika_briefs(), NOW, web.folder)
    assert [again.truth(host) for host in again.briefs] == [web.truth(host) for host in web.briefs]


def test_another_seed_gives_other_posts(web):
    other = SimulatedWeb(arunika_briefs(seed=7), NOW, web.folder)
    assert other.truth("arunika.localhost").posts != web.truth("arunika.localhost").posts


@pytest.mark.parametrize(("state", "fault"), [("expired", "cert-expired"), ("name-mismatch", "cert-mismatch")])
def test_a_bad_certificate_is_refused_by_a_client_that_trusts_the_demo_authority(web, state, fault):
    host = next(host for host, brief in web.briefs.items() if fault in brief.faults)
    assert web.truth(host).tls == state
    with pytest.raises(aiohttp.ClientConnectorCertificateError):
        fetch_all(web, [f"https://{host}/"])


def test_a_step_shows_new_posts_repairs_and_one_infection(tmp_path):
    with SimulatedWeb(arunika_briefs(), NOW, tmp_path, slow_seconds=0.01) as web:
        before = {host: web.truth(host) for host in web.briefs}
        happened = web.advance()
        fresh = [host for host, what in happened.items() if what == "new-post"]
        newest = {host: web.truth(host).posts[0] for host in fresh}
        answers = fetch_all(web, [post.url for post in newest.values()])

    assert sorted(happened.values()).count("infected") == 1
    assert all(len(web.truth(host).posts) == len(before[host].posts) + 1 for host in fresh)
    assert {status for status, _ in answers.values()} == {200}
    infected = next(host for host, what in happened.items() if what == "infected")
    assert "infected" in web.truth(infected).findings
    assert "infected" not in before[infected].findings
