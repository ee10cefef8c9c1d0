"""Debian's WordPress with its PHP and MariaDB, unpacked into a folder: nothing is installed, no service is touched.

Packages come from the machine's own Debian 12 archive, checked by apt's signatures, as anybody.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
from pathlib import Path

from tests.peers.missing import Missing

RELEASE = "12"
PINNED = {"wordpress": "6.1.", "php8.2-cli": "8.2.", "mariadb-server-core": "1:10.11."}
"""Versions as the release has them; security updates change only what follows."""
PACKAGES = (
    *PINNED,
    "wordpress-theme-twentytwentythree", "php8.2-common", "php8.2-mysql", "php8.2-gd", "php8.2-opcache", "php-getid3",
    "libjs-prototype", "libjs-scriptaculous", "libjs-cropper", "libjs-underscore", "libjs-jquery",
    "mariadb-client-core", "libmariadb3", "mariadb-common", "mysql-common", "libaio1", "liburing2",
    "libargon2-1", "libsodium23", "libgd3", "libonig5", "libpcre2-8-0", "libedit2",
)  # fmt: skip


class Tree:
    """The unpacked packages: programs, their libraries, PHP's extensions."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.wordpress = root / "usr/share/wordpress"
        self.environ = os.environ | {"LD_LIBRARY_PATH": str(next(root.glob("usr/lib/*-linux-gnu")))}

    @property
    def php(self) -> list[str]:
        """PHP with the extensions that WordPress needs, and nothing of the system's settings."""
        folder = next(self.root.glob("usr/lib/php/2*"))
        names = ("mysqlnd", "mysqli", "ctype", "exif", "fileinfo", "gd", "iconv", "phar", "posix", "tokenizer")
        loaded = [f"-dextension={folder / name}.so" for name in names]
        include = f"-dinclude_path=.:{self.root / 'usr/share/php'}"
        return [str(self.root / "usr/bin/php8.2"), "-n", *loaded, include, "-dmemory_limit=256M"]

    def program(self, name: str) -> str:
        """Where a program lies."""
        return str(self.root / name)


def tree(cache: Path) -> Tree:
    """The unpacked packages, fetched when they are not in `cache` yet.

    Raises:
        Missing: this is no Debian 12, or its archive cannot be reached.
    """
    root = cache / "debian"
    ready, wanted = root / "ready", json.dumps([PINNED, PACKAGES])
    if not ready.exists() or ready.read_text(encoding="utf-8") != wanted:
        shutil.rmtree(root, ignore_errors=True)
        shutil.rmtree(cache / "packages", ignore_errors=True)
        _fetch(cache / "packages", root)
        ready.write_text(wanted, encoding="utf-8")
    return Tree(root)


def _fetch(packages: Path, root: Path) -> None:
    release = Path("/etc/os-release").read_text(encoding="utf-8") if Path("/etc/os-release").exists() else ""
    if f'VERSION_ID="{RELEASE}"' not in release or "ID=debian" not in release or not shutil.which("apt-get"):
        raise Missing("WordPress", f"Debian {RELEASE} with apt-get; its packages hold the WordPress that is tested")
    packages.mkdir(parents=True, exist_ok=True)
    system = ["-o", "APT::Sandbox::User=", "-o", "Acquire::Retries=5"]
    try:
        _download(packages, system)
    except Missing:
        # no lists on this machine, or so old ones that what they name has been replaced since
        _download(packages, _own_lists(packages, system))
    found = sorted(packages.glob("*.deb"))
    for package in found:
        _run(["dpkg-deb", "-x", str(package), str(root)], packages, "dpkg-deb")
    # apt has held each against the archive's signed sums; what was taken is written down beside it
    sums = [f"{hashlib.sha256(package.read_bytes()).hexdigest()}  {package.name}\n" for package in found]
    (root / "SHA256SUMS").write_text("".join(sums), encoding="utf-8")


def _download(packages: Path, options: list[str]) -> None:
    for name, version in PINNED.items():
        if not _candidate(name, options).startswith(version):
            raise Missing("WordPress", f"{name} {version}* in the machine's Debian archive")
    _run(["apt-get", *options, "download", *PACKAGES], packages, "Debian's archive, reachable with apt-get")


def _own_lists(folder: Path, options: list[str]) -> list[str]:
    """apt's options for lists of our own, which anybody may fetch."""
    (folder / "lists/partial").mkdir(parents=True, exist_ok=True)
    own = [*options, "-o", f"Dir::State::lists={folder / 'lists'}", "-o", f"Dir::Cache={folder}"]
    _run(["apt-get", *own, "update", "-q"], folder, "Debian's archive, reachable with apt-get")
    return own


def _candidate(name: str, options: list[str]) -> str:
    said = subprocess.run(["apt-cache", *options, "policy", name], capture_output=True, text=True, check=False).stdout
    found = re.search(r"Candidate: (\S+)", said)
    return "" if found is None or found[1] == "(none)" else found[1]


def _run(command: list[str], folder: Path, needed: str) -> None:
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        raise Missing("WordPress", f"{needed} ({done.stderr.strip().splitlines()[-1:] or done.returncode})")
