"""Django entry of the deadlines."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DeadlinesConfig(AppConfig):
    """Calendars as versioned rows, legal clocks of cases, reminders, the public calculator."""

    name = "suluh.deadlines"
    verbose_name = _("Deadlines")
    default_auto_field = "django.db.models.BigAutoField"
