"""How words are searched: unaccented Indonesian stems without stop words, in functions that dump and restore keep."""

from django.db import migrations

STOP = (
    "ada adalah agar akan anda apa atas atau bagi bagaimana berapa bisa dalam dan dapat dari dengan di dimana guna "
    "hal ini itu jika juga kapan karena ke kepada kita lebih mana masih melalui mengapa nya oleh pada para per saat "
    "saja sampai sebagai sebuah secara sejak seperti serta setiap siapa sudah tahu tentang terhadap tidak tolong "
    "untuk yaitu yang saya kami mohon ingin mau cara"
).split()

CREATE = f"""
CREATE EXTENSION IF NOT EXISTS unaccent WITH SCHEMA public;
CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;
CREATE TEXT SEARCH CONFIGURATION public.suluh (COPY = pg_catalog.indonesian);
ALTER TEXT SEARCH CONFIGURATION public.suluh
    ALTER MAPPING FOR asciihword, asciiword, hword, hword_asciipart, hword_part, word
    WITH public.unaccent, pg_catalog.indonesian_stem;
CREATE FUNCTION public.suluh_stop() RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT pg_catalog.tsvector_to_array(pg_catalog.to_tsvector('public.suluh'::pg_catalog.regconfig,
        '{" ".join(STOP)}'))
$$;
CREATE FUNCTION public.suluh_words(title text, summary text) RETURNS tsvector
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT pg_catalog.ts_delete(
        pg_catalog.setweight(pg_catalog.to_tsvector('public.suluh'::pg_catalog.regconfig, title), 'A')
        OPERATOR(pg_catalog.||)
        pg_catalog.setweight(pg_catalog.to_tsvector('public.suluh'::pg_catalog.regconfig, summary), 'B'),
        public.suluh_stop())
$$;
"""

DROP = """
DROP FUNCTION public.suluh_words(text, text);
DROP FUNCTION public.suluh_stop();
DROP TEXT SEARCH CONFIGURATION public.suluh;
"""


class Migration(migrations.Migration):
    initial = True
    dependencies = [("organization", "0004_information_roles")]
    operations = [migrations.RunSQL(CREATE, DROP)]
