"""Sweeps and their frontier: which site is to be visited, by whom, and what its state is now."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from suluh.organization.models import Site


class Sweep(models.Model):
    """One round of visits over chosen sites."""

    class Cause(models.TextChoices):
        """Why it was started."""

        SCHEDULE = "schedule"
        PERSON = "person"
        COMMAND = "command"

    cause = models.CharField(max_length=10, choices=Cause.choices)
    started_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)
    sites = models.PositiveIntegerField(default=0)
    alive = models.PositiveIntegerField(default=0)
    dead = models.PositiveIntegerField(default=0)
    requests = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return f"sweep {self.pk}"


class Server(models.Model):
    """A resolved address. One engine at a time holds its token, so caps hold across workers."""

    address = models.CharField(max_length=60, unique=True)
    holder = models.CharField(max_length=80, blank=True)
    held_until = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return self.address


class Visit(models.Model):
    """A place in a sweep's frontier, and afterwards the record that the site was visited once in it."""

    class State(models.TextChoices):
        """Where the visit stands."""

        WAITING = "waiting"
        LEASED = "leased"
        AGAIN = "again"  # seemed dead: tried again later in the same sweep
        DONE = "done"

    sweep = models.ForeignKey(Sweep, on_delete=models.CASCADE, related_name="visits")
    site = models.ForeignKey(Site, on_delete=models.CASCADE, related_name="visits")
    server_key = models.CharField(max_length=253, help_text="Groups sites that share a server: address, else host.")
    state = models.CharField(max_length=8, choices=State.choices, default=State.WAITING)
    holder = models.CharField(max_length=80, blank=True)
    leased_until = models.DateTimeField(null=True)
    not_before = models.DateTimeField(null=True)
    tries = models.PositiveSmallIntegerField(default=0)
    lapses = models.PositiveSmallIntegerField(default=0, help_text="Leases that ran out because the engine died.")
    done_at = models.DateTimeField(null=True)
    alive = models.BooleanField(null=True)
    reason = models.CharField(max_length=20, blank=True)
    requests = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["sweep", "site"], name="site_is_visited_once_a_sweep")]
        indexes = [
            models.Index(fields=["sweep", "server_key", "id"], name="visit_open", condition=~Q(state="done")),
            models.Index(fields=["site", "-id"], name="visit_site"),
        ]

    def __str__(self) -> str:
        return f"{self.site} in {self.sweep}"


class SiteState(models.Model):
    """What is known of a site now; one row a site, overwritten by each sweep."""

    site = models.OneToOneField(Site, on_delete=models.CASCADE, related_name="state", primary_key=True)
    checked_at = models.DateTimeField(null=True)
    first_checked_at = models.DateTimeField(null=True)
    observations = models.PositiveIntegerField(default=0)
    alive = models.BooleanField(null=True)
    reason = models.CharField(max_length=20, blank=True)
    alive_since = models.DateTimeField(null=True, help_text="Since when `alive` has its present value.")
    http_status = models.PositiveSmallIntegerField(null=True)
    final_url = models.CharField(max_length=500, blank=True)
    address = models.CharField(max_length=60, blank=True)
    tls = models.CharField(max_length=16, blank=True)
    tls_days_left = models.IntegerField(null=True)
    cms = models.CharField(max_length=16, blank=True)
    feed = models.CharField(max_length=500, blank=True)
    last_post = models.DateField(null=True)
    posts_30 = models.PositiveIntegerField(default=0, help_text="Items of the last 30 days.")
    active_weeks_26 = models.PositiveSmallIntegerField(default=0)
    watched_weeks_26 = models.PositiveSmallIntegerField(default=0, help_text="Of the last 26 weeks, those not 'x'.")
    items_found = models.PositiveSmallIntegerField(default=0)
    items_total = models.PositiveSmallIntegerField(default=0)
    open_findings = models.PositiveSmallIntegerField(default=0)
    worst = models.CharField(max_length=24, blank=True, help_text="Code of the gravest open finding.")
    load_seconds = models.FloatField(null=True)
    weeks = models.CharField(
        max_length=60,
        blank=True,
        help_text="52 characters, one a week, oldest first: 0-9 items (9 = nine or more), x = not observed.",
    )
    weeks_from = models.DateField(null=True, help_text="Monday of the first character of `weeks`.")
    server_key = models.CharField(max_length=253, blank=True)

    def __str__(self) -> str:
        return f"state of {self.site_id}"


class VisitMemory(models.Model):
    """What the last visit to a site left for the next. Apart from the state, which pages read by the thousand."""

    site = models.OneToOneField(Site, on_delete=models.CASCADE, related_name="memory", primary_key=True)
    data = models.JSONField(default=dict)
