"""Open objections are found by an index of their own."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("disclosure", "0017_mails"), ("organization", "0001_initial")]

    operations = [
        migrations.AddIndex(
            model_name="objection",
            index=models.Index(
                fields=["body", "id"],
                condition=models.Q(("state__in", ["running", "lapsed", "disputed"])),
                name="objection_open",
            ),
        ),
    ]
