"""One log for everything: lines of JSON for machines, coloured lines on a terminal; always on stderr."""

import re
import sys
from collections.abc import MutableMapping
from typing import Any

import structlog

KEYS_IN_ADDRESSES = re.compile(r"(/(?:lacak|layanan/berkas)/)[^/\s?\"'&]+")
"""The part of an address that opens a case or a file for whoever has it."""
HIDDEN = r"\1…"


def without_keys(_logger: Any, _name: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """A line of the log in which no code of a case and no signed link can be read."""
    for part, said in event.items():
        if isinstance(said, str) and "/la" in said:
            event[part] = KEYS_IN_ADDRESSES.sub(HIDDEN, said)
    return event


def logging_settings(level: str) -> dict[str, Any]:
    """Django's LOGGING: the standard library and structlog end in the same lines."""
    shared: list[Any] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_logger_name,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    renderer: Any = structlog.dev.ConsoleRenderer() if sys.stderr.isatty() else structlog.processors.JSONRenderer()
    last = [
        structlog.stdlib.ProcessorFormatter.remove_processors_meta,
        structlog.processors.format_exc_info,
        without_keys,
        renderer,
    ]
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {
            "line": {"()": structlog.stdlib.ProcessorFormatter, "processors": last, "foreign_pre_chain": shared},
        },
        "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
        "root": {"handlers": ["stderr"], "level": level},
        "loggers": {
            "django.server": {"handlers": ["stderr"], "propagate": False, "level": level},
            "axes": {"level": "WARNING"},
            "procrastinate": {"level": "WARNING"},
            "psycopg.pool": {"level": "ERROR"},
        },
    }
