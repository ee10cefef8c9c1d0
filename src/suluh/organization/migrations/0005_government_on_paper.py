

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('organization', '0004_information_roles'),
    ]

    operations = [
        migrations.RenameField(
            model_name='government',
            old_name='letterhead',
            new_name='address',
        ),
        migrations.AlterField(
            model_name='government',
            name='address',
            field=models.TextField(blank=True, help_text='Postal address, one line a line of the letterhead.'),
        ),
        migrations.AddField(
            model_name='government',
            name='contact',
            field=models.CharField(blank=True, help_text='Telephone, mail and site on one line.', max_length=200),
        ),
        migrations.AddField(
            model_name='government',
            name='kind',
            field=models.CharField(choices=[('regency', 'Regency'), ('city', 'City'), ('province', 'Province')], default='regency', max_length=12),
        ),
        migrations.AddField(
            model_name='government',
            name='office',
            field=models.CharField(blank=True, help_text='The office named on letters and reports.', max_length=160),
        ),
        migrations.AlterField(
            model_name='government',
            name='zone',
            field=models.CharField(choices=[('Asia/Jakarta', 'Western Indonesia (WIB)'), ('Asia/Makassar', 'Central Indonesia (WITA)'), ('Asia/Jayapura', 'Eastern Indonesia (WIT)')], default='Asia/Jakarta', max_length=40),
        ),
        migrations.AddConstraint(
            model_name='government',
            constraint=models.CheckConstraint(condition=models.Q(('zone__in', ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'])), name='government_zone_is_known'),
        ),
        migrations.AddConstraint(
            model_name='government',
            constraint=models.CheckConstraint(condition=models.Q(('primary_color', ''), ('primary_color__regex', '^#[0-9a-f]{6}$'), _connector='OR'), name='government_colour_is_a_colour'),
        ),
    ]
