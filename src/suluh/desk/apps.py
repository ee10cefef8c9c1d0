"""Django entry of the officers' shell."""

from django.apps import AppConfig


class DeskConfig(AppConfig):
    """Layout, navigation, components, sign-in pages."""

    name = "suluh.desk"
