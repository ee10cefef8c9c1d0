"""Housekeeping of the whole installation, every night after the sweep."""

from django.core.management import call_command
from django.utils import timezone
from procrastinate.contrib.django import app

from suluh.monitoring.services.retention import observations_forget
from suluh.organization.models import SharedEntry

JOB_DAYS = 30
"""Finished jobs stay visible this long; failed ones too, with their reason in the log."""


@app.periodic(cron="30 19 * * *")
@app.task(name="project.forget", queue="housekeeping", queueing_lock="project.forget")
def forget(timestamp: int) -> None:  # noqa: ARG001 - procrastinate hands it over
    """Remove observations past their term, sessions and counted tries that have run out."""
    observations_forget()
    call_command("clearsessions")
    SharedEntry.objects.filter(expires__lt=timezone.now()).delete()


@app.periodic(cron="45 19 * * *")
@app.task(name="project.jobs-forget", queue="housekeeping", queueing_lock="project.jobs-forget")
async def jobs_forget(timestamp: int) -> None:  # noqa: ARG001 - procrastinate hands it over
    """Remove jobs that ended long ago."""
    await app.job_manager.delete_old_jobs(nb_hours=JOB_DAYS * 24, include_failed=True)
