"""Django entry of the room of public information."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DisclosureConfig(AppConfig):
    """Items, files, decrees, exclusions; requests and objections."""

    name = "suluh.disclosure"
    verbose_name = _("Public information")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Hear of dates that have passed."""
        from suluh.disclosure.lapses import listen

        listen()
