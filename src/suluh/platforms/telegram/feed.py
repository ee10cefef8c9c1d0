"""What a public channel of Telegram showed of late, from the page that it has for readers without the app."""

from __future__ import annotations

from datetime import datetime
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from suluh.kernel.http.calls import Calls, Reply
from suluh.platforms.pages import LOCAL
from suluh.platforms.public import Profile, PublicPost, Recent, links, moment, plain, told
from suluh.platforms.values import Unsure

SITE = "https://t.me"


async def recent(profile: Profile, calls: Calls, since: datetime) -> Recent:
    """Messages of the preview page, with where forwarded ones come from. A channel without a name has no such page."""
    site = profile.service(SITE)
    headers = {"Accept": "text/html"}
    reply = await told(calls.call("GET", f"{site}/s/{profile.name}", headers=headers))
    if not isinstance(reply, Reply):
        return reply
    page = LexborHTMLParser(reply.body.decode(errors="replace"))
    messages = page.css(".tgme_widget_message[data-post]")
    if not messages and not page.css_first(".tgme_channel_info"):
        return Unsure("Kanal ini tidak punya halaman pratinjau untuk umum.")
    own = site if urlsplit(site).hostname in LOCAL else SITE
    found = [_post(message, own) for message in reversed(messages)]
    return tuple(one for one in found if one is not None and one.at >= since)


def _post(message: LexborNode, site: str) -> PublicPost | None:
    time, text = message.css_first("time[datetime]"), message.css_first(".tgme_widget_message_text")
    at = moment(time.attributes.get("datetime")) if time is not None else None
    if at is None:
        return None
    markup = (text.html or "") if text is not None else ""
    came = message.css_first("a.tgme_widget_message_forwarded_from_name[href]")
    origin = [came.attributes.get("href") or ""] if came is not None else []
    return PublicPost(f"{site}/{message.attributes.get('data-post')}", plain(markup), at, (*links(markup), *origin))
