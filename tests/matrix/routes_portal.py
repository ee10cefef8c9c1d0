"""The citizens' face: everybody reads it alike."""

from tests.matrix.routes import GONE, SEEN, Route, open_to_all
from tests.newsroom.publishing import public_story, waiting_story, withdrawn_story


def make_story(world):
    world.publication = public_story(world)


def make_pictured(world):
    world.publication = public_story(world, pictured=True)


def make_waiting(world):
    world.publication = waiting_story(world)


def make_withdrawn(world):
    world.publication = withdrawn_story(world)


def story(world):
    return [world.publication.pk]


def first(world):
    return [world.publication.pk, 0]


ROUTES = [
    *open_to_all(
        "portal:home",
        "portal:front",
        "portal:front-card",
        "portal:search",
        "portal:news",
        "portal:announcements",
        "portal:agenda",
        "portal:units",
        "portal:feed-atom",
        "portal:feed-json",
        "portal:robots",
        "portal:sitemaps",
    ),
    Route("portal:sitemap", (SEEN,) * 6, lambda world: ["kabar"], prepare=make_story),
    Route("portal:unit", (SEEN,) * 6, lambda world: [world.health.slug], prepare=make_story),
    Route("portal:unit-card", (SEEN,) * 6, lambda world: [world.health.slug], prepare=make_story),
    Route("portal:story", (SEEN,) * 6, story, prepare=make_story),
    Route("portal:story", (GONE,) * 6, story, prepare=make_waiting),
    Route("portal:story", (410,) * 6, story, prepare=make_withdrawn),
    Route("portal:story-picture", (SEEN,) * 6, first, prepare=make_pictured),
    Route("portal:story-picture", (GONE,) * 6, first, prepare=make_waiting),
    Route("portal:story-card", (SEEN,) * 6, story, prepare=make_story),
    Route("portal:story-card", (GONE,) * 6, story, prepare=make_withdrawn),
]
