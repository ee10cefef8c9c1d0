from django.db import migrations


class Migration(migrations.Migration):
    """Half of each page stays free, so that a change of the calendar writes new dates in place, without its indexes."""

    dependencies = [("deadlines", "0001_initial")]

    operations = [
        migrations.RunSQL(
            "ALTER TABLE deadlines_clock SET (fillfactor = 50)", "ALTER TABLE deadlines_clock RESET (fillfactor)"
        )
    ]
