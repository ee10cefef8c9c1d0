"""The database of an installation: the private PostgreSQL, or the server that DATABASE_URL names."""

from .cluster import NAME, Access, Cluster
from .errors import DatabaseBusy, DatabaseDidNotStart, DatabaseError, DatabaseMajorDiffers
from .owner import PrivateDatabase
from .wiring import django_database

__all__ = [
    "NAME",
    "Access",
    "Cluster",
    "DatabaseBusy",
    "DatabaseDidNotStart",
    "DatabaseError",
    "DatabaseMajorDiffers",
    "PrivateDatabase",
    "django_database",
]
