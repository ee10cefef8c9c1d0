"""A cache that all web processes share."""

from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("organization", "0007_handover_sittings")]

    operations = [
        migrations.CreateModel(
            name="SharedEntry",
            fields=[
                ("cache_key", models.CharField(max_length=255, primary_key=True, serialize=False)),
                ("value", models.TextField()),
                ("expires", models.DateTimeField(db_index=True)),
            ],
            options={"db_table": "shared_cache"},
        ),
    ]
