"""Where features meet without knowing each other: what one offers, another finds here.

A feature offers by a module of an agreed name in its own folder, with one table or list of an agreed name:

| Module           | Name          | Holds                                         |
|------------------|---------------|-----------------------------------------------|
| `permissions.py` | `PERMISSIONS` | {action: predicate}                           |
| `events.py`      | `EVENTS`      | {code: sentence}                              |
| `measures.py`    | `MEASURES`    | [Measure]                                     |
| `duties.py`      | `DUTIES`      | [DutySource]                                  |
| `evidence.py`    | `EVIDENCE`    | [EvidenceSource]                              |
| `handoffs.py`    | `HANDOFFS`    | [Handoff]                                     |
| `history.py`     | `HISTORY`     | [HistorySink]                                 |

They are read once when Django starts; a new feature folder needs no line anywhere else but in `INSTALLED_APPS`.
"""

from __future__ import annotations


def discover() -> None:
    """Read the offers of every installed room into the registries."""
    from suluh.organization.permissions import allow

    from .discovery import offering_modules
    from .duties import duties
    from .events import register_events
    from .evidence import evidence_sources
    from .handoffs import handoffs
    from .history import history
    from .measures import measures

    for module in offering_modules("permissions"):
        for action, predicate in getattr(module, "PERMISSIONS", {}).items():
            allow(action, predicate)
    for module in offering_modules("events"):
        register_events(getattr(module, "EVENTS", {}))
    for name, registry in (
        ("measures", measures),
        ("duties", duties),
        ("evidence", evidence_sources),
        ("handoffs", handoffs),
        ("history", history),
    ):
        for module in offering_modules(name):
            registry.register(*getattr(module, name.upper(), ()))
