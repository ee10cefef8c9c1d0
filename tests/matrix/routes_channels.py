"""Media that platforms fetch: whoever has an address that was given gets them, for a few hours."""

from django.core import signing

from suluh.channels.public_media import SALT
from suluh.organization.media_store import keep
from tests.matrix.routes import ROLES, SEEN, Route


def given(world):
    name, _ = keep(b"gambar")
    return [signing.dumps([name, "image/jpeg"], salt=SALT), "media.jpg"]


ROUTES = [Route("channels:media", (SEEN,) * len(ROLES), given)]
