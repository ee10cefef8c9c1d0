"""One photo of a story becomes the first of its media; what a story brings and who does it get a place."""

from uuid import uuid4

from django.db import migrations, models


def pictures_to_media(apps, schema_editor):
    """Every photo becomes a medium of the studio, in the story and in its revisions alike."""
    story_rows = apps.get_model("newsroom", "Story").objects.exclude(picture={})
    medium_rows = apps.get_model("studio", "Medium").objects
    for story in story_rows.iterator():
        entries = {}
        for revision in story.revisions.all():
            revision.words["media"] = _entries(medium_rows, story, revision.words.pop("picture", {}), entries)
            revision.save(update_fields=["words"])
        story.media = _entries(medium_rows, story, story.picture, entries)
        story.save(update_fields=["media"])


def _entries(medium_rows, story, picture, entries):
    if not picture:
        return []
    name = picture["name"]
    if name not in entries:
        facts = {key: picture[key] for key in ("name", "mime", "digest")}
        token = uuid4()
        medium_rows.create(
            unit_id=story.unit_id, token=token, kind="photo", kept=True, taken_by_id=story.submitted_by_id, **facts
        )
        entries[name] = {"token": str(token), "kind": "photo", "width": 0, "height": 0, "seconds": 0, **facts}
    return [entries[name] | {"alt": picture.get("alt", "")}]


KINDS = [
    ("news", "News"),
    ("announcement", "Announcement"),
    ("service", "Service information"),
    ("programme", "Programme"),
    ("data", "Data"),
    ("agenda", "Agenda"),
    ("invitation", "Invitation to take part"),
]


class Migration(migrations.Migration):

    dependencies = [
        ("newsroom", "0005_notices"),
        ("studio", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="story",
            name="benefit",
            field=models.TextField(blank=True, help_text="Why it matters to citizens.", max_length=1000),
        ),
        migrations.AddField(
            model_name="story",
            name="media",
            field=models.JSONField(
                blank=True, default=list, help_text="Photos and videos in order: facts of each and alt."
            ),
        ),
        migrations.AddField(
            model_name="story",
            name="who",
            field=models.CharField(blank=True, help_text="Who does it, and for whom.", max_length=300),
        ),
        migrations.AlterField(
            model_name="story",
            name="kind",
            field=models.CharField(
                choices=KINDS,
                max_length=12,
            ),
        ),
        migrations.AlterField(
            model_name="series",
            name="kind",
            field=models.CharField(choices=KINDS, max_length=12),
        ),
        migrations.AlterField(
            model_name="slot",
            name="kind",
            field=models.CharField(choices=KINDS, max_length=12),
        ),
        migrations.RunPython(pictures_to_media, migrations.RunPython.noop, elidable=True),
        migrations.RemoveField(model_name="story", name="picture"),
    ]
