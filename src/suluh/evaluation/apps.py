"""Django entry of the judging room."""

from typing import Any

from django.apps import AppConfig
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class EvaluationConfig(AppConfig):
    """Instruments, scores, ranks."""

    name = "suluh.evaluation"
    verbose_name = _("Judge")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Compute standings anew whenever a sweep has ended."""
        from suluh.monitoring.signals import sweep_finished

        sweep_finished.connect(_standings_after_sweep, dispatch_uid="evaluation.standings")


def _standings_after_sweep(sender: object, **_: Any) -> None:  # noqa: ARG001 - a signal names its sender
    from suluh.evaluation.services import standings_compute

    standings_compute(today=timezone.localdate())
