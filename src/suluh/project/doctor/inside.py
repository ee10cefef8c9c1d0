"""What only the running database can tell: schema, workers, jobs, the newest record. Needs Django."""

from collections.abc import Iterator
from datetime import timedelta

from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob, ProcrastinateWorker

from suluh.channels.selectors.seals import channels_sealed_before
from suluh.organization.models import Event
from suluh.project.config import Config
from suluh.project.health import worker_is_alive
from suluh.project.schema import pending_migrations, unknown_migrations

from .diagnosis import Diagnosis, bad, good, note
from .outside import clock


def inside_diagnoses(config: Config) -> Iterator[Diagnosis]:
    """Look at schema, workers, jobs and times."""
    missing, newer = pending_migrations(), unknown_migrations()
    if newer:
        yield bad("skema", "Basis data sudah dipakai Suluh yang lebih baru. Pasang versi itu.")
    elif missing:
        yield bad("skema", f"{len(missing)} langkah kurang. Jalankan 'suluh upgrade'.")
        return
    else:
        yield good("skema", "Sesuai versi ini.")
    yield workers(config)
    yield jobs()
    yield seals()
    latest = Event.objects.order_by("-at").values_list("at", flat=True).first()
    yield clock(timezone.now(), latest)


def workers(config: Config) -> Diagnosis:
    """Whether any worker gives signs of life."""
    if worker_is_alive():
        return good("pekerja", "Memberi tanda hidup.")
    last = ProcrastinateWorker.objects.order_by("-last_heartbeat").values_list("last_heartbeat", flat=True).first()
    since = f" sejak {last:%Y-%m-%d %H:%M} UTC" if last else ""
    return bad(
        "pekerja",
        f"Tidak ada tanda hidup{since} (batas {config.worker_silence} detik): sapuan dan surel berhenti. "
        "Jalankan 'suluh serve', atau 'suluh worker'.",
    )


def seals() -> Diagnosis:
    """Whether tokens of channels still need an older line of the sealing key."""
    older = len(channels_sealed_before())
    if older:
        return note("segel", f"{older} token kanal memakai kunci lama. Jalankan 'suluh manage reseal_tokens'.")
    return good("segel", "Semua token kanal memakai kunci terbaru.")


def jobs() -> Diagnosis:
    """Jobs that failed for good, and jobs that should have begun long ago."""
    late = timezone.now() - timedelta(minutes=15)
    waiting = ProcrastinateJob.objects.filter(status="todo", scheduled_at__lt=late).count()
    failed = ProcrastinateJob.objects.filter(status="failed").count()
    if waiting:
        return bad("antrean", f"{waiting} pekerjaan menunggu lebih dari 15 menit. Tambah pekerja atau lihat lognya.")
    if failed:
        return note("antrean", f"{failed} pekerjaan gagal dan tidak diulang; alasannya ada di log pekerja.")
    return good("antrean", "Tidak ada yang tertunda.")
