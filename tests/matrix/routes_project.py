"""The shell and the signs of life."""

from tests.matrix.routes import Route, open_to_all

ROUTES = [
    Route("desk:language", (302,) * 6),
    Route("health-ready", (503,) * 6),
]
ROUTES += open_to_all("desk:theme", "health-live")
ROUTES += open_to_all("desk:crest", status=404)
