"""The frontier of one process: every site once, servers by turns."""

from suluh.kernel.http.answer import Reason
from suluh.law.kinds import UnitKind
from suluh.monitoring.engine.frontier import SITES_OF_A_SERVER, Leased, MemoryFrontier, Visited
from suluh.monitoring.engine.values import SiteTask, VisitResult
from tests.monitoring.services.world import NOW


def sites(server, count):
    return [
        Leased(f"{server}-{n}", SiteTask(f"http://{server}-{n}/", UnitKind.OPD), server=server) for n in range(count)
    ]


def done(leased):
    return Visited(leased.key, VisitResult(leased.task, NOW, NOW, alive=True, reason=Reason.OK))


def test_a_crowded_server_leaves_places_to_the_others():
    frontier = MemoryFrontier([*sites("ramai", 40), *sites("sepi", 3)])

    taken = [leased.server for leased in frontier.lease(50)]

    assert taken.count("ramai") == SITES_OF_A_SERVER
    assert taken.count("sepi") == 3


def test_a_site_that_came_back_makes_room_for_one_of_its_server():
    frontier = MemoryFrontier([*sites("ramai", 40), *sites("sepi", 40)])
    first = frontier.lease(50)
    frontier.save([done(first[0])])

    assert [leased.server for leased in frontier.lease(50)] == ["ramai"]


def test_when_one_server_is_all_that_is_left_it_may_take_every_place():
    frontier = MemoryFrontier(sites("ramai", 40))
    frontier.lease(50)

    assert len(frontier.lease(50)) == 40 - SITES_OF_A_SERVER


def test_every_site_is_handed_out_once():
    frontier = MemoryFrontier([*sites("a", 20), *sites("b", 20), *sites("", 20)])
    keys = []
    while taken := frontier.lease(7):
        keys += [leased.key for leased in taken]

    assert len(keys) == len(set(keys)) == 60
    assert frontier.next_wakeup() is None
