"""Every site kind serves its whole plan over a real socket."""

import re
from dataclasses import replace
from datetime import UTC, datetime
from html import unescape

import pytest

from suluh.demo.web.faults import Fault
from suluh.demo.web.grammar.kind import GrammarKind, unseen_kinds
from suluh.demo.web.kinds import fixed_kinds, kind_named
from suluh.demo.web.sets import fault_briefs, many_briefs
from suluh.demo.web.simulated import SimulatedWeb
from tests.demo.served import fetch_all

NOW = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)
KINDS = tuple(fixed_kinds())
UNSEEN = unseen_kinds(20261120, 6)
ALL = KINDS + UNSEEN


def rendered_by_script(kind):
    found = kind_named(kind)
    return isinstance(found, GrammarKind) and found.style.interface is not None


@pytest.fixture(scope="module")
def web(tmp_path_factory):
    briefs = [replace(brief, posts_per_month=1) for brief in many_briefs(5, len(ALL), ALL)]
    with SimulatedWeb(briefs, NOW, tmp_path_factory.mktemp("kinds")) as served:
        yield served


def hosts_of(web, kind):
    return [host for host, brief in web.briefs.items() if brief.kind == kind]


def test_there_are_at_least_ten_kinds():
    assert len(KINDS) >= 10


@pytest.mark.parametrize("kind", ALL)
def test_a_kind_serves_every_post_with_its_title(web, kind):
    posts = [post for host in hosts_of(web, kind) for post in web.truth(host).posts]
    answers = fetch_all(web, [post.url for post in posts])
    assert posts
    assert {post.url for post in posts if answers[post.url][0] != 200} == set()
    assert [post.title for post in posts if post.title not in unescape(answers[post.url][1])] == []


@pytest.mark.parametrize("kind", [kind for kind in ALL if kind != "spa" and not rendered_by_script(kind)])
def test_a_reader_who_pages_through_the_list_meets_every_post(web, kind):
    for host in hosts_of(web, kind):
        plan = web.plan(host)
        lists = [plan.base + plan.kind.list_path(plan, number) for number in range(1, plan.kind.pages(plan) + 1)]
        shown = unescape("".join(text for _, text in fetch_all(web, lists).values()))
        assert [post.title for post in plan.posts if post.title not in shown] == []


@pytest.mark.parametrize("kind", ALL)
def test_the_feed_of_a_kind_names_its_newest_post(web, kind):
    for truth in (web.truth(host) for host in hosts_of(web, kind)):
        if truth.feed:
            status, text = fetch_all(web, [truth.feed])[truth.feed]
            assert status == 200
            assert truth.posts[0].title in unescape(text)


@pytest.mark.parametrize("kind", ALL)
def test_the_front_page_leads_to_every_standing_page(web, kind):
    for host in hosts_of(web, kind):
        plan = web.plan(host)
        front = plan.base + "/"
        seen = {front}
        pages = [front]
        for _ in range(2):
            found = fetch_all(web, pages)
            links = {
                href
                for _, text in found.values()
                for href in re.findall(r"""href=["']([^"'#]+)["']""", unescape(text), re.I)
            }
            pages = [plan.base + href for href in links if href.startswith("/") and plan.base + href not in seen]
            seen.update(pages)
        wanted = {plan.base + plan.kind.page_path(plan, page) for page in plan.pages if page.state != "inherited"}
        assert wanted - seen == set()


@pytest.mark.parametrize("kind", ALL)
def test_a_sound_site_has_no_broken_link(web, kind):
    host = hosts_of(web, kind)[0]
    plan = web.plan(host)
    pages = [plan.base + "/", *(web.truth(host).posts[0].url for _ in range(1))]
    pages += [plan.base + kind_named(kind).page_path(plan, page) for page in plan.pages if page.state != "inherited"]
    texts = fetch_all(web, pages)
    links = {
        href for _, text in texts.values() for href in re.findall(r"""href=["']([^"'#]+)["']""", unescape(text), re.I)
    }
    own = [plan.base + href for href in links if href.startswith("/")]
    assert {url: status for url, (status, _) in fetch_all(web, own).items() if status != 200} == {}


def test_unseen_kinds_differ_from_one_another():
    styles = [kind_named(kind).style for kind in unseen_kinds(7, 20)]
    assert len({style.post_shape for style in styles}) > 6
    assert len({style.classes["item"] for style in styles}) > 6
    assert len({(style.list_layout, style.list_date, style.menu_markup) for style in styles}) > 12


def test_every_fault_stands_on_at_least_as_many_sites_as_asked_for():
    briefs = fault_briefs(3, KINDS, per_fault=4, clean=5)
    for fault in Fault:
        assert sum(fault in brief.faults for brief in briefs) >= 4, fault


def test_what_is_planted_is_what_the_truth_says(tmp_path):
    briefs = fault_briefs(3, KINDS, per_fault=3, clean=5)
    web = SimulatedWeb(briefs, NOW, tmp_path)
    for host, brief in web.briefs.items():
        truth = web.truth(host)
        stale = {"stale", "silent"} & set(truth.findings)
        assert ("infected" in truth.findings) == any(fault.startswith(("judol", "japanese")) for fault in brief.faults)
        assert truth.alive == (not any(fault.startswith("dead") for fault in brief.faults))
        if truth.readable and Fault.DEFACED not in brief.faults:
            assert bool(stale) == bool(brief.faults & {Fault.STALE, Fault.SILENT}), host


def test_copied_news_appear_first_on_the_site_that_the_truth_names(tmp_path):
    web = SimulatedWeb(fault_briefs(3, KINDS, per_fault=3, clean=5, faults=[Fault.COPIED]), NOW, tmp_path)
    copies = [post for host in web.briefs for post in web.truth(host).posts if post.copied_from]
    assert len(copies) >= 9
    for copy in copies:
        lines = set(copy.text.split("\n"))
        sources = [
            post
            for post in web.truth(copy.copied_from).posts
            if len(lines & set(post.text.split("\n"))) >= len(lines) - 1
        ]
        assert sources
        assert sources[0].published < copy.published
        assert sources[0].title != copy.title
