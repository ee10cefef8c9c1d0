
import django.contrib.postgres.indexes
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('disclosure', '0003_requests'),
    ]

    operations = [
        migrations.CreateModel(
            name='Lexeme',
            fields=[
                ('word', models.CharField(max_length=200, primary_key=True, serialize=False)),
                ('items', models.PositiveIntegerField()),
            ],
            options={
                'indexes': [django.contrib.postgres.indexes.GistIndex(django.contrib.postgres.indexes.OpClass(models.F('word'), name='gist_trgm_ops'), name='lexeme_near')],
            },
        ),
    ]
