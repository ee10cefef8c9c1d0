"""Pure foundations: dates, pages, requests, sheets, charts, letters. No Django, no settings."""
