"""Make .venv and put the pinned uv into it, with nothing but Python itself; `make` calls this.

Works without uv, pip or the venv package of the system: where the system's Python cannot give the environment a pip,
one pinned pip is fetched and checked by its digest.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import urllib.request
from pathlib import Path

UV_VERSION = "0.13.9"
PIP_WHEEL = (
    "https://files.pythonhosted.org/packages/07/25/"
    "ee8c38ae72d66b844ce8eb9711ba905dba21ca1a8a0c960057c41cd23337/pip-26.3-py3-none-any.whl"
)
PIP_DIGEST = "f3b60b20ffaadd4415ed7957212a38ac63fa4c5fa375bd0f4a797777940fad13"

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / ".venv"
PYTHON = FOLDER / "bin" / "python"
UV = FOLDER / "bin" / "uv"


def main() -> int:
    """Make the environment, then let uv install exactly what the lock file names."""
    if sys.version_info < (3, 11):
        sys.stderr.write(f"Suluh needs Python 3.11 or newer; {sys.executable} is {sys.version.split()[0]}.\n")
        return 1
    if not runs(PYTHON):
        make_environment()
    if uv_version() != UV_VERSION:
        install_uv()
    environment = {**os.environ, "UV_PYTHON_DOWNLOADS": "never", "UV_PROJECT_ENVIRONMENT": str(FOLDER)}
    command = [str(UV), "sync", "--frozen", "--quiet", "--compile-bytecode", *sys.argv[1:]]
    done = subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode
    return done or compile_own()


def compile_own() -> int:
    """Bytecode of our own modules, so that commands start fast also where Python may not write it."""
    return subprocess.run([str(PYTHON), "-m", "compileall", "-q", str(ROOT / "src")], check=False).returncode


def runs(program: Path) -> bool:
    """Whether the program exists and starts."""
    return program.exists() and subprocess.run([program, "-V"], capture_output=True, check=False).returncode == 0


def make_environment() -> None:
    """A fresh .venv, with pip where the system's Python has one to give."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    make = [sys.executable, "-m", "venv", str(FOLDER)]
    if subprocess.run(make, capture_output=True, check=False).returncode:
        shutil.rmtree(FOLDER, ignore_errors=True)
        subprocess.run([*make, "--without-pip"], check=True)


def uv_version() -> str:
    """The version of uv in .venv, empty when there is none."""
    if not UV.exists():
        return ""
    said = subprocess.run([UV, "--version"], capture_output=True, text=True, check=False).stdout.split()
    return said[1] if len(said) > 1 else ""


def install_uv() -> None:
    """Install the pinned uv with pip, or with a fetched pip."""
    pip = [str(PYTHON), "-m", "pip"]
    if subprocess.run([*pip, "--version"], capture_output=True, check=False).returncode:
        pip = [str(PYTHON), f"{fetched_pip()}/pip"]
    subprocess.run([*pip, "install", "--quiet", "--disable-pip-version-check", f"uv=={UV_VERSION}"], check=True)


def fetched_pip() -> Path:
    """The pinned pip wheel, which runs without being installed."""
    with urllib.request.urlopen(PIP_WHEEL, timeout=120) as answer:
        body = answer.read()
    if hashlib.sha256(body).hexdigest() != PIP_DIGEST:
        raise SystemExit("The fetched pip does not have the expected digest; nothing was installed.")
    file = FOLDER / PIP_WHEEL.rsplit("/", 1)[1]
    file.write_bytes(body)
    return file


if __name__ == "__main__":
    sys.exit(main())
