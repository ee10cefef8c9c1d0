"""Read units and their typed history out of sheets as they are found. Pure: no database, no settings."""
