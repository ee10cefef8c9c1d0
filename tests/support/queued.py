"""Jobs that a deed has queued, run as a worker would."""

from __future__ import annotations

from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob


def run_queued(*names: str) -> int:
    """Run the waiting jobs of these tasks in order; how many there were."""
    jobs = ProcrastinateJob.objects.filter(task_name__in=names, status="todo").order_by("id")
    for job in jobs:
        app.tasks[job.task_name].func(**job.args)
    return len(jobs)
