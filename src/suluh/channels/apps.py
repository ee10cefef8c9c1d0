"""Django entry of the channels."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ChannelsConfig(AppConfig):
    """Connected accounts and sites, their access, and what is delivered to them."""

    name = "suluh.channels"
    verbose_name = _("Channels")
    default_auto_field = "django.db.models.BigAutoField"
