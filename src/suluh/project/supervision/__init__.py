"""Processes that belong together: they end with their parent and are restarted when they fall."""
