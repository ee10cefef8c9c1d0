"""`suluh manage`: any Django management command."""

import sys

from suluh.project.startup import start_django


def app(args: list[str], prog_name: str) -> None:
    """Hand the words to Django as they are."""
    start_django(create=True)
    from django.core.management import execute_from_command_line

    execute_from_command_line([prog_name, *args] if args else [prog_name, "help"])
    sys.exit(0)
