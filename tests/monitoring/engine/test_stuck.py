import subprocess
import sys

ENGINE = """
import re
from suluh.kernel.http.client import Client
from suluh.law.kinds import UnitKind
from suluh.monitoring.engine.frontier import Leased, MemoryFrontier
from suluh.monitoring.engine.loop import Engine, EngineSettings
from suluh.monitoring.engine.values import SiteTask
from suluh.monitoring.probes.protocol import Probe

class Trapped(Probe):
    code, content_only = "x", False
    def judge(self, seen):
        re.match("(a+)+$", "a" * 60 + "b")
        return iter(())

frontier = MemoryFrontier([Leased("a", SiteTask("http://10.0.0.1/", UnitKind.OPD))])
Engine(frontier, Client(), EngineSettings(stuck_seconds=1.0), probes=[Trapped()]).run()
"""


def test_a_page_that_holds_up_the_loop_for_good_ends_the_process_and_says_where():
    ended = subprocess.run([sys.executable, "-c", ENGINE], capture_output=True, text=True, timeout=60, check=False)

    assert ended.returncode == 1
    assert "Timeout" in ended.stderr
    assert "in judge" in ended.stderr
