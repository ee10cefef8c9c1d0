from dataclasses import replace
from datetime import date, timedelta

import pytest
import time_machine

from suluh.kernel.http.answer import Reason
from suluh.kernel.http.client import Client
from suluh.monitoring.copies import fingerprint
from suluh.monitoring.engine.frontier import Visited
from suluh.monitoring.engine.values import ItemSeen, ItemState, PageMemory, Severity, SiteMemory
from suluh.monitoring.models import (
    Finding,
    ItemRow,
    Post,
    SiteDay,
    SiteInterval,
    SiteState,
    Sweep,
    Visit,
    VisitMemory,
    WeekCount,
)
from suluh.monitoring.services.copying import copies_mark
from suluh.monitoring.services.crawl import DatabaseFrontier
from suluh.monitoring.services.frontier import visits_lease, visits_resolve
from suluh.monitoring.services.results import Finished, results_store
from suluh.monitoring.services.sweeps import sweep_start
from suluh.organization.models import Site
from tests.monitoring.services.world import NOW, fault, leased_visit, news, seen

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("april")]


@pytest.fixture
def april():
    with time_machine.travel(NOW, tick=False):
        yield


def store(site, result, holder="engine-1"):
    visit = leased_visit(site)
    return results_store(finished=[Finished(visit.pk, holder, result)]), visit


def test_a_visit_is_stored_once_and_only_by_the_engine_that_holds_it(site):
    count, visit = store(site, seen(site), holder="engine-2")
    assert count == 0
    assert not SiteState.objects.exists()

    again = Finished(visit.pk, "engine-1", seen(site))
    assert results_store(finished=[again]) == 1
    assert results_store(finished=[again]) == 0
    assert SiteState.objects.get().observations == 1


def test_a_site_that_seems_dead_is_tried_again_later_before_it_counts(site):
    dead = seen(site, alive=False, reason=Reason.TIMEOUT, findings=[fault("dead", Severity.HIGH)])

    count, visit = store(site, dead)

    visit.refresh_from_db()
    assert count == 0
    assert (visit.state, visit.not_before) == (Visit.State.AGAIN, NOW + timedelta(minutes=10))
    assert not SiteState.objects.exists()


def test_the_second_try_decides_and_the_finding_opens_with_it(site):
    visit = leased_visit(site)
    for minutes in (0, 11):
        Visit.objects.update(state=Visit.State.LEASED, holder="engine-1")
        at = NOW + timedelta(minutes=minutes)
        dead = seen(site, at, alive=False, reason=Reason.DNS, findings=[fault("dead", Severity.HIGH)])
        results_store(finished=[Finished(visit.pk, "engine-1", dead)])

    state = SiteState.objects.get()
    assert (state.alive, state.reason, state.worst) == (False, "dns", "dead")
    assert Finding.objects.get().state == Finding.State.OPEN


def test_a_fault_of_our_own_says_nothing_about_the_site(site):
    count, visit = store(site, seen(site, alive=False, error="KeyError: 'x'"))

    visit.refresh_from_db()
    assert (count, visit.state, visit.reason) == (1, Visit.State.DONE, "error")
    assert not SiteInterval.objects.exists()


def test_a_visit_that_we_ended_for_its_length_says_nothing_about_the_site(site):
    count, visit = store(site, seen(site, alive=False, reason=Reason.TIMEOUT, error="TimeoutError: "))

    visit.refresh_from_db()
    assert (count, visit.state, visit.alive) == (1, Visit.State.DONE, None)
    assert not SiteInterval.objects.exists()


def test_what_no_database_can_hold_is_stored_without_what_it_cannot(site):
    odd = "Jalan\x00 baru \ud800"
    post = replace(news(date(2026, 3, 30), f"a{odd}"), title=odd, author=odd, category=odd)
    finding = replace(fault(), message=odd, data={odd: [odd]})
    memory = SiteMemory({f"https://a.example/{odd}": PageMemory(etag=odd, data={"text": odd})}, posts={post.url: post})
    store(site, seen(site, posts=[post], findings=[finding], memory=memory, final_url=odd, feed=odd))

    assert Post.objects.get().title == "Jalan baru ?"
    assert SiteState.objects.get().final_url == "Jalan baru ?"
    assert VisitMemory.objects.get().data["posts"][0][1] == "Jalan baru ?"


def test_a_result_that_the_database_refuses_takes_no_other_along(make_site):
    sites = [make_site(name) for name in "abc"]
    sweep = sweep_start(sites=Site.objects.all(), cause=Sweep.Cause.COMMAND)
    frontier = DatabaseFrontier(sweep.pk, Client(allow_private=True), patient=False)
    visits_resolve(sweep_id=sweep.pk, resolve=lambda hosts: dict.fromkeys(hosts, "127.0.1.1"))
    held = visits_lease(sweep_id=sweep.pk, holder=frontier.holder, limit=9)
    keys = {row.task.site_id: str(row.visit_id) for row in held}
    results = [seen(site) for site in sites]
    results[1] = replace(results[1], http_status=10**9)
    frontier.save([Visited(keys[site.pk], result) for site, result in zip(sites, results, strict=True)])

    told = dict(Visit.objects.values_list("site__host", "reason"))
    assert told == {"a.arunika.localhost": "ok", "b.arunika.localhost": "error", "c.arunika.localhost": "ok"}
    assert SiteState.objects.count() == 2


def test_posts_are_counted_by_week_and_silence_is_known_only_where_the_posts_reach(site):
    posts = [news(date(2026, 3, 30), "a"), news(date(2026, 3, 31), "b"), news(date(2026, 3, 10), "c")]
    store(site, seen(site, posts=posts, covered_since=date(2026, 3, 10)))

    state = SiteState.objects.get()
    assert state.weeks == "x" * 48 + "1002"
    assert state.weeks_from == date(2025, 4, 7)
    assert (state.last_post, state.posts_30, state.active_weeks_26) == (date(2026, 3, 31), 3, 2)
    assert WeekCount.objects.filter(observed=True).count() == 4


def test_weeks_before_a_full_list_of_posts_are_unknown_and_not_silent(site):
    days = [date(2026, 4, 1) - timedelta(days=n) for n in range(3)]
    full = replace(seen(site).task, max_posts=3)
    store(site, seen(site, task=full, posts=[news(day, day.isoformat()) for day in days]))

    assert SiteState.objects.get().weeks == "x" * 51 + "3"


def test_a_post_seen_twice_is_one_post_and_a_better_day_is_taken_over(site):
    store(site, seen(site, posts=[news(date(2026, 3, 1), confidence=0.4)]))
    store(site, seen(site, posts=[news(date(2026, 3, 3), confidence=0.9)]))
    store(site, seen(site, posts=[news(date(2026, 3, 9), confidence=0.2)]))

    assert Post.objects.get().published == date(2026, 3, 3)


def test_a_day_to_come_is_no_last_post(site):
    store(site, seen(site, posts=[news(date(2026, 3, 1), "a"), news(date(2026, 5, 1), "b")]))

    assert SiteState.objects.get().last_post == date(2026, 3, 1)


def test_an_item_counts_its_observations_and_since_when_it_stands_so(site):
    for day, state in enumerate((ItemState.FOUND, ItemState.FOUND, ItemState.MISSING)):
        items = [ItemSeen("I-visi", state, "https://kesehatan.arunika.localhost/visi")]
        store(site, seen(site, NOW + timedelta(days=day), items=items))

    row = ItemRow.objects.get()
    assert (row.observations, row.times_found, row.state) == (3, 2, "missing")
    assert row.since == NOW + timedelta(days=2)
    assert SiteDay.objects.get().items == {"I-visi": 4}


def test_liveness_is_kept_as_intervals_not_as_one_row_a_visit(site):
    for hour in range(3):
        store(site, seen(site, NOW + timedelta(hours=hour)))

    row = SiteInterval.objects.get()
    assert (row.since, row.until, row.observations) == (NOW, NOW + timedelta(hours=2), 3)


def test_what_a_visit_remembers_is_handed_to_the_next(site):
    memory = SiteMemory(pages={site.url: PageMemory(etag='"7"')}, visited_at=NOW)
    store(site, seen(site, memory=memory))
    store(site, seen(site, alive=False, error="KeyError: 'x'"))

    started = sweep_start(sites=Site.objects.all(), cause=Sweep.Cause.COMMAND)
    visits_resolve(sweep_id=started.pk, resolve=lambda hosts: dict.fromkeys(hosts, "127.0.1.1"))
    [leased] = visits_lease(sweep_id=started.pk, holder="one", limit=1)

    assert leased.memory == memory


def test_a_new_post_keeps_its_kind_and_the_mark_of_its_text_but_not_the_text(site):
    text = " ".join(f"Warga dapat mengurus akta kelahiran di loket layanan nomor {n}." for n in range(12))
    post = news(date(2026, 3, 30), text=text)
    store(site, seen(site, posts=[post]))

    row = Post.objects.get()
    assert row.mix in {"kegiatan", "layanan", "kebijakan", "data", "pengumuman", "ajakan"}
    assert bytes(row.fingerprint) == fingerprint(text)


def test_the_same_text_on_another_units_site_is_marked_as_a_copy_of_the_earlier(site, make_site):
    text = " ".join(f"Kalimat berita nomor {n} tentang perbaikan jalan di wilayah {n * 7}." for n in range(30))
    sweep = Sweep.objects.create(cause=Sweep.Cause.COMMAND, started_at=NOW - timedelta(hours=1), sites=2)
    other = make_site("perhubungan")
    store(site, seen(site, posts=[news(date(2026, 3, 30), text=text)]))
    store(other, seen(other, posts=[news(date(2026, 3, 31), text=text)]))

    assert copies_mark(sweep_id=sweep.pk) == 1
    assert Post.objects.get(site=other).copy_of == Post.objects.get(site=site)


def test_copied_news_become_a_finding_that_a_visit_alone_does_not_close(site, make_site):
    text = " ".join(f"Kalimat berita nomor {n} tentang perbaikan jalan di wilayah {n * 7}." for n in range(30))
    other = make_site("perhubungan")
    sweep = Sweep.objects.create(cause=Sweep.Cause.COMMAND, started_at=NOW - timedelta(hours=1), sites=2)
    store(site, seen(site, posts=[news(date(2026, 3, 30), text=text)]))
    _, visit = store(other, seen(other, posts=[news(date(2026, 3, 31), text=text)]))
    Visit.objects.filter(pk=visit.pk).update(sweep=sweep)
    copies_mark(sweep_id=sweep.pk)
    store(other, seen(other, NOW + timedelta(hours=1)))

    finding = Finding.objects.get(code="copied")
    assert finding.site == other
    assert finding.data["copies"] == 1

    Post.objects.update(copy_of=None, fingerprint=None)
    copies_mark(sweep_id=sweep.pk)
    assert not Finding.objects.exists()
