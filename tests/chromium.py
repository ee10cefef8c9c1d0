"""A Chromium for the tests: one that is there, else Debian's package where we are root, else Playwright's own.

`python -m tests.chromium` installs what is missing and prints its path; the fixtures only look.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def found() -> str:
    """The path of an installed Chromium, empty when there is none. SULUH_CHROMIUM names one outright."""
    named = os.environ.get("SULUH_CHROMIUM") or next((path for name in NAMES if (path := shutil.which(name))), "")
    return named if named and starts(named) else playwrights_own()


def starts(path: str) -> bool:
    """Whether it starts; a snap's stub, for one, does not."""
    try:
        done = subprocess.run([path, "--version", "--no-sandbox"], capture_output=True, check=False, timeout=60)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def playwrights_own() -> str:
    """The Chromium that Playwright keeps, empty when it was never installed."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else ""


def install() -> None:
    """Install one, saying on stderr what is being done."""
    if os.geteuid() == 0 and shutil.which("apt-get"):
        sys.stderr.write("Installing Debian's Chromium for the browser tests …\n")
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        quietly = {"env": environment, "stdout": subprocess.DEVNULL, "check": False}
        subprocess.run(["apt-get", "update", "-q"], **quietly)
        subprocess.run(["apt-get", "install", "-y", "-q", "--no-install-recommends", "chromium"], **quietly)
    if not found():
        sys.stderr.write("Installing Playwright's Chromium for the browser tests …\n")
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], stdout=sys.stderr, check=True)


def main() -> int:
    """Have a Chromium and print where it is."""
    if not found():
        install()
    path = found()
    sys.stdout.write(f"{path}\n" if path else "")
    return 0 if path else 1


if __name__ == "__main__":
    sys.exit(main())
