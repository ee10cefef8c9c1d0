"""Does a title still speak of the body whose address it stands under?"""

from __future__ import annotations

import re

from suluh.monitoring.probes.injection.address import host_of, is_institution
from suluh.monitoring.probes.injection.data import alternatives, words

_BODY = re.compile(rf"\b(?:{alternatives('public_bodies')})\b", re.IGNORECASE)
_LABEL = re.compile(r"[a-z]{3,}")
_EVERYWHERE = frozenset(words("labels_everywhere"))


def names_its_body(url: str, text: str, unit_name: str = "") -> bool:
    """True when the text names a public body, a word of the host, or the unit."""
    if _BODY.search(text):
        return True
    low = text.lower()
    if any(word in low for word in unit_name.lower().split() if len(word) > 3):
        return True
    labels = host_of(url).split(".")[:-2]
    return any(label in low for part in labels for label in _LABEL.findall(part) if label not in _EVERYWHERE)


def belongs_to_body(url: str, unit_name: str = "") -> bool:
    """True when the address is one that a public body should answer for."""
    host = host_of(url)
    return bool(unit_name) or is_institution(host) or host.endswith(".example")
