"""`python -m suluh.demo.web.child FD`: serve a simulated web by the orders that come through that pipe."""

from __future__ import annotations

import signal
import sys
from multiprocessing.connection import Connection

from suluh.demo.web.server import serve


def main() -> None:
    """Serve until the pipe closes; the parent decides, so a keyboard interrupt is left to it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    pipe: Connection = Connection(int(sys.argv[1]))
    serve(pipe.recv(), pipe)


if __name__ == "__main__":
    main()
