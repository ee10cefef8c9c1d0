"""Django entry of the citizens' face."""

from django.apps import AppConfig


class PortalConfig(AppConfig):
    """Frame and first page of what the public reads."""

    name = "suluh.portal"
