"""Photos and videos as each platform shows them: what does not fit, what can be done about it, what was done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from suluh.channels.services.planning import breaches_of
from suluh.newsroom.fitting import Frame, frame_of
from suluh.newsroom.words import Words, content_for, media_for
from suluh.platforms.rules import renditions
from suluh.platforms.values import Breach, Deed, Rendition
from suluh.studio.models import Medium

MENDED = frozenset({Deed.CROP, Deed.SCALE, Deed.RE_ENCODE})
"""What is done here to one medium. Cutting a video's length is left to whoever knows what matters in it."""
MIDDLE = 0.5


@dataclass(frozen=True, slots=True)
class Fault:
    """What a channel would refuse, in a sentence.

    `token` is the medium at fault, "" where it is none; `mend` is the word of the button that mends it here, "" where
    a person has to; `about_media` says that leaving media out on this channel may mend it.
    """

    message: str
    token: str = ""
    mend: str = ""
    about_media: bool = False


@dataclass(frozen=True, slots=True)
class Shape:
    """A medium of a story on one platform: as it was handed in, and as it is shown there.

    `shown` is None where it is left out; `wish` is what the platform needs of it, None where it fits as it is;
    `fault` says why a rendition could not be made.
    """

    origin: dict[str, Any]
    shown: dict[str, Any] | None
    place: int
    told: tuple[str, ...]
    wish: Rendition | None
    fault: str = ""

    @property
    def token(self) -> str:
        """The name of what was handed in."""
        return str(self.origin["token"])

    @property
    def made(self) -> bool:
        """Whether the platform shows a rendition."""
        return self.shown is not None and self.shown["token"] != self.token

    @property
    def focus(self) -> tuple[float, float]:
        """Where the focus lies, across and down from 0 to 1."""
        shown = self.shown or {}
        return shown.get("across", MIDDLE), shown.get("down", MIDDLE)

    @property
    def frame(self) -> Frame:
        """The part that is kept, in pixels of what was handed in."""
        ratio = self.wish.ratio if self.wish else None
        return frame_of(self.origin["width"], self.origin["height"], ratio, *self.focus)


def fault_of(breach: Breach, media: Sequence[dict[str, Any]]) -> Fault:
    """A breach in words, with what can be done about it; `media` are those that the platform shows."""
    if breach.medium is None:
        return Fault(breach.message, about_media="-count" in breach.code or breach.code == "media-mixed")
    medium = media[breach.medium]
    mends = breach.remedy is not None and breach.remedy.deed in MENDED and bool(medium.get("width"))
    told = breach.remedy.label if mends and breach.remedy else ""
    by_hand = breach.code != "alt-missing" and breach.code != "alt-long"
    return Fault(breach.message, medium["origin"], told, about_media=by_hand)


def shapes_of(words: Words, platform: str) -> list[Shape]:
    """Every photo and video of a story as it stands on a platform."""
    own = words.renditions.get(platform, {})
    made = Medium.objects.filter(token__in=[one["token"] for one in own.values() if "token" in one])
    failed = {str(token): fault for token, fault in made.exclude(fault="").values_list("token", "fault")}
    found = []
    for place, origin in enumerate(words.media, 1):
        told, wish = _wanted(words, platform, origin["token"])
        shown = origin | own.get(origin["token"], {})
        left = shown.get("left_out", False)
        fault = failed.get(shown["token"], "")
        found.append(Shape(origin, None if left else shown, place, told, wish, fault))
    return found


def shape_of(words: Words, platform: str, token: str) -> Shape | None:
    """One of them; None where the story shows no such medium."""
    return next((shape for shape in shapes_of(words, platform) if shape.token == token), None)


def _wanted(words: Words, platform: str, token: str) -> tuple[tuple[str, ...], Rendition | None]:
    """What the platform says of a medium as it was handed in, and how it has to be made anew."""
    own = {name: one for name, one in words.renditions.get(platform, {}).items() if name != token}
    plain = replace(words, renditions={**words.renditions, platform: own})
    place = [one["origin"] for one in media_for(plain, platform)].index(token)
    found = [one for one in breaches_of(platform, content_for(plain, platform)) if one.medium == place]
    mends = [one for one in found if one.remedy is not None and one.remedy.deed in MENDED]
    return tuple(one.message for one in found), renditions(mends).get(place)
