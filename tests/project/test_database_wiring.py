"""How Django is told where its database is."""

import pytest
from django.db import connection


@pytest.mark.django_db
def test_tests_run_on_the_real_postgresql_with_the_extensions_we_need() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT unaccent('Désa'), similarity('dinas', 'dinaz') > 0.3, current_user")
        assert cursor.fetchone() == ("Desa", True, "suluh")
