"""Django entry of the judging room."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EvaluationConfig(AppConfig):
    """Instruments, scores, ranks."""

    name = "suluh.evaluation"
    verbose_name = _("Judge")
    default_auto_field = "django.db.models.BigAutoField"
