"""The citizens' face: everybody reads it alike."""

from tests.matrix.routes import open_to_all

ROUTES = open_to_all("portal:home")
