"""Scripts that hide what they do and lead readers elsewhere."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterator
from itertools import islice
from urllib.parse import unquote

from suluh.monitoring.probes.injection.address import doorway, host_of, is_institution, owner_of
from suluh.monitoring.probes.injection.data import words
from suluh.monitoring.probes.injection.lexicon import read
from suluh.monitoring.probes.injection.verdict import Signal

_PACKED = re.compile(
    r"eval\s*\(\s*(?:atob|unescape|decodeURIComponent|String\.fromCharCode|function\s*\(\s*p\s*,\s*a\s*,\s*c\s*,\s*k|window\[|\w+\()"
    r"|document\.write(?:ln)?\s*\(\s*(?:atob|unescape|decodeURIComponent|String\.fromCharCode)"
    r"|(?:Function|setTimeout)\s*\(\s*(?:atob|unescape|String\.fromCharCode)|new\s+Function\s*\(\s*atob"
    r"|(?:\\x[0-9a-f]{2}){20}|String\.fromCharCode\((?:\s*\d+\s*,){15}", re.IGNORECASE
)  # fmt: skip
_BASE64 = re.compile(r"atob\(\s*['\"]([A-Za-z0-9+/=\s]{16,})['\"]|['\"]([A-Za-z0-9+/]{40,}={0,2})['\"]")
_PERCENT = re.compile(r"(?:%[0-9a-fA-F]{2}){3}[^'\"]*")
_HEX = re.compile(r"(?:\\x[0-9a-fA-F]{2}){4,}")
_CODES = re.compile(r"fromCharCode\(((?:\s{0,9}\d{1,7}\s{0,9},){7,}\s{0,9}\d{1,7}\s{0,9},?\s{0,9})\)")
_REDIRECT = re.compile(
    r"(?:location(?:\.href|\.replace|\.assign)?|\[['\"](?:location|href|replace)['\"]\])\s*(?:=|\()\s*['\"`]\s*((?:https?:)?//[^'\"`\s]+)"
    r"|window\.open\(\s*['\"]((?:https?:)?//[^'\"]+)['\"]\s*,\s*['\"]_self", re.IGNORECASE
)  # fmt: skip
_VIA_NAME = re.compile(r"(?:var|let|const)\s+(\w+)\s*=\s*['\"`]((?:https?:)?//[^'\"`\s]+)['\"`]")
_PICKY = re.compile(
    r"document\.referrer[^;]{0,120}(?:google|bing|yahoo|yandex|duckduckgo)|(?:google|bing|yahoo)[^;]{0,60}(?:test|match|indexOf|includes)\(\s*document\.referrer"
    r"|userAgent[^;]{0,120}(?:bot|crawl|spider|google)", re.IGNORECASE
)  # fmt: skip
_CLICK = re.compile(
    r"onclick|addEventListener\(\s*['\"](?:click|change|submit)|\.click\(|function\s+\w{1,99}\s*\([^()]{0,300}\)\s*\{[^{}]*$",
    re.IGNORECASE,
)
_MOST = 200_000
_MOST_CODED = 20_000
_MANGLED = 6
_MOST_NAMES = 40
_TRACES = ("atob", "eval(", "eval (", "unescape", "fromCharCode", "\\x", "_0x", "Function(", "decodeURIComponent")
KNOWN = frozenset(words("known_owners"))
"""Owners that public sites link to every day."""


def is_foreign(url: str, own: str) -> bool:
    """True for an absolute address of somebody else who is neither a public body nor a service everybody links to."""
    host = host_of(url if "//" not in url[:2] else "https:" + url)
    return bool(host) and owner_of(host) != owner_of(own) and not is_institution(host) and owner_of(host) not in KNOWN


def unpacked(script: str) -> str:
    """What the script's coded strings say, decoded once or twice."""
    text, parts = script[:_MOST], []
    for _ in range(2):
        found = list(_decoded(text))
        parts += found
        text = "\n".join(found)
        if not text:
            break
    return "\n".join(parts)


def _decoded(text: str) -> Iterator[str]:
    for pair in _BASE64.findall(text):
        coded = re.sub(r"\s+", "", pair[0] or pair[1])[:_MOST_CODED]
        try:
            plain = base64.b64decode(coded + "=" * (-len(coded) % 4)).decode("utf-8")
        except (binascii.Error, ValueError):
            continue
        if plain.isprintable() or "<" in plain or "http" in plain:
            yield plain
    for run in _PERCENT.findall(text):
        yield unquote(run)
    for run in _HEX.findall(text):
        yield bytes.fromhex(run.replace("\\x", "")).decode("latin-1")
    for run in _CODES.findall(text):
        yield "".join(chr(int(code)) for code in re.findall(r"\d+", run) if int(code) < 0x10FFFF)


def script_signals(url: str, scripts: list[str]) -> Iterator[Signal]:
    """Packed code, redirects to strangers, and links written by script."""
    own = host_of(url)
    for script in scripts:
        coded = any(trace in script for trace in _TRACES)
        hidden = unpacked(script) if coded else ""
        packed = coded and (bool(_PACKED.search(script)) or script.count("_0x") >= _MANGLED)
        target = _target(script, own) or _target(hidden, own)
        if packed and (target or hidden.count("http") or not hidden):
            yield Signal("packed-script", "code", 2.0 if target or "http" in hidden else 1.0, _excerpt(_PACKED, script))
        if target:
            weight, _ = doorway(target)
            picky = bool(_PICKY.search(script) or _PICKY.search(hidden))
            yield Signal(
                "foreign-redirect",
                "redirect",
                min(4.5, 1.5 + 1.5 * picky + 0.5 * weight),
                f"skrip mengalihkan ke {target}",
            )
            if picky:
                yield Signal(
                    "picky-script",
                    "code",
                    1.5,
                    "hanya untuk pembaca dari mesin pencari: " + _excerpt(_PICKY, script + hidden),
                )
        yield from _written(script, hidden, packed)


def _target(script: str, own: str) -> str | None:
    if "location" not in script and "open(" not in script:
        return None
    names = dict(_VIA_NAME.findall(script))
    found: list[str] = [first or second for first, second in _REDIRECT.findall(script)]
    found += [
        link
        for name, link in islice(names.items(), _MOST_NAMES)
        if re.search(rf"location(?:\.href|\.replace|\.assign)?\s*(?:=|\()\s*{name}\b", script)
    ]
    waits_for_click = bool(_CLICK.search(script))
    return next((link for link in found if is_foreign(link, own) and (not waits_for_click or doorway(link)[0])), None)


def _written(script: str, hidden: str, packed: bool) -> Iterator[Signal]:
    for text, coded in ((hidden, True), (script, packed)):
        if "<a" in text or (coded and text):
            reading = read(re.sub(r"<[^<>]*>|[{}();=]", " ", text[:8000]))
            if reading.total >= 4:
                yield Signal("scripted-links", "links", 2.5, "ditulis skrip: " + ", ".join(list(reading.promo)[:5]))
                return


def _excerpt(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.search(text)
    return text[max(0, found.start() - 20) : found.start() + 120] if found else text[:120]
