"""Two addresses for whoever watches this server: is the process alive, and can it serve."""

from datetime import timedelta

import structlog
from django.db import Error as DatabaseFault
from django.db import connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from procrastinate.contrib.django.models import ProcrastinateWorker

from suluh.project.config import config
from suluh.project.schema import pending_migrations

log = structlog.get_logger("suluh.health")


@never_cache
@require_safe
def live(_request: HttpRequest) -> HttpResponse:
    """Answer while the process runs; touches nothing."""
    return HttpResponse("ok\n", content_type="text/plain")


@never_cache
@require_safe
def ready(_request: HttpRequest) -> JsonResponse:
    """Answer 200 when database, schema and workers are as they must be, else 503 with what is wrong."""
    parts = {"database": False, "schema": False, "worker": False}
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        parts["database"] = True
        parts["schema"] = not pending_migrations()
        parts["worker"] = worker_is_alive()
    except DatabaseFault as fault:
        log.warning("not ready", reason=str(fault))
    return JsonResponse(parts, status=200 if all(parts.values()) else 503)


def worker_is_alive() -> bool:
    """Whether any worker gave a sign of life within the time SULUH_WORKER_SILENCE."""
    from django.utils import timezone

    since = timezone.now() - timedelta(seconds=config().worker_silence)
    return ProcrastinateWorker.objects.filter(last_heartbeat__gte=since).exists()
