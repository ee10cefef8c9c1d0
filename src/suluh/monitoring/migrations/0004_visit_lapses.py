"""How often an engine died while it held a visit."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("monitoring", "0003_visit_memory")]

    operations = [
        migrations.AddField(
            model_name="visit",
            name="lapses",
            field=models.PositiveSmallIntegerField(
                default=0, help_text="Leases that ran out because the engine died."
            ),
        ),
    ]
