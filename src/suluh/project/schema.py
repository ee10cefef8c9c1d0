"""Whether the database has the shape that this version of the program needs."""

from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.recorder import MigrationRecorder

from suluh.project.database.cluster import create_extensions


def pending_migrations() -> list[str]:
    """Names of the steps that the database still lacks, as "app.step"."""
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return [f"{step.app_label}.{step.name}" for step, _ in plan]


def unknown_migrations() -> list[str]:
    """Steps that the database has taken and this version does not know: a newer version wrote it."""
    executor = MigrationExecutor(connection)
    ours = {step.app_label for step in executor.loader.disk_migrations.values()}
    known = set(executor.loader.disk_migrations) | set(executor.loader.replacements)
    applied = MigrationRecorder(connection).applied_migrations()
    return sorted(f"{app}.{name}" for app, name in applied if app in ours and (app, name) not in known)


def schema_bring_up(*, verbosity: int = 0) -> list[str]:
    """Create the extensions and take every missing step. Returns the steps taken."""
    connection.ensure_connection()
    create_extensions(connection.connection)
    steps = pending_migrations()
    call_command("migrate", interactive=False, verbosity=verbosity)
    return steps
