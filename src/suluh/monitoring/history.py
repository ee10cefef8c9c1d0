"""What the watch offers to the importer of sheets: a place for typed months."""

from suluh.monitoring.services.month_import import MonthHistory

HISTORY = [MonthHistory()]
