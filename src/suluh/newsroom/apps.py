"""Django entry of the newsroom."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NewsroomConfig(AppConfig):
    """Stories of units, edited at the desk, approved, delivered by the channels."""

    name = "suluh.newsroom"
    verbose_name = _("Newsroom")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Hear of what the channels show."""
        from suluh.newsroom.services.carrying import listen

        listen()
