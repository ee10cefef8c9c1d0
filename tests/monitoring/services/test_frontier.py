from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob

from suluh.monitoring.engine.frontier import SITES_OF_A_SERVER, Crowding, Leased
from suluh.monitoring.engine.memory import memory_to_json
from suluh.monitoring.engine.values import PostSeen, SiteMemory
from suluh.monitoring.models import Server, Sweep, Visit, VisitMemory
from suluh.monitoring.services.frontier import (
    FIRST_POSTS,
    leases_renew,
    seconds_to_next,
    tokens_release,
    visits_lease,
    visits_resolve,
)
from suluh.monitoring.services.sweeps import sweep_finish_if_done, sweep_start, sweeps_abandoned
from suluh.monitoring.tasks import ENGINES, engines_wake
from suluh.organization.models import Site
from tests.monitoring.services.world import NOW

pytestmark = pytest.mark.django_db


@pytest.fixture
def sweep(make_site):
    """Four sites on two servers: a and b share one, c and d the other."""
    for slug in "abcd":
        make_site(slug)
    started = sweep_start(sites=Site.objects.all(), cause=Sweep.Cause.COMMAND)
    visits_resolve(sweep_id=started.pk, resolve=lambda hosts: {host: servers(host) for host in hosts})
    return started


def servers(host):
    return "127.0.1.1" if host[0] in "ab" else "127.0.1.2"


def lease(sweep, holder, limit=50):
    return {row.task.url[8] for row in visits_lease(sweep_id=sweep.pk, holder=holder, limit=limit)}


def test_two_engines_never_hold_sites_of_one_server(sweep):
    assert lease(sweep, "one", limit=1) == {"a"}
    assert lease(sweep, "two") == {"c", "d"}
    assert lease(sweep, "one") == {"b"}


def test_the_first_visit_asks_for_the_whole_year_and_later_ones_for_what_is_new(sweep):
    post = PostSeen("https://b.arunika.localhost/berita/1", "Berita", NOW.date(), "feed")
    known = memory_to_json(SiteMemory(posts={post.url: post}))
    VisitMemory.objects.create(site=Site.objects.get(host__startswith="b."), data=known)
    wanted = {row.task.url[8]: row.task.max_posts for row in visits_lease(sweep_id=sweep.pk, holder="one", limit=9)}

    assert wanted["a"] == FIRST_POSTS > wanted["b"]


def test_a_host_without_an_address_is_its_own_server(make_site):
    make_site("hilang")
    started = sweep_start(sites=Site.objects.all(), cause=Sweep.Cause.COMMAND)

    visits_resolve(sweep_id=started.pk, resolve=lambda hosts: dict.fromkeys(hosts))

    assert Visit.objects.get().server_key == "hilang.arunika.localhost"


def test_sites_of_a_killed_engine_come_back_when_its_lease_has_run_out(sweep):
    lease(sweep, "killed")
    assert lease(sweep, "other") == set()

    with time_machine.travel(timezone.now() + timedelta(seconds=61)):
        Server.objects.update(held_until=NOW)
        assert lease(sweep, "other") == {"a", "b", "c", "d"}


def test_a_site_under_which_engines_keep_dying_is_visited_alone_and_given_up_at_last(sweep):
    Visit.objects.exclude(site__host__startswith="a").update(state=Visit.State.DONE)
    seen = []
    for number in range(6):
        with time_machine.travel(timezone.now() + timedelta(hours=number)):
            Server.objects.update(held_until=NOW)
            busy = Crowding()
            busy.enter(Leased("x", None, server="127.9.9.9"))
            beside = visits_lease(sweep_id=sweep.pk, holder=f"busy {number}", limit=9, crowding=busy)
            seen.append((len(beside), len(beside) or len(lease(sweep, f"idle {number}"))))

    assert seen == [(1, 1), (1, 1), (1, 1), (0, 1), (0, 0), (0, 0)]
    visit = Visit.objects.get(site__host__startswith="a")
    assert (visit.state, visit.alive, visit.reason) == (Visit.State.DONE, None, "error")
    assert sweep_finish_if_done(sweep_id=sweep.pk, at=timezone.now())


def test_a_lease_that_is_renewed_does_not_run_out(sweep):
    lease(sweep, "slow")
    with time_machine.travel(timezone.now() + timedelta(seconds=50)):
        assert leases_renew(sweep_id=sweep.pk, holder="slow") == 4

    assert Visit.objects.filter(leased_until__gt=timezone.now() + timedelta(seconds=100)).count() == 4


def test_a_server_is_free_again_when_its_holder_has_nothing_left_there(sweep):
    lease(sweep, "one")
    Visit.objects.filter(server_key="127.0.1.1").update(state=Visit.State.DONE)

    tokens_release(sweep_id=sweep.pk, holder="one")

    assert list(Server.objects.exclude(holder="").values_list("address", flat=True)) == ["127.0.1.2"]


def test_a_second_try_is_due_at_its_time_and_not_before(sweep):
    Visit.objects.update(state=Visit.State.AGAIN, not_before=timezone.now() + timedelta(minutes=10))

    assert lease(sweep, "one") == set()
    assert 590 < seconds_to_next(sweep_id=sweep.pk) <= 600
    with time_machine.travel(timezone.now() + timedelta(minutes=11)):
        assert len(lease(sweep, "one")) == 4


def test_a_site_that_still_waits_is_not_queued_twice(sweep):
    assert sweep_start(sites=Site.objects.all(), cause=Sweep.Cause.COMMAND).sites == 0


def test_a_sweep_ends_once_and_counts_what_it_saw(sweep):
    assert not sweep_finish_if_done(sweep_id=sweep.pk, at=NOW)

    Visit.objects.update(state=Visit.State.DONE, alive=True, requests=3)
    assert sweep_finish_if_done(sweep_id=sweep.pk, at=NOW)
    assert not sweep_finish_if_done(sweep_id=sweep.pk, at=NOW)
    sweep.refresh_from_db()
    assert (sweep.alive, sweep.dead, sweep.requests) == (4, 0, 12)


def test_a_sweep_that_no_engine_works_on_is_found(sweep):
    assert sweeps_abandoned() == [sweep]

    lease(sweep, "one")
    assert sweeps_abandoned() == []

    Visit.objects.update(leased_until=timezone.now() - timedelta(seconds=1))
    assert sweeps_abandoned() == [sweep]


def test_waking_engines_twice_queues_each_of_them_once(sweep):
    engines_wake(sweep)
    engines_wake(sweep)

    assert ProcrastinateJob.objects.filter(task_name="monitoring.engine").count() == ENGINES


def test_a_crowded_server_leaves_places_to_the_others_and_takes_them_when_it_is_alone(make_site):
    for number in range(SITES_OF_A_SERVER + 4):
        make_site(f"a{number:02}")
    make_site("z")
    started = sweep_start(sites=Site.objects.all(), cause=Sweep.Cause.COMMAND)
    visits_resolve(sweep_id=started.pk, resolve=lambda hosts: {host: servers(host) for host in hosts})
    crowding = Crowding()

    def next_lease():
        rows = visits_lease(sweep_id=started.pk, holder="one", limit=50, crowding=crowding)
        for row in rows:
            crowding.enter(Leased(str(row.visit_id), row.task, row.memory, row.server))
        return [row.server for row in rows]

    assert sorted(next_lease()) == ["127.0.1.1"] * SITES_OF_A_SERVER + ["127.0.1.2"]
    assert next_lease() == ["127.0.1.1"] * 4
    assert next_lease() == []
