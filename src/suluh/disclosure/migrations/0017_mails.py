"""Mails that may become requests."""

from __future__ import annotations

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("disclosure", "0016_decree_print"),
        ("organization", "0007_handover_sittings"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="MailDraft",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "mark",
                    models.CharField(help_text="Digest of what the mail is known by; kept for good.", max_length=64),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "Waits for an officer"),
                            ("registered", "Registered as a request"),
                            ("aside", "Set aside"),
                        ],
                        default="waiting",
                        max_length=10,
                    ),
                ),
                ("sender", models.CharField(blank=True, max_length=254)),
                ("name", models.CharField(blank=True, max_length=160)),
                ("subject", models.CharField(blank=True, max_length=200)),
                ("text", models.TextField(blank=True)),
                (
                    "proven",
                    models.BooleanField(default=False, help_text="The mail server found the sender's domain proven."),
                ),
                ("why_aside", models.CharField(blank=True, max_length=300)),
                ("came_at", models.DateTimeField(auto_now_add=True)),
                ("settled_at", models.DateTimeField(blank=True, null=True)),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organization.unit"
                    ),
                ),
                (
                    "request",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="mail_draft",
                        to="disclosure.informationrequest",
                    ),
                ),
                (
                    "settled_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["id"],
                'indexes': [
                    models.Index(
                condition=models.Q(("state", "waiting")), fields=["body", "id"], name="mail_draft_waiting"
            ),
                ],
                'constraints': [
                    models.UniqueConstraint(fields=("body", "mark"), name="mail_draft_comes_once"),
                    models.CheckConstraint(
                condition=models.Q(
                    models.Q(("settled_at__isnull", True), ("state", "waiting")),
                    models.Q(
                        ("name", ""),
                        ("sender", ""),
                        ("settled_at__isnull", False),
                        ("state__in", ("registered", "aside")),
                        ("text", ""),
                    ),
                    _connector="OR",
                ),
                name="mail_draft_settled_is_empty",
            ),
                ],
            },
        ),
        migrations.CreateModel(
            name="MailFile",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=200)),
                ("stored", models.CharField(blank=True, max_length=120)),
                ("size", models.PositiveIntegerField()),
                ("refused", models.CharField(blank=True, max_length=300)),
                (
                    "draft",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="files", to="disclosure.maildraft"
                    ),
                ),
            ],
            options={
                "ordering": ["id"],
            },
        ),
    ]
