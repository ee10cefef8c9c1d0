"""A desk with very many stories and a calendar with as many entries, in the database that is open."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

UNITS = 100
FROM = 1_000_000
MADE = """INSERT INTO {table} SELECT made.* FROM {table} AS plain, ({rows}) AS new,
    LATERAL jsonb_populate_record(plain, to_jsonb(new)) AS made WHERE plain.id = %(plain)s"""
"""Many rows after the likeness of one, so that a column that is added one day needs no word here."""
STORIES = """SELECT %(from)s + n AS id,
    (ARRAY['Berita', 'Jadwal', 'Layanan', 'Lomba'])[1 + n %% 4] || ' nomor ' || n AS title,
    md5(n::text)::uuid AS form_token,
    (ARRAY['news', 'service', 'data', 'invitation', 'announcement'])[1 + (n / 100) %% 5] AS kind,
    now() - n * interval '4 minutes' AS submitted_at, now() - n * interval '4 minutes' AS waits_since,
    now() + interval '1 day' - n * interval '1 minute' AS promised_at,
    (%(units)s::bigint[])[1 + n %% %(many)s] AS unit_id, (%(units)s::bigint[])[1 + n %% %(many)s] AS waits_unit_id,
    CASE WHEN n %% 40 = 0 THEN 'submitted' WHEN n %% 90 = 1 THEN 'returned' ELSE 'approved' END AS state,
    CASE WHEN n %% 40 = 0 OR n %% 90 = 1 THEN NULL ELSE 1 END AS approved_revision,
    CASE WHEN n %% 40 = 0 OR n %% 90 = 1 THEN NULL ELSE now() - n * interval '4 minutes' END AS approved_at
    FROM generate_series(1, %(count)s) AS n"""
"""One in forty waits at the desk, one in ninety lies with its unit again; a year of them."""
SLOTS = """SELECT %(from)s + n AS id, 'Rencana nomor ' || n AS title,
    (%(units)s::bigint[])[1 + n %% %(many)s] AS unit_id,
    (ARRAY['news', 'service', 'data', 'invitation', 'announcement'])[1 + n %% 5] AS kind,
    date_trunc('year', now()) + (n %% 365) * interval '1 day' + (n %% 10) * interval '1 hour' AS at
    FROM generate_series(1, %(count)s) AS n"""
"""A year of them, over ten hours of each day."""
ON_CHANNELS = """INSERT INTO newsroom_slot_channels (slot_id, channel_id)
    SELECT %(from)s + n, (%(channels)s::bigint[])[1 + n %% %(many)s] FROM generate_series(1, %(count)s) AS n"""


def desk_fill(count: int) -> tuple[Any, Any]:
    """Write `count` stories and as many slots; returns a coordinator of everything and an officer of one unit."""
    from django.db import connection, transaction

    units = _units()
    desk, officer = _people(units)
    story, slot = _plain(units[0], desk)
    ids = {"units": [unit.pk for unit in units], "channels": [_channel(unit).pk for unit in units]}
    values = {"from": FROM, "many": UNITS, "count": count, **ids}
    with transaction.atomic(), connection.cursor() as cursor:
        for table, rows, plain in (("newsroom_story", STORIES, story), ("newsroom_slot", SLOTS, slot)):
            cursor.execute(MADE.format(table=table, rows=rows), values | {"plain": plain.pk})
        cursor.execute(ON_CHANNELS, values)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
    return desk, officer


def _units() -> list[Any]:
    from suluh.organization.rights import OPERATOR
    from suluh.organization.services.units import government_ensure, unit_add

    _, root = government_ensure(name="Kabupaten Arunika", by=OPERATOR)
    return [unit_add(name=f"Dinas {number}", kind="opd", parent=root, by=OPERATOR) for number in range(UNITS)]


def _people(units: list[Any]) -> tuple[Any, Any]:
    from datetime import date

    from suluh.organization.models import Membership, Person, Role

    made = []
    for name, role, unit in (("meja", Role.COORDINATOR, units[0].parent), ("dinas", Role.UNIT_OFFICER, units[0])):
        person = Person.objects.create_user(f"{name}@arunika.example", name=name.title())
        Membership.objects.create(
            person=person, unit=unit, role=role, subtree=True, decree="SK 1", valid_from=date(2026, 1, 1)
        )
        made.append(person)
    return made[0], made[1]


def _plain(unit: Any, desk: Any) -> tuple[Any, Any]:
    from django.utils import timezone

    from suluh.newsroom.models import Slot, Story
    from suluh.newsroom.rules import SUGGESTED
    from suluh.newsroom.services.charter import Decision, charter_adopt, charter_draft
    from suluh.newsroom.services.stories import story_submit
    from suluh.newsroom.words import Words

    draft = charter_draft(rules=SUGGESTED, reason="", seen=0, by=desk)
    decision = Decision("SK 12/2026", timezone.localdate(), "Bupati Arunika")
    charter_adopt(decision=decision, seen=draft.edition, by=desk)
    words = Words("service", "Imunisasi campak", "Imunisasi campak untuk balita, Senin 6 April 2026.")
    story = story_submit(unit=unit, words=words, form_token=uuid4(), by=desk)
    Story.objects.filter(pk=story.pk).update(approved_digest="0" * 64)
    return story, Slot.objects.create(unit=unit, title="Imunisasi campak", kind="service", at=timezone.now())


def _channel(unit: Any) -> Any:
    """A channel without access: the calendar only names it."""
    from suluh.channels.models import Channel
    from suluh.organization.models import Account

    account = Account.objects.create(unit=unit, platform="instagram", handle=f"dinas{unit.pk}")
    return Channel.objects.create(unit=unit, account=account, platform="instagram", handle=f"dinas{unit.pk}")
