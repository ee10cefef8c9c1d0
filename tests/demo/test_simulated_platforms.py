"""The simulated platforms can be used alone: found by their modules, read in a browser, disturbed by a script."""

import json
import os
import signal
import subprocess
import sys
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from suluh.demo.platforms.faults import Fault, FaultScript, Step
from suluh.demo.platforms.scripts import BadScript, script_from
from suluh.demo.platforms.server import SimulatedPlatforms
from suluh.demo.platforms.shown import Shown
from suluh.demo.platforms.simulator import simulators
from suluh.platforms.platform import platforms
from suluh.platforms.values import Live, Unsure
from tests.platforms.errands import Traveller

NAMES = frozenset({"telegram", "mastodon"})
COMMAND = [sys.executable, "-c", "from suluh.project.cli import main; main()", "simulate-platforms", "--json"]


@pytest.fixture
def script(tmp_path):
    def written(text: str) -> FaultScript:
        file = tmp_path / "gangguan.toml"
        file.write_text(text)
        return script_from(file, platforms=NAMES)

    return written


def test_every_platform_with_an_interface_has_a_simulated_server():
    simulated = set(simulators(Shown()))

    assert simulated == set(platforms()) - {"handoff"}


@pytest.mark.parametrize("name", sorted(set(platforms()) - {"handoff"}))
def test_what_it_says_to_paste_is_what_connecting_asks_for(name):
    secrets = simulators(Shown())[name].secrets("dinkes")

    assert {need.name for need in platforms()[name].needs} <= set(secrets)


def test_a_post_is_read_in_a_browser_at_its_address():
    with SimulatedPlatforms() as servers:
        outcome = Traveller(servers, "bluesky").send()
        assert isinstance(outcome, Live)
        page = urlopen(outcome.url).read().decode()

    assert "Imunisasi campak untuk balita." in page


def test_markup_in_a_post_is_text_on_its_page():
    with SimulatedPlatforms() as servers:
        post = servers.shown.add("telegram", "dinkes", "<script>alert(1)</script>", page="/telegram/dinkes/{number}")
        page = urlopen(servers.origin + post.page).read().decode()

    assert "&lt;script&gt;" in page
    assert "<script" not in page


def test_a_post_that_is_not_yet_to_be_seen_is_on_no_page():
    with SimulatedPlatforms() as servers:
        servers.shown.delay = 60
        post = servers.shown.add("telegram", "dinkes", "nanti", page="/telegram/dinkes/{number}")

        with pytest.raises(HTTPError):
            urlopen(servers.origin + post.page)
        assert json.load(urlopen(servers.origin + "/tampil.json")) == []


def test_a_planned_fault_strikes_at_its_place_and_leaves_the_rest_alone():
    steps = [Step(Fault.CUT_AFTER, platform="telegram", path="sendMessage", skip=1)]
    with SimulatedPlatforms(FaultScript(steps=steps)) as servers:
        outcomes = [Traveller(servers, name).send() for name in ("telegram", "mastodon", "telegram", "telegram")]

    assert [type(one) for one in outcomes] == [Live, Live, Unsure, Live]


def test_a_script_is_read_from_a_file(script):
    read = script('seed = 7\nshare = 10\nlate = 2\n[mix]\nbusy = 1\n[[step]]\nplatform = "telegram"\nfault = "late"\n')

    assert (read.seed, read.share, read.late, read.mix) == (7, 10.0, 2.0, {Fault.BUSY: 1})
    assert read.steps == [Step(Fault.LATE, platform="telegram")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("share = 101", "share"),
        ("shares = 1", "shares"),
        ("[mix]\nmeledak = 1", "meledak"),
        ('[[step]]\nfault = "busy"\nplatform = "friendster"', "friendster"),
        ('[[step]]\nplatform = "telegram"', "tidak dikenal"),
        ("share = ", "gangguan.toml"),
    ],
)
def test_a_script_with_a_mistake_is_refused_by_its_name(script, text, told):
    with pytest.raises(BadScript, match=told):
        script(text)


def test_the_command_says_what_to_paste_and_leaves_nothing():
    running = subprocess.Popen([*COMMAND, "--account", "dinkes"], stdout=subprocess.PIPE, text=True)
    rows = [json.loads(running.stdout.readline()) for _ in simulators(Shown())]
    os.kill(running.pid, signal.SIGINT)

    assert running.wait(120) == 0
    assert {row["platform"] for row in rows} == set(platforms()) - {"handoff"}
    assert all(row["address"].startswith("http://127.0.0.1:") and row["secrets"] for row in rows)
    with pytest.raises(OSError, match="refused"):
        urlopen(rows[0]["address"])


def test_the_command_names_a_mistake_in_its_script(tmp_path):
    file = tmp_path / "gangguan.toml"
    file.write_text("share = 500")
    run = subprocess.run([*COMMAND, "--script", str(file)], capture_output=True, text=True)

    assert run.returncode == 2
    assert "share" in run.stderr
