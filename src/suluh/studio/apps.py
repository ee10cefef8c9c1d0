"""Django entry of the studio."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class StudioConfig(AppConfig):
    """Media of officers, encoded anew by us, and their renditions."""

    name = "suluh.studio"
    verbose_name = _("Studio")
    default_auto_field = "django.db.models.BigAutoField"
