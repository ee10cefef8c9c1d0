"""Django entry of the register."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class OrganizationConfig(AppConfig):
    """Units, people, roles, custody of accounts, sockets, audit trail."""

    name = "suluh.organization"
    verbose_name = _("Register")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Let every room offer what it has."""
        from .sockets import discover

        discover()
