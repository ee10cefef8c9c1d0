"""Addresses of notices without delay: officers', and those that everybody reads."""

from uuid import UUID

from tests.matrix.routes import DONE, GONE, LOGIN, NO, SEEN, Route, open_to_all
from tests.newsroom.noticing import TOLD, issued, submitted_notice, written
from tests.newsroom.publishing import public_story

#          outsider sibling officer leader coordinator admin
EVERYBODY = (LOGIN, SEEN, SEEN, SEEN, SEEN, SEEN)
READERS = (LOGIN, GONE, SEEN, SEEN, SEEN, SEEN)
WRITERS = (LOGIN, GONE, SEEN, SEEN, SEEN, SEEN)
WRITERS_POST = (LOGIN, GONE, DONE, DONE, DONE, DONE)
ISSUERS = (LOGIN, GONE, NO, SEEN, SEEN, SEEN)
ISSUERS_POST = (LOGIN, GONE, NO, DONE, DONE, DONE)
BAD = 422
NONE = {"superior": NO}
SEES = {"superior": SEEN}


def make_draft(world):
    world.notice = written(world)


def make_waiting(world):
    world.notice = submitted_notice(world)


def make_issued(world):
    world.version = issued(world)
    world.notice = world.version.notice


def make_alone(world):
    make_issued(world)
    world.version.alone = True
    world.version.issued_by = None
    world.version.save()


def make_story(world):
    world.story = public_story(world).story


def story(world):
    return [world.story.pk]


def pk(world):
    return [world.notice.pk]


def step(world):
    return [world.notice.pk, "apa"]


def version(world):
    return [world.version.pk]


def numbered(world):
    return [world.notice.pk, 1]


def seen(**more):
    return lambda world: {"seen": world.notice.seen, **more}


def begin(world):
    return {"unit": world.health.pk, "kind": "flood", "token": str(UUID(int=9))}


def of(name, expects, args=lambda world: [], method="get", data=None, prepare=None, guard="", more=NONE):
    return Route(f"newsroom:{name}", expects, args, method, data or {}, prepare, guard, more)


WORDS = seen(title=TOLD["title"], hazard=TOLD["hazard"])
SAID = seen(said="Air surut.")
REASON = {"reason": "Jadwalnya keliru."}
LONGER = seen(said="Lebih lama.", ends_at="2099-01-01T10:00")
ROUTES = [
    of("notices", EVERYBODY, more=SEES),
    of("notice-begin", EVERYBODY, more=SEES),
    of("notice-begin", (LOGIN, BAD, DONE, DONE, DONE, DONE), (lambda w: []), "post", begin, None, "notice.write", {}),
    of("notice", READERS, pk, prepare=make_waiting, more=SEES),
    of("notice", READERS, pk, prepare=make_issued, more=SEES),
    of("notice-step", WRITERS, step, prepare=make_draft, guard="notice.write"),
    of("notice-step", WRITERS_POST, step, "post", WORDS, make_draft, "notice.write"),
    of("notice-submit", WRITERS_POST, pk, "post", seen(), make_draft, "notice.write"),
    of("notice-drop", WRITERS, pk, prepare=make_draft, guard="notice.write"),
    of("notice-drop", WRITERS_POST, pk, "post", seen(), make_draft, "notice.write"),
    of("notice-reopen", WRITERS_POST, pk, "post", seen(), make_issued, "notice.write"),
    of("notice-issue", ISSUERS, pk, prepare=make_waiting, guard="notice.issue"),
    of("notice-issue", ISSUERS_POST, pk, "post", seen(), make_waiting, "notice.issue"),
    of("notice-return", ISSUERS, pk, prepare=make_waiting, guard="notice.issue"),
    of("notice-return", ISSUERS_POST, pk, "post", seen(note="Sebut jamnya."), make_waiting, "notice.issue"),
    of("notice-clear", ISSUERS, pk, prepare=make_issued, guard="notice.issue"),
    of("notice-clear", ISSUERS_POST, pk, "post", SAID, make_issued, "notice.issue"),
    of("notice-withdraw", ISSUERS, pk, prepare=make_issued, guard="notice.issue"),
    of("notice-withdraw", ISSUERS_POST, pk, "post", SAID, make_issued, "notice.issue"),
    of("notice-extend", ISSUERS, pk, prepare=make_issued, guard="notice.issue"),
    of("notice-extend", ISSUERS_POST, pk, "post", LONGER, make_issued, "notice.issue"),
    of("notice-review", ISSUERS, version, prepare=make_alone, guard="notice.review"),
    of("notice-review", ISSUERS_POST, version, "post", {"review": "Benar."}, make_alone, "notice.review"),
    of("story-withdraw", ISSUERS, story, prepare=make_story, guard="publication.withdraw"),
    of("story-withdraw", ISSUERS_POST, story, "post", REASON, make_story, "publication.withdraw"),
    Route("portal:notice", (SEEN,) * 6, pk, prepare=make_issued),
    Route("portal:notice", (GONE,) * 6, pk, prepare=make_waiting),
    Route("portal:notice-version", (SEEN,) * 6, numbered, prepare=make_issued),
    Route("portal:notice-picture", (SEEN,) * 6, pk, prepare=make_issued),
    Route("portal:notice-card", (SEEN,) * 6, pk, prepare=make_issued),
    Route("portal:cap", (SEEN,) * 6, numbered, prepare=make_issued),
    Route("portal:cap", (GONE,) * 6, numbered, prepare=make_waiting),
    *open_to_all("portal:notices", "portal:cap-feed", "portal:accounts"),
]
