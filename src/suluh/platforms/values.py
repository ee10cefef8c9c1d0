"""What goes to a platform and what comes back, as plain values."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import IO

from suluh.kernel.http.calls import Calls


def web_address(url: str) -> str:
    """An address that people may be led to; "" for any other thing that a service calls an address of its own."""
    return url if url.startswith(("https://", "http://")) else ""


class Means(StrEnum):
    """What a platform offers against showing a post twice."""

    KEYED = "keyed"
    """The same key shows one post, however often it is sent."""
    PREPARED = "prepared"
    """A draft is made first, which nobody sees; showing it twice shows one."""
    LISTED = "listed"
    """Own recent posts can be listed, so that a lost one is found."""
    NONE = "none"
    """Nothing: after an unclear answer only a person can look."""


@dataclass(frozen=True, slots=True)
class Medium:
    """A picture or video, ready for the platform. `alt` says what it shows, for those who cannot see it.

    Pixels, seconds and codecs are 0 or empty where nobody has read them. `video` and `sound` are codecs as FFmpeg
    names them ("h264", "aac"). `url` is where a platform that fetches media itself finds this one for a short while.
    """

    name: str
    mime: str
    content: bytes
    alt: str = ""
    width: int = 0
    height: int = 0
    seconds: float = 0.0
    video: str = ""
    sound: str = ""
    url: str = ""
    source: Callable[[], IO[bytes]] | None = None
    """Opens the file of a video, which is never read whole into memory; `content` is empty then."""
    weight: int = 0
    """Bytes of that file."""

    @property
    def size(self) -> int:
        """Bytes."""
        return self.weight or len(self.content)

    def piece(self, first: int, length: int) -> bytes:
        """So many bytes from the byte `first` on, fewer at the end."""
        if self.source is None:
            return self.content[first : first + length]
        with self.source() as file:
            file.seek(first)
            return file.read(length)


@dataclass(frozen=True, slots=True)
class Post:
    """What is published, frozen at approval. `title` and `link` are empty where there are none."""

    text: str
    title: str = ""
    link: str = ""
    media: tuple[Medium, ...] = ()


@dataclass(frozen=True, slots=True)
class Access:
    """Where and as whom: the address of the service, the account's name there, and its secrets."""

    address: str
    handle: str = ""
    secrets: Mapping[str, str] = field(default_factory=dict, repr=False)


@dataclass(frozen=True, slots=True)
class Live:
    """The post is public. `remote` is its id on the platform, `url` where people read it.

    `rest` is how many seconds the account sends nothing more, because the platform says that its quota is used up.
    """

    remote: str
    url: str = ""
    rest: float = 0.0

    def __post_init__(self) -> None:
        object.__setattr__(self, "url", web_address(self.url))


@dataclass(frozen=True, slots=True)
class Refused:
    """The post is certainly not public and will not be by trying again; `reason` says what to do."""

    reason: str
    access_lost: bool = False
    """The account has to be connected again; until then nothing more is sent there."""


@dataclass(frozen=True, slots=True)
class Later:
    """The post is certainly not public; the platform takes it after so many seconds, 0 where it named none."""

    seconds: float
    reason: str
    gained: bool = False
    """A part of the work is done and noted; such a try does not count among those that end in giving up."""


@dataclass(frozen=True, slots=True)
class Unsure:
    """The post may be public or not."""

    reason: str
    patience: float = 0.0
    """The platform says that it is still at work; for so many seconds a person is not asked."""


@dataclass(frozen=True, slots=True)
class Absent:
    """The platform was asked and shows no such post now; one that it still works on may appear yet."""


@dataclass(frozen=True, slots=True)
class ByHand:
    """A person does it; there is no interface for programs, or none for this. `reason` says what to do."""

    reason: str = ""


@dataclass(frozen=True, slots=True)
class Gone:
    """The post is no longer public: taken down now, or not there any more."""


Outcome = Live | Refused | Later | Unsure | ByHand
Change = Outcome | Gone
"""What comes of changing or taking down a live post."""
Sighting = Live | Absent | Unsure | ByHand


class Deed(StrEnum):
    """What a machine can do to a post so that it keeps a rule."""

    SHORTEN = "shorten"
    CROP = "crop"
    RE_ENCODE = "re-encode"
    SCALE = "scale"
    CUT = "cut"
    DROP = "drop"


@dataclass(frozen=True, slots=True)
class Rendition:
    """How a medium has to be made anew. What is empty or 0 may stay as it is.

    `ratio` is width to height. `most_width` and `most_height` bound the pixels, `most_area` their product.
    """

    ratio: tuple[int, int] | None = None
    mime: str = ""
    video: str = ""
    sound: str = ""
    most_bytes: int = 0
    most_width: int = 0
    most_height: int = 0
    most_area: int = 0
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Remedy:
    """A change that a machine can make: its deed, the words of its button, and the one of three that it needs.

    SHORTEN carries `text` for the field `of` ("text" or "title"); DROP carries how many media to `keep`; the others
    carry the `rendition` of the breach's medium.
    """

    deed: Deed
    label: str
    of: str = ""
    text: str = ""
    keep: int = 0
    rendition: Rendition = Rendition()


@dataclass(frozen=True, slots=True)
class Breach:
    """A rule of the platform that a post breaks: its code, and a sentence that says what to change.

    `medium` is the place of the medium at fault, None when the text or the whole is. `remedy` is None where only a
    person can change it.
    """

    code: str
    message: str
    medium: int | None = None
    remedy: Remedy | None = None


@dataclass(frozen=True, slots=True)
class Original:
    """A live post that another account carries on: its id there, where readers find it, where its service answers."""

    remote: str
    url: str
    address: str


NOTHING = Original("", "", "")
"""No post of anybody else."""


async def _forget(name: str, value: str) -> None:
    """Keep nothing."""


@dataclass(frozen=True, slots=True)
class Errand:
    """One post on its way to one account.

    `key` is the same for every try of the same post and for no other post; `begun` is when it was first sent.
    `notes` holds what earlier tries noted, such as the id of a draft; `keep` writes a note down for good before it
    returns, so that a killed process does not lose it. `remote` is the id of the live post that is to be changed or
    taken down, empty while it is being published. `original` is the post that is carried on, where that is the errand.
    """

    post: Post
    access: Access
    key: str
    begun: datetime
    calls: Calls
    notes: dict[str, str] = field(default_factory=dict)
    keep: Callable[[str, str], Awaitable[None]] = _forget
    remote: str = ""
    original: Original = NOTHING

    async def note(self, name: str, value: str) -> str:
        """Note what the platform said, for good."""
        self.notes[name] = value
        await self.keep(name, value)
        return value
