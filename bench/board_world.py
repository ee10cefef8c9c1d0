"""Ten thousand sites with a year of history, written by set-based SQL into an empty database."""

from __future__ import annotations

from datetime import date, timedelta

from django.db import connection
from django.utils import timezone

from suluh.organization.models import Government, Membership, Person, Role, Unit

UNITS = """
INSERT INTO organization_unit (name, short_name, slug, code, kind, parent_id, path, sort_key, contact_mail,
    contact_phone, created_at)
SELECT 'Desa Bangku ' || n, '', 'desa-bangku-' || n, '',
       (ARRAY['desa','desa','desa','desa','kelurahan','opd','kecamatan'])[1 + n %% 7], %(root)s, '',
       'desa bangku ' || lpad(n::text, 6, '0'), '', '', now()
FROM generate_series(1, %(sites)s) AS n
"""
PATHS = "UPDATE organization_unit SET path = %(root)s || '/' || id || '/' WHERE parent_id = %(root)s"
SITES = """
INSERT INTO organization_site (unit_id, url, host, is_main, owned, active, added_at)
SELECT id, 'https://' || slug || '.arunika.localhost/', slug || '.arunika.localhost', true, true, true, now()
FROM organization_unit WHERE parent_id = %(root)s
"""
WEEKS = """
INSERT INTO monitoring_weekcount (site_id, week, items, observed)
SELECT s.id, %(first)s::date + 7 * w,
       CASE WHEN random() < 0.35 THEN floor(random() * 6)::int ELSE 0 END, s.id %% 40 <> 7 OR w > 47
FROM organization_site s CROSS JOIN generate_series(0, 51) AS w
"""
STATES = """
INSERT INTO monitoring_sitestate (site_id, checked_at, first_checked_at, observations, alive, reason, alive_since,
    http_status, final_url, address, tls, tls_days_left, cms, feed, last_post, posts_30, active_weeks_26,
    watched_weeks_26, items_found, items_total, open_findings, worst, load_seconds, weeks, weeks_from, server_key)
SELECT s.id, now() - interval '3 hours', now() - interval '300 days', 300, s.id %% 50 <> 3,
       CASE WHEN s.id %% 50 = 3 THEN 'timeout' ELSE 'ok' END, now() - interval '9 days', 200, s.url,
       '127.0.0.1', 'ok', 60, 'wordpress', '', now()::date - (random() * 200)::int, (random() * 9)::int,
       h.active, h.watched, (random() * 30)::int, 42, (s.id %% 3)::int,
       CASE WHEN s.id %% 9 = 0 THEN 'stale' ELSE '' END, 0.4, h.marks, %(first)s, '127.0.0.1'
FROM organization_site s JOIN (
    SELECT site_id, string_agg(CASE WHEN observed THEN least(items, 9)::text ELSE 'x' END, '' ORDER BY week) AS marks,
           count(*) FILTER (WHERE observed AND items > 0 AND week >= %(half)s) AS active,
           count(*) FILTER (WHERE observed AND week >= %(half)s) AS watched
    FROM monitoring_weekcount GROUP BY site_id) h ON h.site_id = s.id
"""
POSTS = """
INSERT INTO monitoring_post (site_id, url, url_hash, title, published, source, precision, confidence, author, mix,
    first_seen)
SELECT w.site_id, 'https://arunika.localhost/' || w.id, decode(md5(w.id::text), 'hex'), 'Layanan keliling', w.week + 2,
       'feed', 'day', 1, '', 'layanan', now()
FROM monitoring_weekcount w WHERE w.items > 0
"""
FINDINGS = """
INSERT INTO monitoring_finding (site_id, unit_id, code, severity, message, step, data, state, first_seen, last_seen,
    observations, opened_at, closed_at)
SELECT s.id, s.unit_id, c.code, c.severity, 'Temuan ' || c.code || ' pada situs.', 'Perbaiki.', '{}', 'open',
       now() - interval '40 days', now() - interval '3 hours', 40, now() - (random() * interval '40 days'), NULL
FROM organization_site s
JOIN (VALUES ('dead','high',50,3), ('stale','medium',9,0), ('no-I-lapor','low',2,1), ('infected','high',700,5))
  AS c(code, severity, every, rest)
  ON s.id %% c.every = c.rest
"""


def board_world(sites: int) -> Person:
    """Fill the database and return a coordinator who sees all of it."""
    Government.objects.create(name="Kabupaten Arunika", province="Nusa Raya")
    root = Unit.objects.create(name="Pemerintah", slug="pemerintah", kind="main", sort_key="pemerintah")
    Unit.objects.filter(pk=root.pk).update(path=f"{root.pk}/")
    first = _monday(timezone.localdate()) - timedelta(weeks=51)
    values = {"sites": sites, "root": root.pk, "first": first, "half": first + timedelta(weeks=26)}
    with connection.cursor() as cursor:
        for statement in (UNITS, PATHS, SITES, WEEKS, STATES, POSTS, FINDINGS):
            cursor.execute(statement, values)
        cursor.execute("ANALYZE")
    person = Person.objects.create_user("kabid@arunika.example", name="Kepala Bidang IKP")
    Membership.objects.create(person=person, unit=root, role=Role.COORDINATOR, subtree=True, valid_from=first)
    return person


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
