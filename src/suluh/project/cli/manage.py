"""`suluh manage`: any Django management command."""

import os
import sys


def app(args: list[str], prog_name: str) -> None:
    """Hand the words to Django as they are."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "suluh.project.settings")
    from django.core.management import execute_from_command_line

    execute_from_command_line([prog_name, *args] if args else [prog_name, "help"])
    sys.exit(0)
