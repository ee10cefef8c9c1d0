"""Addresses of the API: nobody gets anything by having signed in; a key alone opens what is a village's."""

from suluh.disclosure.services.push_keys import push_key_make
from suluh.organization.rights import OPERATOR
from tests.matrix.routes import DONE, GONE, LOGIN, NO, SEEN, Route, open_to_all

NO_KEY = (401,) * 6


def village(world):
    return [world.village.slug]


def make_key(world):
    world.key = push_key_make(unit=world.village, name="OpenSID", by=OPERATOR)[0]


def key(world):
    return [world.village.slug, world.key.pk]


#          outsider sibling officer leader coordinator admin
MANAGERS = (LOGIN, GONE, GONE, NO, SEEN, SEEN)
MANAGERS_POST = (LOGIN, GONE, GONE, NO, DONE, DONE)
NEITHER = {"ppid": NO, "superior": NO, "district_officer": NO}
GUARD = "push-key.manage"
NAME = {"name": "OpenSID"}


def keys(name, expects, args, method="get", data=None, prepare=None):
    return Route(f"disclosure:{name}", expects, args, method, data or {}, prepare, GUARD, NEITHER)


ROUTES = [
    *open_to_all("api:openapi-json", "api:changes"),
    *open_to_all("api:api-root", "api:start", status=GONE),
    Route("api:nowhere", (GONE,) * 6),
    Route("api:village-replace", NO_KEY, village, "put"),
    Route("api:village-replace", NO_KEY, village, "post"),
    Route("api:village-replace", NO_KEY, village),
    Route("api:village-add", NO_KEY, village, "post"),
    Route("api:village-state", NO_KEY, village),
]
ROUTES += [
    Route("disclosure:push-keys", (LOGIN, SEEN, SEEN, SEEN, SEEN, SEEN)),
    keys("push-key-make", MANAGERS, village),
    keys("push-key-make", MANAGERS, village, "post", NAME),
    keys("push-key-revoke", MANAGERS, key, prepare=make_key),
    keys("push-key-revoke", MANAGERS_POST, key, "post", None, make_key),
]
