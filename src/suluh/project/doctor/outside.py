"""What the installation shows and needs outside: mail, TLS, the clock."""

import shutil
import smtplib
import subprocess
from collections.abc import Iterator
from datetime import datetime, timedelta
from urllib.parse import unquote, urlsplit

from suluh.disclosure.mail.mailbox import MailboxAddress, MailboxFault, mailbox_open
from suluh.project.config import Config

from .diagnosis import Diagnosis, bad, good, note

LOOPBACK = {"127.0.0.1", "::1", "localhost"}
PATIENCE = 8.0
TOLERANCE = timedelta(minutes=2)


def outside_diagnoses(config: Config) -> Iterator[Diagnosis]:
    """Look at mail, the mailbox and TLS."""
    yield mail(config.mail_url)
    if config.intake_url:
        yield mailbox(config.intake_url)
    yield tls(config)
    yield from clock_source()


def mail(url: str) -> Diagnosis:
    """Whether the mail server takes our name and password."""
    if not url:
        return note("surel", "SULUH_MAIL_URL kosong: surel hanya ditulis ke folder outbox dan tidak terkirim.")
    parts = urlsplit(url)
    host = parts.hostname or ""
    try:
        if parts.scheme == "smtps":
            server: smtplib.SMTP = smtplib.SMTP_SSL(host, parts.port or 465, timeout=PATIENCE)
        else:
            server = smtplib.SMTP(host, parts.port or (587 if parts.scheme == "smtp" else 25), timeout=PATIENCE)
        with server:
            if parts.scheme == "smtp":
                server.starttls()
            if parts.username:
                server.login(unquote(parts.username), unquote(parts.password or ""))
            server.noop()
    except (OSError, smtplib.SMTPException) as fault:
        return bad("surel", f"Server surel {host} menolak atau tidak menjawab ({fault}). Periksa SULUH_MAIL_URL.")
    return good("surel", f"Server surel {host} menerima sambungan.")


def mailbox(url: str) -> Diagnosis:
    """Whether the mailbox that requests come into can be opened; nothing in it is read or marked."""
    try:
        with mailbox_open(MailboxAddress.from_url(url)):
            pass
    except (MailboxFault, ValueError) as fault:
        return bad(
            "kotak surat", f"Permohonan lewat surel tidak masuk: {fault}. Periksa SULUH_INTAKE_URL dan server surelnya."
        )
    return good("kotak surat", "Kotak surat permohonan dapat dibuka.")


def tls(config: Config) -> Diagnosis:
    """Whether people reach the site over TLS."""
    if config.https and not config.proxies:
        return note(
            "TLS",
            "HTTPS aktif, tetapi SULUH_PROXIES=0: semua pengunjung di belakang proksi terhitung satu alamat, sehingga "
            "batas percobaan masuk mengenai semuanya. Atur SULUH_PROXIES=1.",
        )
    if config.https:
        return good("TLS", "HTTPS aktif: kuki aman dan HSTS dikirim.")
    base = urlsplit(config.base_url).hostname or ""
    if config.listen in LOOPBACK and (not base or base in LOOPBACK or base.endswith(".localhost")):
        return note("TLS", "Tanpa TLS; hanya untuk dibuka dari mesin ini. Untuk umum lihat docs/admin/tls.md.")
    return bad("TLS", "Situs dibuka tanpa TLS: sandi dapat disadap. Pasang TLS (docs/admin/tls.md), SULUH_HTTPS=true.")


def clock_source() -> Iterator[Diagnosis]:
    """Whether the system keeps its clock by a time server, where it can tell."""
    if not shutil.which("timedatectl"):
        return
    command = ["timedatectl", "show", "--property=NTPSynchronized", "--value"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode == 0 and done.stdout.strip() == "no":
        yield note("jam", "Jam mesin tidak disamakan dengan server waktu. Jalankan: timedatectl set-ntp true")


def clock(now: datetime, newest: datetime | None) -> Diagnosis:
    """`newest`: the latest moment that anything was recorded at; it cannot lie ahead of `now`."""
    if newest is not None and newest - now > TOLERANCE:
        return bad(
            "jam",
            f"Jam mesin ({now:%Y-%m-%d %H:%M} UTC) tertinggal dari catatan terakhir ({newest:%Y-%m-%d %H:%M} UTC). "
            "Betulkan jam sebelum bekerja.",
        )
    return good("jam", f"Jam mesin {now:%Y-%m-%d %H:%M} UTC, tidak tertinggal dari catatan.")
