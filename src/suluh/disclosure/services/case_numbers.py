"""Numbers of cases and letters: a pattern of the body, gapless within a year, and codes that nobody guesses."""

from __future__ import annotations

import re
import secrets
from datetime import date

from django.db import connection

from suluh.disclosure.models import ServiceDesk
from suluh.organization.models import Unit

TOKEN = re.compile(r"\{(\w*)\}")
KNOWN = {"nomor", "tahun", "bulan", "jenis"}
ROMAN = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
CODE_LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""Letters and figures that are not taken for one another on paper or on the telephone."""
CODE_GROUPS = 4
NEXT = """
INSERT INTO disclosure_numberseries (body_id, kind, year, last) VALUES (%s, %s, %s, 1)
ON CONFLICT (body_id, kind, year) DO UPDATE SET last = disclosure_numberseries.last + 1 RETURNING last
"""


def desk_of(body: Unit) -> ServiceDesk:
    """The settings of a body's service; those of the house where it has set none."""
    return ServiceDesk.objects.filter(body=body).first() or ServiceDesk(body=body)


def next_in_series(body: Unit, kind: str, year: int) -> int:
    """The next number of a series. The row stays locked until the transaction ends, so a rollback leaves no gap."""
    with connection.cursor() as cursor:
        cursor.execute(NEXT, [body.pk, kind, year])
        return int(cursor.fetchone()[0])


def pattern_fault(pattern: str) -> bool:
    """True where a pattern names something unknown, or lacks the number or the year."""
    named = set(TOKEN.findall(pattern))
    return not named <= KNOWN or not {"nomor", "tahun"} <= named or "{" in TOKEN.sub("", pattern)


def number_by(pattern: str, number: int, day: date, kind: str = "") -> str:
    """A number as its pattern writes it: {nomor} with three figures, {tahun}, {bulan} in Roman figures, {jenis}."""
    values = {"nomor": f"{number:03d}", "tahun": str(day.year), "bulan": ROMAN[day.month], "jenis": kind}
    return TOKEN.sub(lambda found: values.get(found[1], ""), pattern)


def new_code() -> str:
    """A code for following a case: sixteen of thirty-one signs, 79 bits from the system's randomness."""
    letters = "".join(secrets.choice(CODE_LETTERS) for _ in range(4 * CODE_GROUPS))
    return "-".join(letters[start : start + 4] for start in range(0, len(letters), 4))


def code_as_kept(typed: str) -> str:
    """A code as it is stored, whatever spaces, dashes and small letters it was typed with."""
    letters = re.sub(r"[^0-9A-Z]", "", typed.upper())
    return "-".join(letters[start : start + 4] for start in range(0, len(letters), 4))
