"""A worker says by its exit code whether it was asked to end or lost what it stands on."""

import subprocess
import sys

LOSES_ITS_DATABASE = """
import asyncio, threading
from procrastinate import App
from procrastinate.exceptions import ConnectorException
from procrastinate.testing import InMemoryConnector
from suluh.project import worker

class Lost(InMemoryConnector):
    async def execute_query_async(self, query, **arguments):
        raise ConnectorException("the server is gone")
    execute_query_one_async = execute_query_all_async = execute_query_async

async def work():
    asyncio.get_running_loop().run_in_executor(None, threading.Event().wait)  # a job that does not come back
    await worker._work(App(connector=Lost()), silence=30)

worker.PATIENCE = -2.5
asyncio.run(work())
"""


def test_a_worker_that_lost_its_database_under_a_running_job_does_not_claim_to_have_been_asked_to_end() -> None:
    done = subprocess.run([sys.executable, "-c", LOSES_ITS_DATABASE], capture_output=True, timeout=60, check=False)
    assert done.returncode == 1, done.stderr.decode()


STOPS_LISTENING = """
import asyncio
from procrastinate import App
from procrastinate.exceptions import ConnectorException
from procrastinate.testing import InMemoryConnector
from suluh.project import worker

class Deaf(InMemoryConnector):
    async def listen_notify(self, **arguments):
        raise ConnectorException("the server is going away")

asyncio.run(worker._work(App(connector=Deaf()), silence=30))
"""


def test_a_worker_whose_listener_lost_the_database_ends_with_a_fault() -> None:
    done = subprocess.run([sys.executable, "-c", STOPS_LISTENING], capture_output=True, timeout=60, check=False)
    assert done.returncode == 1, done.stderr.decode()
    assert b"its runners stopped by themselves" in done.stdout + done.stderr
