"""The database itself keeps events from being changed or removed; values may only be erased, once."""

from django.db import migrations

KEEP = """
CREATE FUNCTION organization_event_keep() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        RAISE EXCEPTION 'events are never removed';
    END IF;
    IF (NEW.id, NEW.code, NEW.at, NEW.actor, NEW.role, NEW.unit_id, NEW.subject, NEW.value_digest)
       IS DISTINCT FROM
       (OLD.id, OLD.code, OLD.at, OLD.actor, OLD.role, OLD.unit_id, OLD.subject, OLD.value_digest)
       OR (NEW.person_id IS DISTINCT FROM OLD.person_id AND NEW.person_id IS NOT NULL)
       OR (OLD.seq IS NOT NULL
           AND (NEW.seq, NEW.previous, NEW.digest) IS DISTINCT FROM (OLD.seq, OLD.previous, OLD.digest)) THEN
        RAISE EXCEPTION 'events are never changed';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER organization_event_keep BEFORE UPDATE OR DELETE ON organization_event
    FOR EACH ROW EXECUTE FUNCTION organization_event_keep();

CREATE FUNCTION organization_eventvalue_keep() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' OR OLD.erased_at IS NOT NULL OR NEW.erased_at IS NULL OR NEW.event_id <> OLD.event_id THEN
        RAISE EXCEPTION 'values of events are only ever erased';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER organization_eventvalue_keep BEFORE UPDATE OR DELETE ON organization_eventvalue
    FOR EACH ROW EXECUTE FUNCTION organization_eventvalue_keep();
"""

RELEASE = """
DROP TRIGGER organization_event_keep ON organization_event;
DROP FUNCTION organization_event_keep();
DROP TRIGGER organization_eventvalue_keep ON organization_eventvalue;
DROP FUNCTION organization_eventvalue_keep();
"""


class Migration(migrations.Migration):
    dependencies = [("organization", "0002_custody_chain_drafts")]
    operations = [migrations.RunSQL(KEEP, RELEASE)]
