"""How long the server takes over pages, and how often it asks the database, one request after another."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import quantiles
from typing import Any


@dataclass(frozen=True)
class ServerTime:
    """Milliseconds, and the most queries that one of the pages took."""

    p95: float
    median: float
    queries: int


def server_time(client: Any, addresses: Sequence[str]) -> ServerTime:
    """Read every address once, after the first one has warmed the process up.

    Raises:
        RuntimeError: an address answers with another status than 200.
    """
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    client.get(addresses[0])
    spent, queries = [], 0
    for address in addresses:
        with CaptureQueriesContext(connection) as captured:
            begin = time.perf_counter()
            answer = client.get(address)
            spent.append(1000 * (time.perf_counter() - begin))
        if answer.status_code != 200:
            raise RuntimeError(f"{address} answered {answer.status_code}")
        queries = max(queries, len(captured))
    return ServerTime(quantiles(spent, n=20)[-1], quantiles(spent, n=2)[0], queries)
