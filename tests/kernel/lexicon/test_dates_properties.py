from datetime import date, datetime, time, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from suluh.kernel.lexicon import dates, read_date
from suluh.kernel.lexicon.words import MONTHS

NOW = datetime(2026, 4, 15, 12, 0, tzinfo=timezone(timedelta(hours=7)))
LONG = [
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
]
SPELLINGS = [[word for word, month in MONTHS.items() if month == wanted] for wanted in range(1, 13)]
WEEKDAYS = ["Senin", "Selasa", "Rabu", "Kamis", "Jum'at", "Sabtu", "Minggu"]
ZONES = {"WIB": "+07:00", "WITA": "+08:00", "WIT": "+09:00"}

days = st.dates(date(1990, 1, 1), date(2026, 4, 15))
times = st.times().map(lambda one: one.replace(second=0, microsecond=0))
prefixes = st.sampled_from(["", "Diposting ", "Ditulis oleh Admin pada ", "Tgl. ", "Tanggal: ", "| ", "Oleh: Budi, "])
cases = st.sampled_from([str.lower, str.upper, str.title, str])


@st.composite
def spelled_days(draw):
    day = draw(days)
    month = draw(st.sampled_from(SPELLINGS[day.month - 1]))
    mark = draw(st.sampled_from([" ", "-", " - ", "\u00a0", "/", ". "]))
    number = draw(st.sampled_from([f"{day.day}", f"{day.day:02}"]))
    weekday = draw(st.sampled_from(["", f"{WEEKDAYS[day.weekday()]}, ", f"{WEEKDAYS[day.weekday()]} Pon, "]))
    return day, draw(cases)(f"{weekday}{number}{mark}{month}{mark}{day.year}")


@st.composite
def figured_days(draw):
    day = draw(days)
    form = draw(st.sampled_from(["%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y", "%Y-%m-%d", "%Y/%m/%d", "%d / %m / %Y"]))
    return day, day.strftime(form)


@given(st.one_of(spelled_days(), figured_days()), prefixes)
def test_a_written_day_is_read_back(written, prefix):
    day, text = written
    assert read_date(prefix + text, NOW).date == day


@given(spelled_days(), times, st.sampled_from([*ZONES, ""]), st.sampled_from([" ", " | ", ", ", " - ", " pukul "]))
def test_its_time_and_zone_are_read_back(written, clock, zone, mark):
    day, text = written
    reading = read_date(f"{text}{mark}{clock:%H.%M} {zone}".strip(), NOW)
    assert (reading.date, reading.time, reading.utc_offset) == (day, f"{clock:%H:%M}", ZONES.get(zone))


@given(days)
def test_a_day_without_a_year_is_never_after_now_and_at_most_a_year_before(day):
    found = read_date(f"{day.day} {LONG[day.month - 1]}", NOW).date
    assert found is not None
    assert (found.day, found.month) == (day.day, day.month)
    assert found <= NOW.date()
    if (day.month, day.day) != (2, 29):
        assert found > NOW.date() - timedelta(days=367)


@given(st.integers(1, 400))
def test_days_ago_count_back_exactly(amount):
    assert read_date(f"{amount} hari yang lalu", NOW).date == NOW.date() - timedelta(days=amount)


@given(st.integers(2000, 2026), st.integers(1, 12), st.integers(29, 99))
def test_impossible_days_give_no_date_and_possible_ones_themselves(year, month, day):
    try:
        expected = date(year, month, day)
    except ValueError:
        expected = None
    for text in (f"{day} {LONG[month - 1]} {year}", f"{day}/{month:02}/{year}"):
        assert read_date(text, NOW).date == expected


@given(st.text(max_size=80))
def test_no_text_breaks_the_reader(text):
    found = read_date(text, NOW)
    assert (found.date is None) == (found.precision is None)


@given(st.text(alphabet="0123456789 ./-:,|abdeimnorstuMPRW()", max_size=40))
def test_figures_and_marks_never_break_the_reader(text):
    found = read_date(text, NOW).date
    assert found is None or date(1500, 1, 1) <= found <= date(2101, 1, 1)


@given(st.one_of(spelled_days(), figured_days()), prefixes, times)
def test_the_short_way_and_the_long_way_read_the_same(written, prefix, clock):
    text = f"{prefix}{written[1]} {clock:%H:%M} WIB"
    short = dates.plain_date(text, NOW.date())
    tokens = dates.tokens_of(text)
    found = dates._find(tokens, NOW, MONTHS)
    long = dates._reading(tokens, *dates._chosen(tokens, found))
    assert short is None or short._replace(confidence=0) == long._replace(confidence=0)


def test_midnight_is_a_time():
    assert read_date(f"3 Mei 2023 {time(0, 0):%H.%M} WIB", NOW).time == "00:00"
