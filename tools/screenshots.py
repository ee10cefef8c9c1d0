"""Take the pictures of the README anew: the same browser and the same made-up regency as the tests."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

if __name__ == "__main__":
    run = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "tests/browser/shots.py"]
    sys.exit(subprocess.run(run, cwd=ROOT, check=False).returncode)
