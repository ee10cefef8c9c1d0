"""An engine in a process of its own, to be killed: `python -m tests.monitoring.faults.engine SWEEP`."""

import sys


def main() -> None:
    from suluh.project.startup import start_django

    start_django()
    from suluh.monitoring.services.crawl import sweep_run

    print("ready", flush=True)
    sweep_run(sweep_id=int(sys.argv[1]), patient=True)


if __name__ == "__main__":
    main()
