"""Django entry of the officers' shell."""

from django.apps import AppConfig


class DeskConfig(AppConfig):
    """Layout, navigation, components, error pages, language and colours."""

    name = "suluh.desk"
