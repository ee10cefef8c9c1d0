
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('disclosure', '0005_public_forms'),
        ('organization', '0006_first_passwords'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Exclusion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.CharField(max_length=80, unique=True)),
                ('state', models.CharField(choices=[('draft', 'Test being drawn up'), ('sent', 'Waits for the head'), ('force', 'Excluded'), ('replaced', 'Replaced by a change'), ('opened', 'Opened')], default='draft', max_length=8)),
                ('scope', models.CharField(choices=[('whole', 'The whole information'), ('part', 'A part; the rest stays public')], default='whole', max_length=5)),
                ('label', models.CharField(max_length=300)),
                ('exact', models.TextField(max_length=4000)),
                ('grounds', models.JSONField(default=list, help_text='Codes of refusal grounds: 17a to 17j.')),
                ('law_basis', models.TextField(max_length=2000)),
                ('harm', models.TextField(help_text='What follows when it is opened.', max_length=4000)),
                ('benefit', models.TextField(help_text='What is protected when it is closed.', max_length=4000)),
                ('testers', models.JSONField(default=list, help_text='Name, position and unit of each tester.')),
                ('tested_on', models.DateField()),
                ('tested_at', models.CharField(max_length=120)),
                ('starts_on', models.DateField()),
                ('ends_on', models.DateField(blank=True, help_text='Last day; empty where the head set no day.', null=True)),
                ('note', models.TextField(blank=True, help_text='Why the head returned it.', max_length=2000)),
                ('decree_number', models.CharField(blank=True, max_length=80)),
                ('decree_day', models.DateField(blank=True, null=True)),
                ('approved_at', models.DateTimeField(blank=True, null=True)),
                ('opened_at', models.DateTimeField(blank=True, null=True)),
                ('opened_reason', models.CharField(blank=True, max_length=300)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('approved_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('drawn_up_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('item', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='exclusions', to='disclosure.item')),
                ('replaces', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='replaced_by', to='disclosure.exclusion')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='exclusions', to='organization.unit')),
            ],
            options={
                'ordering': ['-created_at', '-id'],
                'indexes': [
                    models.Index(fields=['state', 'ends_on'], name='exclusion_end'),
                ],
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('ends_on__isnull', True), ('ends_on__gte', models.F('starts_on')), _connector='OR'), name='exclusion_ends_after_it_begins'),
                    models.CheckConstraint(condition=models.Q(models.Q(('state', 'force'), _negated=True), ('approved_at__isnull', False), _connector='OR'), name='exclusion_in_force_was_approved'),
                    models.UniqueConstraint(condition=models.Q(('scope', 'whole'), ('state', 'force')), fields=('item',), name='item_is_excluded_once'),
                ],
            },
        ),
        migrations.CreateModel(
            name='ItemFile',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=140)),
                ('stored', models.CharField(max_length=80, unique=True)),
                ('media_type', models.CharField(max_length=100)),
                ('size', models.PositiveIntegerField()),
                ('sha256', models.CharField(max_length=64)),
                ('public', models.BooleanField(default=True)),
                ('reason', models.CharField(blank=True, help_text='Why it is not public, or what was blackened.', max_length=300)),
                ('added_at', models.DateTimeField(auto_now_add=True)),
                ('added_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('item', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='files', to='disclosure.item')),
            ],
            options={
                'ordering': ['id'],
                'indexes': [
                    models.Index(fields=['item', 'public'], name='item_file_public'),
                ],
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('public', True), models.Q(('reason', ''), _negated=True), _connector='OR'), name='item_file_closed_says_why'),
                ],
            },
        ),
        migrations.CreateModel(
            name='SealedFile',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=140)),
                ('stored', models.CharField(max_length=80, unique=True)),
                ('sealed_key', models.TextField()),
                ('media_type', models.CharField(max_length=100)),
                ('size', models.PositiveIntegerField()),
                ('added_at', models.DateTimeField(auto_now_add=True)),
                ('added_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('exclusion', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='sealed_files', to='disclosure.exclusion')),
            ],
            options={
                'ordering': ['id'],
            },
        ),
    ]
