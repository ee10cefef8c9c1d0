"""What an address itself gives away: doorway queries, pages planted among uploads, hosts named after a game."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import unquote_plus

from suluh.kernel.http.urls import split
from suluh.monitoring.probes.injection.coined import coined
from suluh.monitoring.probes.injection.data import words
from suluh.monitoring.probes.injection.lexicon import hints, read
from suluh.monitoring.probes.injection.reading import Reading

_SECOND_LEVEL = frozenset(words("second_level"))
_INSTITUTION = re.compile(r"(?:^|\.)(?:go|ac|sch|desa|mil)\.id$|\.edu$|\.gov$|\.localhost$")
_PLANTED = re.compile(
    r"/(?:wp-content/(?:uploads|plugins|themes|upgrade|languages)|wp-includes|wp-admin|templates|uploads?|assets|images|img|files|media|vendor|\.well-known|cgi-bin|tmp|cache)/",
    re.IGNORECASE,
)
_PAGE = re.compile(r"(?:\.(?:html?|php\d?|phtml)|/)$", re.IGNORECASE)
_RANDOM = re.compile(r"/(?=[a-z0-9]*\d)(?=[a-z0-9]*[a-z])[a-z0-9]{5,12}(?:/|\.php|\.html?)", re.IGNORECASE)
_SEARCH = re.compile(r"(?:^|&)(?:s|q|search|cari|keyword|kata|query|keywords|katakunci)=", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+")
_SINGLE = frozenset(words("games"))


@lru_cache(maxsize=8192)
def host_of(url: str) -> str:
    """Host in lower case without `www.`; empty for what is no absolute address."""
    try:
        return (split(url).hostname or "").removeprefix("www.").rstrip(".")
    except ValueError:
        return ""


@lru_cache(maxsize=8192)
def owner_of(host: str) -> str:
    """The registrable part of a host: `dinkes.arunikakab.go.id` → `arunikakab.go.id`."""
    labels = host.split(".")
    if labels[-1:] == ["localhost"] or labels[-1:] == ["example"]:
        return ".".join(labels[-2:])
    size = 3 if len(labels) > 2 and len(labels[-1]) == 2 and labels[-2] in _SECOND_LEVEL else 2
    return ".".join(labels[-size:])


def is_institution(host: str) -> bool:
    """True for hosts under a name that only public bodies and schools may hold, and for local demonstrations."""
    return bool(_INSTITUTION.search(host))


@lru_cache(maxsize=8192)
def doorway(url: str) -> tuple[float, str]:
    """Weight (0 to 5) of gambling in the address, and the part that shows it."""
    try:
        parts = split(url)
    except ValueError:
        return 0.0, ""
    planted = bool(_PLANTED.search(parts.path) and _PAGE.search(parts.path))
    if not hints(unquote_plus(url)):
        odd = planted and _RANDOM.search(parts.path)
        return (1.0, parts.path) if odd else (0.0, "")
    found = [_host_weight(parts.hostname or ""), _query_weight(parts.query), _path_weight(parts.path)]
    weight, shown = max(found)
    if planted and (weight or _RANDOM.search(parts.path)):
        weight, shown = weight + 1.0, shown or parts.path
    return min(5.0, weight), shown


def _host_weight(host: str) -> tuple[float, str]:
    labels = host.removeprefix("www.").split(".")
    for label in labels[:-1]:
        parts = label.split("-")
        named = any(part in _SINGLE or ((term := coined(part)) and term.role == "promo") for part in parts)
        if named or read(" ".join(parts)).selling >= 3:
            return 2.5, host
    return 0.0, ""


def _query_weight(query: str) -> tuple[float, str]:
    if not query:
        return 0.0, ""
    text = unquote_plus(query)
    reading = read(_spaced(text))
    single = _single_word(text)
    weight = min(3.0, reading.total) or (2.0 if single and not reading.strong_guard else 0.0)
    return (weight * 0.4 if _SEARCH.search(query) else weight), f"?{text}"


def _path_weight(path: str) -> tuple[float, str]:
    text = unquote_plus(path)
    reading = read(_spaced(text))
    weight = min(3.0, reading.total) if reading.selling else 0.0
    last = [word for word in _WORD.findall(text.lower()) if not word.isdigit()][-2:]
    if (
        not weight
        and not _guarded(reading)
        and last
        and last[-1] in _SINGLE - {"toto", "zeus", "olympus", "poker", "rtp", "slots", "slot"}
    ):
        weight = 1.5
    return weight, text


def _single_word(text: str) -> bool:
    """A query that is little else than the name of a game: `?slot`, `?id=gacor`; not `?slot=3`."""
    found = _WORD.findall(text.lower())
    games = [word for word in found if word in _SINGLE]
    numbers = [word for word in found if word.isdigit()]
    return bool(games) and not (games == ["slot"] and numbers) and len(found) <= 6


def _guarded(reading: Reading) -> bool:
    return bool(reading.strong_guard or reading.weak_guard)


def _spaced(text: str) -> str:
    return " ".join(_WORD.findall(text))
