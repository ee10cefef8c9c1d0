"""A visit says precisely how a site is, spares one that has not changed, and outlives a probe's own fault."""

from dataclasses import replace
from datetime import timedelta

import pytest

from suluh.kernel.http.answer import Reason
from suluh.kernel.http.client import Client, Limits
from suluh.kernel.http.politeness import Manners
from suluh.law.kinds import UnitKind
from suluh.monitoring.engine.frontier import Leased, MemoryFrontier
from suluh.monitoring.engine.loop import Engine, EngineSettings
from suluh.monitoring.engine.values import FindingSeen, Severity, SiteMemory, SiteTask, Want
from suluh.monitoring.probes.protocol import Probe, all_probes
from tests.monitoring.engine.little_web import NOW, look, page, served

NEWS = page(
    "<ul>"
    + "".join(f"<li><a href='/b/{n}'>Berita warga desa ke {n} tahun ini</a> {n} Mei 2026</li>" for n in (1, 2, 3))
)


class Counting(Probe):
    code = "hitung"

    def __init__(self, content_only=True):
        self.content_only = content_only
        self.judged = 0

    def wants(self, seen):
        return [Want(seen.home.url + "profil", "profil")]

    def judge(self, seen):
        self.judged += 1
        yield FindingSeen("hitung", Severity.INFO, f"{len(seen.pages)} halaman")


class Reading(Probe):
    code = "baca"

    def __init__(self):
        self.read_pages = []
        self.parses_held = None

    def wants(self, seen):
        return [Want(f"{seen.home.url}{name}", "profil") for name in ("profil", "kontak")[: len(seen.pages) + 1]]

    def read(self, page, seen):
        self.read_pages.append((page.url.rpartition("/")[2], page.tree.css_first("h1").text()))

    def judge(self, seen):
        self.parses_held = [page.url for page in seen.pages.values() if page.parsed]
        return iter(())


class Failing(Probe):
    code = "gagal"

    def wants(self, seen):
        raise ValueError("salah")

    def read(self, page, seen):
        raise ValueError("salah")

    def judge(self, seen):
        raise ValueError("salah")


@pytest.mark.parametrize(
    ("home", "alive", "reason"),
    [
        (NEWS, True, Reason.OK),
        (page("<h1>Domain ini dijual</h1>"), False, Reason.PARKED),
        (page("<h1>Apache2 Ubuntu Default Page</h1><p>It works!</p>"), False, Reason.PARKED),
        (page(""), False, Reason.EMPTY),
        (page("<p>Just a moment... checking your browser</p><script>x()</script>"), True, Reason.BLOCKED),
        ((403, "text/html", "<h1>Terlarang</h1>", {}), True, Reason.BLOCKED),
        ((503, "text/html", "<title>Just a moment...</title>", {}), True, Reason.BLOCKED),
        ((500, "text/html", "<h1>Error</h1>", {}), False, Reason.HTTP_5XX),
        ((404, "text/html", "<h1>Tidak ada</h1>", {}), False, Reason.HTTP_4XX),
    ],
    ids=["ok", "for sale", "default page", "empty", "wall", "403", "wall 503", "500", "404"],
)
async def test_the_state_of_a_site_is_told_with_its_reason(home, alive, reason):
    async with served({"/": home}) as site:
        result = await look(site)
    assert (result.alive, result.reason) == (alive, reason)


async def test_a_site_that_forbids_its_home_page_to_robots_is_not_fetched():
    async with served({"/": NEWS, "/robots.txt": (200, "text/plain", "User-agent: *\nDisallow: /", {})}) as site:
        result = await look(site)
    assert (result.alive, result.reason, site.asked) == (True, Reason.ROBOTS, ["/robots.txt"])


async def test_a_page_that_only_sends_its_reader_onward_is_followed():
    async with served({"/": "<meta http-equiv='refresh' content='0; url=/web/'>", "/web/": NEWS}) as site:
        result = await look(site)
    assert (result.reason, len(result.posts)) == (Reason.OK, 3)


@pytest.mark.parametrize("headers", [{"ETag": '"1"'}, {}], ids=["304", "200 with the same words"])
async def test_an_unchanged_site_is_not_judged_again_but_keeps_its_verdicts(headers):
    content, daily = Counting(), Counting(content_only=False)
    async with served({"/": (200, "text/html", NEWS, headers), "/profil": page("<h1>Profil</h1>")}) as site:
        first = await look(site, probes=(content, daily))
        site.asked.clear()
        again = await look(site, first.memory, NOW + timedelta(hours=20), (content, daily))
    assert (again.unchanged, site.asked) == (True, ["/"])
    assert (content.judged, daily.judged) == (1, 2)
    assert [finding.code for finding in again.findings] == ["hitung", "hitung"]
    assert [post.url for post in again.posts] == [post.url for post in first.posts]


async def test_a_changed_home_page_is_read_again():
    content = Counting()
    async with served({"/": NEWS}) as site:
        first = await look(site, probes=(content,))
        site.pages["/"] = NEWS.replace(
            "<ul>", "<ul><li><a href='/b/9'>Berita yang baru sekali terbit</a> 19 November 2026</li>"
        )
        again = await look(site, first.memory, probes=(content,))
    assert (again.unchanged, content.judged, str(again.last_post)) == (False, 2, "2026-11-19")


async def test_a_full_reading_is_due_after_a_week_though_nothing_changed():
    content = Counting()
    async with served({"/": NEWS}) as site:
        first = await look(site, probes=(content,))
        await look(site, first.memory, NOW + timedelta(days=8), (content,))
    assert content.judged == 2


async def test_a_failing_probe_does_not_silence_the_others():
    async with served({"/": NEWS}) as site:
        result = await look(site, probes=(Failing(), Counting()))
    assert [finding.code for finding in result.findings] == ["hitung"]


async def test_each_page_is_read_once_as_it_comes_and_its_parse_is_not_kept_until_the_verdict():
    sites = {"/": NEWS, "/profil": page("<h1>Profil</h1>"), "/kontak": page("<h1>Kontak</h1>")}
    probe = Reading()
    async with served(sites) as web:
        await look(web, probes=[Failing(), probe])

    assert probe.read_pages == [("profil", "Profil"), ("kontak", "Kontak")]
    assert probe.parses_held == []


async def test_a_visit_stays_within_its_budget():
    class Greedy(Probe):
        def wants(self, seen):
            return [Want(f"{seen.home.url}h{n}", "x") for n in range(99)]

        def judge(self, seen):
            return iter(())

    async with served({"/": NEWS}) as site:
        result = await look(site, probes=(Greedy(),), max_requests=15)
    assert (result.requests, len(site.asked)) == (15, 15)


async def test_a_site_that_takes_too_long_is_judged_by_what_was_read_until_then():
    async with served({"/": NEWS}) as site:
        result = await look(site, limits=Limits(connect=2, total=4, visit=0.0), max_requests=15)
    assert (result.alive, result.error) == (True, None)
    assert result.requests <= 2, "robots.txt and the home page are asked for whatever the clock says"


async def test_the_engine_saves_every_leased_site_once():
    async with served({"/": NEWS}) as site:
        sites = [Leased(str(n), SiteTask(site.url, UnitKind.OPD, max_requests=4)) for n in range(30)]
        frontier = MemoryFrontier(sites)
        client = Client(allow_private=True, manners=Manners(gap=0))
        engine = Engine(frontier, client, EngineSettings(concurrency=8, lease_batch=5, save_batch=3), probes=())
        assert await engine.run_async() == 30
    assert {result.reason for result in frontier.results.values()} == {Reason.OK}
    assert frontier.saved == 30


async def test_what_was_remembered_is_not_changed_by_a_visit():
    async with served({"/": NEWS}) as site:
        first = await look(site)
        kept = replace(first.memory)
        await look(site, first.memory)
    assert first.memory == kept


class Accusing(Probe):
    """Says what an injection probe says of a home page, and that its looks are poor."""

    code = "tuduh"

    def __init__(self, replaced):
        self.replaced = replaced

    def judge(self, seen):
        yield FindingSeen("infected", Severity.HIGH, "Halaman depan", data={"replaced": self.replaced})
        yield FindingSeen("not-mobile", Severity.LOW, "Tidak nyaman di ponsel")


@pytest.mark.parametrize(
    ("replaced", "codes"), [(True, ["infected"]), (False, ["infected", "not-mobile"])], ids=["replaced", "own"]
)
async def test_looks_are_not_held_against_a_unit_whose_home_page_is_somebody_elses(replaced, codes):
    async with served({"/": NEWS}) as site:
        result = await look(site, probes=(Accusing(replaced),))
    assert [finding.code for finding in result.findings] == codes


class Asked(MemoryFrontier):
    """Counts how often the engine asks when to come again."""

    wakeups = 0

    def next_wakeup(self):
        self.wakeups += 1
        return super().next_wakeup()


async def test_an_engine_with_nothing_left_to_fetch_saves_at_once_instead_of_spinning():
    async with served({"/": NEWS}) as site:
        frontier = Asked([Leased("a", SiteTask(site.url, UnitKind.OPD), SiteMemory())])
        client = Client(allow_private=True, manners=Manners(gap=0))
        await Engine(frontier, client, EngineSettings(save_batch=50, save_every=2.0), probes=()).run_async()
    assert frontier.saved == 1
    assert frontier.wakeups < 20


async def test_without_given_probes_a_closed_site_is_told_as_all_probes_would_tell_it():
    async with served({"/": NEWS}) as site:
        pass
    given, left_out = await look(site, probes=all_probes()), await look(site, probes=None)
    assert [finding.code for finding in given.findings] == ["dead"]
    assert left_out.findings[0].message == given.findings[0].message
    assert len(left_out.findings) == 1


def _feed(*posts):
    items = "".join(
        f"<item><title>{title}</title><link>{path}</link><pubDate>{day} Nov 2026 08:00:00 +0700</pubDate></item>"
        for path, title, day in posts
    )
    return (200, "application/rss+xml", f"<rss version='2.0'><channel>{items}</channel></rss>", {"ETag": '"f"'})


OLDER = [(f"/b/{number}", f"Kegiatan dinas yang ke-{number} kalinya", number) for number in range(1, 6)]
OFFER = "<link rel='alternate' type='application/rss+xml' href='/feed'>"


async def test_a_source_whose_newest_posts_stand_on_the_home_page_is_not_asked_again():
    shown = "".join(f"<li><a href='{path}'>{title}</a> {day} November 2026</li>" for path, title, day in OLDER)
    async with served({"/": page(f"<ul>{shown}</ul>", OFFER), "/feed": _feed(*OLDER)}) as site:
        first = await look(site)
        site.asked.clear()
        again = await look(site, first.memory, NOW + timedelta(hours=20))
    assert (first.feed, again.unchanged, site.asked) == (site.url + "feed", True, ["/"])


async def test_a_new_post_in_a_source_that_the_home_page_does_not_show_is_noticed():
    async with served({"/": page("<h1>Dinas</h1>", OFFER), "/feed": _feed(*OLDER)}) as site:
        first = await look(site)
        site.pages["/feed"] = _feed(("/b/9", "Kegiatan yang baru sekali terbit", 19), *OLDER)
        site.pages["/feed"][3]["ETag"] = '"g"'
        again = await look(site, first.memory, NOW + timedelta(hours=20))
    assert (str(first.last_post), again.unchanged, str(again.last_post)) == ("2026-11-05", False, "2026-11-19")


async def test_a_page_that_sends_its_reader_onward_is_followed_on_every_visit():
    async with served({"/": "<meta http-equiv='refresh' content='0; url=/web/'>", "/web/": NEWS}) as site:
        first = await look(site)
        again = await look(site, first.memory, NOW + timedelta(hours=20))
    assert again.final_url == first.final_url == site.url + "web/"
