"""Posting to a Facebook page with a page token."""

from __future__ import annotations

import json
from datetime import datetime

from suluh.kernel.http.calls import CallBroken, Calls, Part, Reply
from suluh.platforms import graph_feed
from suluh.platforms.access import Sound
from suluh.platforms.answers import broken
from suluh.platforms.consent import Admitted, Consent, Place
from suluh.platforms.graph import (
    NOWHERE,
    Columns,
    NotPublished,
    ask,
    before,
    changed_by,
    checked,
    found_among,
    is_gone,
    made,
    require_no_complaints,
    weighed,
)
from suluh.platforms.graph_consent import page_admitted
from suluh.platforms.pages import page_of
from suluh.platforms.platform import Need
from suluh.platforms.public import Profile, Recent
from suluh.platforms.texts import with_link
from suluh.platforms.values import Absent, Access, Change, Errand, Gone, Live, Means, Outcome, Refused, Sighting, Unsure

from .rules import RULES

WHO = "Admin halaman Facebook ini"
PUBLISHED = Columns("message", "created_time", "permalink_url")
LINKED = "attachments{unshimmed_url}"
SHOWN = {"post": "is_published", "video": "published"}
"""The field that shows a post or a video."""


class Facebook:
    """A page."""

    name = "facebook"
    label = "Facebook"
    home = "https://graph.facebook.com/v26.0"
    means = Means.PREPARED
    settles = 20.0
    pace = 0.0
    rules = RULES
    own_eyes = True
    edits_media = False
    consent = Consent(
        authorize=Place("/dialog/oauth", "https://www.facebook.com/v26.0/dialog/oauth"),
        token=Place("/oauth/access_token"),
        scopes=("pages_show_list", "pages_manage_posts", "pages_read_engagement"),
        between=",",
    )
    needs = (Need("token", "Token halaman", "Aplikasi Meta pemda › token halaman, hak pages_manage_posts."),)

    async def send(self, errand: Errand) -> Outcome:
        """Make or take up the unpublished post, then show it; showing it twice shows one."""
        try:
            require_no_complaints(errand)
            draft = errand.notes.get("draft") or await errand.note("draft", await _drafted(errand))
        except NotPublished as fault:
            return fault.outcome
        try:
            reply = await ask(errand, "POST", draft, form={SHOWN[_kind(errand)]: "true"})
        except CallBroken as fault:
            return broken(fault)
        if reply.ok and _true(reply, "success"):
            return _live(errand, draft)
        if is_gone(reply):
            return Refused("Kirimannya tidak ada lagi di halaman: seseorang telah menghapusnya di sana.")
        return await weighed(errand, reply, WHO)

    async def look(self, errand: Errand) -> Sighting:
        """Ask for the post by its id, and the page's own posts where no id was noted."""
        draft = errand.notes.get("draft", "")
        try:
            if not draft:
                return await _listed(errand) or Absent()
            shown = SHOWN[_kind(errand)]
            reply = await ask(errand, "GET", draft, params={"fields": shown})
        except CallBroken as fault:
            return Unsure(str(fault))
        except NotPublished as fault:
            return Unsure(fault.outcome.reason)
        if reply.ok and _true(reply, shown):
            return _live(errand, draft)
        return Absent() if reply.ok or is_gone(reply) else Unsure(before(reply, WHO).reason)

    async def edit(self, errand: Errand) -> Change:
        """New words for the post, or for the video's description."""
        field = "message" if _kind(errand) == "post" else "description"
        form = {field: with_link(errand.post)}
        answer = await changed_by(errand, "POST", errand.remote, WHO, form=form)
        return _live(errand, errand.remote) if isinstance(answer, Reply) else answer

    async def remove(self, errand: Errand) -> Change:
        """Delete the post."""
        answer = await changed_by(errand, "DELETE", errand.remote, WHO)
        return Gone() if isinstance(answer, Reply) else answer

    async def recent(self, profile: Profile, calls: Calls, since: datetime) -> Recent:
        """The page's own posts, told to the page alone."""
        return await graph_feed.recent(profile, calls, since, "published_posts", PUBLISHED, LINKED)

    async def check(self, access: Access, calls: Calls) -> Sound | Refused | Unsure:
        """Ask whose token it is."""
        return await checked(access, calls, WHO)

    async def admitted(self, access: Access, calls: Calls) -> Admitted | Refused | Unsure:
        """The page of the register, among those of whoever said yes."""
        return await page_admitted(access, calls)


def _kind(errand: Errand) -> str:
    """What was drafted, as noted: a look may have to do without the media."""
    if "draft" in errand.notes:
        return errand.notes.get("kind", "post")
    media = errand.post.media
    return "video" if media and media[0].mime.startswith("video/") else "post"


async def _drafted(errand: Errand) -> str:
    """The id of a post that nobody sees yet; one that is made in vain stays unseen.

    Raises:
        NotPublished: it was not made.
    """
    text, media = with_link(errand.post), errand.post.media
    if _kind(errand) == "video":
        if len(media) > 1:
            raise NotPublished(Refused("Facebook memuat satu video tanpa media lain dalam satu kiriman."))
        if not media[0].url:
            raise NotPublished(Refused(NOWHERE))
        await errand.note("kind", "video")
        form = {"published": "false", "description": text, "file_url": media[0].url}
        return await made(errand, "me/videos", WHO, form=form)
    photos = []
    for number, medium in enumerate(media):
        noted = errand.notes.get(f"photo-{number}", "")
        if not noted:
            part = Part("source", medium.content, medium.mime, medium.name)
            form = {"published": "false", "alt_text_custom": medium.alt}
            photo = await made(errand, "me/photos", WHO, form=form, parts=(part,))
            noted = await errand.note(f"photo-{number}", photo)
        photos.append({"media_fbid": noted})
    form = {"message": text, "published": "false"}
    if photos:
        form["attached_media"] = json.dumps(photos)
    return await made(errand, "me/feed", WHO, form=form)


async def _listed(errand: Errand) -> Live | None:
    params = {"fields": "id,message,created_time", "limit": "25"}
    reply = await ask(errand, "GET", "me/published_posts", params=params)
    found = found_among(reply, errand, PUBLISHED, WHO)
    return _live(errand, found.remote) if found else None


def _true(reply: Reply, name: str) -> bool:
    found = reply.json()
    return isinstance(found, dict) and found.get(name) is True


def _live(errand: Errand, number: str) -> Live:
    return Live(number, page_of(errand.access, "https://www.facebook.com", f"/{number}"))
