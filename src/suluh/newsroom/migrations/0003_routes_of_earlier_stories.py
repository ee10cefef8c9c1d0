"""Stories sent before there were steps wait at the desk, with the promise of a day."""

from django.db import migrations

ROUTES = """
UPDATE newsroom_story
   SET route = jsonb_build_array(jsonb_build_object(
           'name', 'Meja redaksi', 'unit', unit_id, 'roles', jsonb_build_array('coordinator', 'admin'),
           'quorum', 1, 'hours', 24, 'vacant', false)),
       waits_unit_id = unit_id,
       waits_roles = ARRAY['coordinator', 'admin'],
       waits_since = submitted_at,
       promised_at = submitted_at + interval '24 hours'
 WHERE route = '[]'
"""


class Migration(migrations.Migration):
    dependencies = [("newsroom", "0002_steps_charter_comments")]

    operations = [migrations.RunSQL(ROUTES, migrations.RunSQL.noop, elidable=True)]
