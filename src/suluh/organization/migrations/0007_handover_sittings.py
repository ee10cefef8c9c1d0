import uuid
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('organization', '0006_first_passwords'),
    ]

    operations = [
        migrations.AddField(
            model_name='handover',
            name='sitting',
            field=models.UUIDField(db_index=True, default=uuid.uuid4, help_text='Shared by hand-overs recorded together; one record is signed for all.'),
        ),
        migrations.RunSQL("UPDATE organization_handover SET sitting = gen_random_uuid()", migrations.RunSQL.noop),
    ]
