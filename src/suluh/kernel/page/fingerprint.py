"""A hash of a page that stays the same while only its counters, tokens and clocks change.

No parse: the page is looked at with byte searches only, because this runs on every page of every sweep. What counts:
the words between tags, the addresses of links, the addresses of scripts and the risky calls inside them. What does
not: digits outside links (visitor counters, clocks, render times), attributes and with them every hidden field and
anti-forgery token, comments, day names and other words of time. The price: a change in nothing but
digits outside a link is taken for a counter.
"""

import re
from hashlib import blake2b

_TEXT = re.compile(rb">([^<]+)")
_HREF = re.compile(rb"href\s*=\s*[\"']?([^\"'\s>]+)")
_SOURCE = re.compile(rb"src\s*=\s*[\"']?([^\"'\s>?]+)", re.IGNORECASE)
_UNSTEADY_LINKS = re.compile(
    rb"\.(?:css|js|png|ico|woff2?|svg)\?|/wp-json|oembed|email-protection|sess?id|nonce|csrf|token"
)
_SPACED = bytes.maketrans(b"0123456789.,:;+-/|()'\"&", b" " * 23)
_RISKY_CALLS = (b"eval(", b"atob(", b"document.write", b"location", b"fromCharCode", b"unescape(")
_MOVING_WORDS = frozenset(
    b"senin selasa rabu kamis jumat jum at sabtu minggu ahad pagi siang sore malam "
    b"monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun am pm nbsp "
    b"detik menit jam hari pekan bulan tahun sejam semenit sehari seminggu sebulan setahun yang lalu kemarin "
    b"second seconds minute minutes hour hours day days week weeks month months year years ago yesterday".split()
)


def body_hash(page: str | bytes) -> str:
    """Fingerprint of a page's words and links, 32 hexadecimal digits."""
    body = page.encode("utf-8", "replace") if isinstance(page, str) else page
    body, scripts = _without_scripts(body)
    body = _without(body, b"<!--", b"-->")
    body = _without(body, b"<style", b"</style>")
    text = b" ".join(_TEXT.findall(body)).lower().translate(_SPACED)
    digest = blake2b(b" ".join([word for word in text.split() if word not in _MOVING_WORDS]), digest_size=16)
    digest.update(b"\n".join(_steady_links(body)))
    digest.update(b"\n".join(scripts))
    return digest.hexdigest()


def _steady_links(body: bytes) -> list[bytes]:
    """Addresses linked from the page, without those that carry a token or a version of the day."""
    return [
        link
        for link in _HREF.findall(body)
        if not ((b"?" in link or b"#" in link) and _UNSTEADY_LINKS.search(link.lower()))
    ]


def _without_scripts(body: bytes) -> tuple[bytes, list[bytes]]:
    """The page without scripts, and of each script its address or the risky calls it makes."""
    first, *rest = body.split(b"<script")
    kept, scripts = [first], []
    for part in rest:
        inside, _, after = part.partition(b"</script")
        kept.append(after)
        opening, _, code = inside.partition(b">")
        source = _SOURCE.search(opening)
        scripts.append(source[1] if source else b" ".join(call for call in _RISKY_CALLS if call in code))
    return b"".join(kept), scripts


def _without(body: bytes, begin: bytes, end: bytes) -> bytes:
    """The page without every span from `begin` to `end`."""
    if begin not in body:
        return body
    first, *rest = body.split(begin)
    return first + b"".join(part.partition(end)[2] for part in rest)
