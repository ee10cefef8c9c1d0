
import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('disclosure', '0001_search'),
        ('organization', '0004_information_roles'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Decree',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.CharField(max_length=80)),
                ('day', models.DateField()),
                ('state', models.CharField(choices=[('draft', 'In preparation'), ('sent', 'Waits for the superior'), ('approved', 'In force')], default='draft', max_length=10)),
                ('sent_at', models.DateTimeField(blank=True, null=True)),
                ('approved_at', models.DateTimeField(blank=True, null=True)),
                ('note', models.TextField(blank=True, help_text='Why the superior returned it.', max_length=2000)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('approved_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='decrees', to='organization.unit')),
                ('prepared_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('previous', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='following', to='disclosure.decree')),
            ],
            options={
                'ordering': ['-day', '-id'],
                'constraints': [
                    models.UniqueConstraint(fields=('body', 'number'), name='decree_number_is_used_once'),
                    models.UniqueConstraint(condition=models.Q(('state__in', ['draft', 'sent'])), fields=('body',), name='decree_is_prepared_one_at_a_time'),
                    models.CheckConstraint(condition=models.Q(models.Q(('state', 'approved'), _negated=True), ('approved_at__isnull', False), _connector='OR'), name='decree_in_force_was_approved'),
                ],
            },
        ),
        migrations.CreateModel(
            name='Item',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(help_text='Its number in the list; the address for good.', max_length=40, unique=True)),
                ('state', models.CharField(choices=[('proposed', 'Proposed'), ('published', 'Published'), ('withdrawn', 'Taken off the list'), ('excluded', 'Excluded')], default='proposed', max_length=10)),
                ('origin', models.CharField(choices=[('form', 'Form'), ('sheet', 'Sheet'), ('api', 'Api'), ('found', 'Found'), ('request', 'Request')], default='form', max_length=8)),
                ('outside_id', models.CharField(blank=True, help_text='Its name in the system that pushed it.', max_length=120)),
                ('title', models.CharField(max_length=300)),
                ('summary', models.TextField(blank=True, max_length=4000)),
                ('category', models.CharField(blank=True, choices=[('berkala', 'Periodic'), ('serta-merta', 'Immediate'), ('setiap-saat', 'At any time')], max_length=12)),
                ('law_code', models.CharField(blank=True, max_length=12)),
                ('holder', models.CharField(blank=True, max_length=200)),
                ('responsible', models.CharField(blank=True, max_length=200)),
                ('made_on', models.DateField(blank=True, null=True)),
                ('made_at', models.CharField(blank=True, max_length=120)),
                ('softcopy', models.BooleanField(default=True)),
                ('hardcopy', models.BooleanField(default=False)),
                ('retention', models.CharField(blank=True, max_length=120)),
                ('link', models.URLField(blank=True, max_length=500)),
                ('sort_key', models.CharField(help_text='Folded title; lists sort by it.', max_length=300)),
                ('search', models.GeneratedField(db_persist=True, expression=models.Func('title', 'summary', function='public.suluh_words'), output_field=django.contrib.postgres.search.SearchVectorField())),
                ('version', models.PositiveIntegerField(default=0, help_text='Number of the version that a decree fixed.')),
                ('published_at', models.DateTimeField(blank=True, null=True)),
                ('refresh_due', models.DateField(blank=True, null=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('changed_at', models.DateTimeField(auto_now=True)),
                ('decree', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='items', to='disclosure.decree')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='items', to='organization.unit')),
            ],
            options={
                'ordering': ['sort_key', 'id'],
                'indexes': [
                    models.Index(condition=models.Q(('state', 'published')), fields=['sort_key', 'id'], name='item_public_sort'),
                    models.Index(condition=models.Q(('state', 'published')), fields=['category', 'sort_key', 'id'], name='item_public_category'),
                    models.Index(fields=['unit', 'sort_key', 'id'], name='item_unit_sort'),
                    models.Index(fields=['changed_at', 'id'], name='item_changed'),
                    django.contrib.postgres.indexes.GinIndex(fields=['search'], name='item_search'),
                ],
                'constraints': [
                    models.CheckConstraint(condition=models.Q(models.Q(('state', 'published'), _negated=True), ('published_at__isnull', False), _connector='OR'), name='item_published_has_a_day'),
                    models.UniqueConstraint(condition=models.Q(('outside_id', ''), _negated=True), fields=('unit', 'outside_id'), name='item_is_pushed_once'),
                ],
            },
        ),
        migrations.CreateModel(
            name='ItemVersion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField()),
                ('content', models.JSONField(help_text='ItemContent as JSON.')),
                ('removal', models.BooleanField(default=False, help_text='Proposes to take the item off the list.')),
                ('state', models.CharField(choices=[('proposed', 'Waits for review'), ('returned', 'Returned for mending'), ('accepted', 'Waits for the decree'), ('fixed', 'Fixed by decree'), ('dropped', 'Dropped')], default='proposed', max_length=10)),
                ('proposed_at', models.DateTimeField(auto_now_add=True)),
                ('reviewed_at', models.DateTimeField(blank=True, null=True)),
                ('note', models.TextField(blank=True, help_text='What the reviewer asks to be mended.', max_length=2000)),
                ('item', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='versions', to='disclosure.item')),
                ('proposed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('reviewed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['-number'],
                'indexes': [
                    models.Index(fields=['state', 'proposed_at'], name='item_version_waiting'),
                ],
                'constraints': [
                    models.UniqueConstraint(fields=('item', 'number'), name='item_version_number'),
                    models.UniqueConstraint(condition=models.Q(('state__in', ['proposed', 'returned', 'accepted'])), fields=('item',), name='item_has_one_open_version'),
                ],
            },
        ),
        migrations.CreateModel(
            name='DecreeLine',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('change', models.CharField(choices=[('added', 'New'), ('changed', 'Changed'), ('kept', 'Unchanged'), ('removed', 'Taken off the list')], max_length=8)),
                ('decree', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='lines', to='disclosure.decree')),
                ('item', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='lines', to='disclosure.item')),
                ('version', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='lines', to='disclosure.itemversion')),
            ],
            options={
                'ordering': ['id'],
                'indexes': [
                    models.Index(fields=['decree', 'change', 'id'], name='decree_line_change'),
                ],
                'constraints': [
                    models.UniqueConstraint(fields=('decree', 'item'), name='decree_names_an_item_once'),
                ],
            },
        ),
    ]
