"""`python -m tests.peers.prepare`: fetch the real servers into .peers, or say what this machine lacks for them."""

import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.peers import bluesky_server, debian
from tests.peers.missing import Missing

CACHE = Path(__file__).parents[2] / ".peers"


def main() -> int:
    """Both at once, for one waits for the network while the other compiles; 1 when one of them is missing."""
    begin = time.monotonic()
    with ThreadPoolExecutor() as pool:
        wanted = [pool.submit(debian.tree, CACHE), pool.submit(bluesky_server.packages, CACHE)]
    missing = [fault for one in wanted if (fault := one.exception()) is not None]
    for fault in missing:
        if not isinstance(fault, Missing):
            raise fault
        print(fault, file=sys.stderr)
    if not missing:
        print(f"real servers ready: {time.monotonic() - begin:.0f} s")
    return 1 if missing else 0


if __name__ == "__main__":
    raise SystemExit(main())
