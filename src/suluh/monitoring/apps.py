"""Django entry of the watch."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MonitoringConfig(AppConfig):
    """Sweeps, posts, evidence, findings, items."""

    name = "suluh.monitoring"
    verbose_name = _("Watch")
    default_auto_field = "django.db.models.BigAutoField"
