"""The ranking's addresses."""

from tests.matrix.routes import LOGIN, SEEN, Route

ROUTES = [Route("evaluation:ranking", (LOGIN, *[SEEN] * 5))]
