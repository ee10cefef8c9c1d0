"""What must be the same after a restore: rows and digest of every table, and the head of the audit chain."""

from dataclasses import asdict, dataclass
from typing import Any

import psycopg
from psycopg import sql

PASSING_TABLES = frozenset({"django_session"})
"""Tables whose rows no backup takes: whoever holds a backup must not hold open sessions."""

TABLES = """
SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename
"""
ROWS = """
SELECT count(*), coalesce(sum(('x' || substr(md5(t::text), 1, 16))::bit(64)::bigint::numeric), 0)::text FROM {} AS t
"""
HEAD = "SELECT seq, digest FROM organization_chainhead"


@dataclass(frozen=True, slots=True)
class TableFacts:
    """Rows of a table and a digest of their contents that does not depend on their order."""

    rows: int
    digest: str


@dataclass(frozen=True, slots=True)
class DatabaseFacts:
    """The whole database in one moment."""

    tables: dict[str, TableFacts]
    chain_seq: int
    chain_digest: str

    def as_dict(self) -> dict[str, Any]:
        """Plain values for the manifest."""
        return asdict(self)

    @classmethod
    def from_dict(cls, values: dict[str, Any]) -> "DatabaseFacts":
        """Back from the manifest."""
        tables = {name: TableFacts(**facts) for name, facts in values["tables"].items()}
        return cls(tables, values["chain_seq"], values["chain_digest"])

    def differences(self, other: "DatabaseFacts") -> list[str]:
        """Names of the tables that differ, and "chain" when the head does."""
        names = sorted(self.tables.keys() | other.tables.keys())
        found = [name for name in names if self.tables.get(name) != other.tables.get(name)]
        same_head = (self.chain_seq, self.chain_digest) == (other.chain_seq, other.chain_digest)
        return found if same_head else [*found, "chain"]


def database_facts(connection: psycopg.Connection[Any]) -> DatabaseFacts:
    """Read the facts inside the caller's transaction; times are read in UTC so that they compare."""
    connection.execute("SET LOCAL timezone = 'UTC'")
    names = [row[0] for row in connection.execute(TABLES) if row[0] not in PASSING_TABLES]
    tables = {}
    for name in names:
        row = connection.execute(sql.SQL(ROWS).format(sql.Identifier(name))).fetchone()
        assert row is not None
        tables[name] = TableFacts(rows=row[0], digest=row[1])
    head = connection.execute(HEAD).fetchone() if "organization_chainhead" in tables else None
    return DatabaseFacts(tables, *(head or (0, "")))
