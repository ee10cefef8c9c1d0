from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('channels', '0002_amendments'),
    ]

    operations = [
        migrations.AddField(
            model_name='channel',
            name='asked_at',
            field=models.DateTimeField(blank=True, help_text='When it was last asked; null for at once.', null=True),
        ),
        migrations.AddField(
            model_name='channel',
            name='doubt',
            field=models.CharField(blank=True, help_text='Why the last question brought no answer.', max_length=300),
        ),
        migrations.AddField(
            model_name='channel',
            name='ends_at',
            field=models.DateTimeField(blank=True, help_text='From then on a person has to connect again.', null=True),
        ),
        migrations.AddField(
            model_name='channel',
            name='fresh_until',
            field=models.DateTimeField(blank=True, help_text='The token is renewed by Suluh before.', null=True),
        ),
        migrations.AddField(
            model_name='channel',
            name='good_at',
            field=models.DateTimeField(blank=True, help_text='When the platform last let us in.', null=True),
        ),
    ]
