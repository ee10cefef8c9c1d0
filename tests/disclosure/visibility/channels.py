"""Every address of the rooms that show public information, with every value its parts can have in the filled world."""

from __future__ import annotations

import contextlib
import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import Any
from uuid import uuid4

from django.db import transaction
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.urls.exceptions import NoReverseMatch
from django.utils import timezone
from pypdf import PdfReader
from pypdf.errors import PyPdfError

from suluh.deadlines.models import Clock
from suluh.disclosure.models import (
    Assignment,
    CaseFile,
    Decree,
    Exclusion,
    InformationRequest,
    Item,
    ItemFile,
    Letter,
    Objection,
    SealedFile,
)
from suluh.disclosure.services.case_files import file_link
from suluh.organization.models import Person
from tests.disclosure.visibility.hidden import OPEN, SEARCHES, SECRETS

ROOMS = ("disclosure", "portal")
BESIDE = (
    "deadlines:clocks", "deadlines:clock", "deadlines:calendar", "monitoring:waiting", "monitoring:overview",
    "monitoring:unit", "monitoring:digest", "organization:trail", "organization:unit-trail", "organization:unit",
)  # fmt: skip
"""Pages of other rooms on which this one's duties, dates and events stand."""
NOWHERE = "AAAA-BBBB-CCCC-DDDD"
KEYS: tuple[tuple[str, Any], ...] = (
    ("dip/uji/", Exclusion), ("dip/keputusan/", Decree), ("layanan/keberatan/", Objection),
    ("layanan/bahan/", Assignment), ("layanan/", InformationRequest), ("tenggat/", Clock),
)  # fmt: skip
"""Whose keys stand in the addresses below a path; the first that fits."""
FOR_ALL = re.compile(r"disclosure:(public-(?!file)|statistics|suggestion|ask)|portal:")
"""Pages that look the same for everybody; a few roles are enough to show that nothing else stands on them."""
READ_BY = {"outsider", "sibling", "coordinator", "service"}
WHOLE = {
    "disclosure:public-item", "disclosure:item", "disclosure:public-file", "disclosure:exclusion", "disclosure:decree",
    "disclosure:request", "disclosure:objection", "disclosure:assignment", "disclosure:public-item-data",
}  # fmt: skip
"""Pages that are tried for every object; deeds on it are tried for those that are hidden most."""
SHEET, PAPER = b"PK\x03\x04", b"%PDF"
FIXED: dict[str, tuple[object, ...]] = {
    "form": ("json", "csv", "jsonld", "ttl", "xlsx", "pdf"), "kind": ("permohonan", "keberatan"), "token": (uuid4(),),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Place:
    """One address, its name, and how it is asked."""

    name: str
    address: str
    method: str = "get"


def places(world: Any, role: str) -> Iterator[Place]:
    """Every address as this role would try it."""
    for place in _all_places(world, role):
        if role == "tracker":
            if ":track" in place.name:
                yield place
        elif role in READ_BY or not FOR_ALL.match(place.name):
            yield place


def _all_places(world: Any, role: str) -> Iterator[Place]:
    """Every address with every value; searches with every word that could find something hidden."""
    for pattern in _patterns():
        for values in _values(world, role, pattern):
            address = reverse(pattern.name, kwargs=values)
            yield Place(pattern.name, address)
            if pattern.name == "disclosure:request-identity":
                yield Place(pattern.name, address, "post")
    for name, words in SEARCHES.items():
        for word in words:
            yield Place(f"disclosure:{name}", f"{reverse(f'disclosure:{name}')}?q={word}")
    yield Place("disclosure:ask", reverse("disclosure:ask") + "#" + " ".join(SEARCHES["public-list"]), "post")
    for tab in ("telaah", "dikembalikan", "menunggu", "terbit"):
        yield Place("disclosure:items", reverse("disclosure:items") + f"?tab={tab}")
    for name, query in (("requests", "tab=selesai"), ("objections", "tab=selesai")):
        yield Place(f"disclosure:{name}", reverse(f"disclosure:{name}") + f"?{query}")
    since = reverse("disclosure:public-export", args=["json"]) + "?sejak=2020-01-01"
    yield Place("disclosure:public-export", since)
    yield Place("api:changes", reverse("api:changes") + "?since=2020-01-01T00:00:00Z")
    for kind in FIXED["kind"]:
        village = reverse("disclosure:public-register", args=[kind]) + f"?badan={world.village.slug}"
        yield Place("disclosure:public-register", village)


def shown(world: Any, role: str, only: str = "") -> Iterator[tuple[str, Place, int]]:
    """Each hidden or open word that a role is shown, where, and with which status."""
    client = Client(raise_request_exception=False)
    if (person := getattr(world, role)) is not None:
        client.force_login(Person.objects.get(pk=person.pk))
    for place in places(world, role):
        if only and not place.name.endswith(only):
            continue
        status, page = _answer(client, place)
        for word in (*SECRETS, *OPEN):
            if word in page:
                yield word, place, status


def _answer(client: Client, place: Place) -> tuple[int, str]:
    point = transaction.savepoint()
    try:
        if place.method == "post":
            address, _, words = place.address.partition("#")
            answer = client.post(address, {"details": words} if words else {})
        else:
            answer = client.get(place.address)
        return answer.status_code, _readable(b"".join(answer)) + str(answer.headers)
    finally:
        transaction.savepoint_rollback(point)


def _readable(content: bytes) -> str:
    """What a person or a program reads in an answer: sheets unpacked, papers by their text."""
    if content.startswith((SHEET, PAPER)):
        return _unpacked(content)
    return content.decode(errors="replace")


@cache
def _unpacked(content: bytes) -> str:
    """The words of a sheet or a paper; several roles are handed the same one."""
    if content.startswith(SHEET):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return " ".join(_readable(archive.read(name)) for name in archive.namelist())
    text = content.decode(errors="replace")
    try:
        return text + " ".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)
    except (PyPdfError, KeyError, AttributeError, TypeError):
        return text


@dataclass(frozen=True, slots=True)
class _Pattern:
    name: str
    path: str
    parts: tuple[str, ...]


def _patterns(resolver: URLResolver | None = None, space: str = "", path: str = "") -> Iterator[_Pattern]:
    for entry in (resolver or get_resolver()).url_patterns:
        below = path + str(entry.pattern)
        if isinstance(entry, URLResolver):
            yield from _patterns(entry, f"{space}{entry.namespace}:" if entry.namespace else space, below)
        elif isinstance(entry, URLPattern) and (space.rstrip(":") in ROOMS or f"{space}{entry.name}" in BESIDE):
            parts = tuple(entry.pattern.converters) or tuple(entry.pattern.regex.groupindex)
            yield _Pattern(f"{space}{entry.name}", re.sub(r"[\^$\\]|\(\?P", "", below), parts)


def _values(world: Any, role: str, pattern: _Pattern) -> Iterator[dict[str, object]]:
    choices = [_choices(world, role, pattern, part) for part in pattern.parts]
    for values in product(*choices):
        found = dict(zip(pattern.parts, values, strict=True))
        if not _belong(pattern, found):
            continue
        with contextlib.suppress(NoReverseMatch):
            reverse(pattern.name, kwargs=found)
            yield found


def _belong(pattern: _Pattern, found: dict[str, Any]) -> bool:
    """Whether a file stands under its own item; another's address says no more than that it is none."""
    if pattern.name in ("disclosure:public-file", "disclosure:file-remove"):
        return ItemFile.objects.filter(pk=found["pk"], item__code=found["code"]).exists()
    if pattern.name == "disclosure:sealed-file":
        return SealedFile.objects.filter(pk=found["number"], exclusion=found["pk"]).exists()
    return True


def _choices(world: Any, role: str, pattern: _Pattern, part: str) -> list[Any]:
    """Values of one part of an address, told by its name and the path it stands in."""
    if part == "form" and "code" in pattern.parts:
        return ["json", "ttl"]
    if part in FIXED:
        return list(FIXED[part])
    if part == "year":
        return [timezone.localdate().year - back for back in (0, 1)]
    if part == "slug":
        if pattern.name in ("disclosure:register", "disclosure:retention"):
            return [world.root.slug, world.village.slug]
        return [world.root.slug if pattern.path.startswith("layanan/") else world.health.slug]
    if part == "word":
        person = getattr(world, role)
        holders = {world.service} if person is None else {person, world.service}
        return [file_link(file, holder) for file in CaseFile.objects.all() for holder in holders]
    if part == "code":
        if pattern.path.startswith("lacak/"):
            return [world.followed.code if role == "tracker" else NOWHERE]
        return _codes(world, pattern)
    return _keys(world, pattern, part)


def _codes(world: Any, pattern: _Pattern) -> list[Any]:
    rows = Item.objects.all() if pattern.name in WHOLE else Item.objects.filter(pk__in=world.most_hidden)
    return list(rows.values_list("code", flat=True))


def _keys(world: Any, pattern: _Pattern, part: str) -> list[Any]:
    if part == "letter" or pattern.path.startswith("lacak/<slug:code>/surat/"):
        return list(Letter.objects.values_list("pk", flat=True))
    if pattern.path.startswith("lacak/"):
        return list(CaseFile.objects.values_list("pk", flat=True))
    if part == "number":
        return list(SealedFile.objects.values_list("pk", flat=True))
    if "<slug:code>" in pattern.path:
        return list(ItemFile.objects.values_list("pk", flat=True))
    rows = next((model for path, model in KEYS if pattern.path.startswith(path)), None)
    if rows is None:
        return [world.hidden_rows[0].pk]
    if pattern.name in WHOLE:
        return list(rows.objects.values_list("pk", flat=True))
    return [row.pk for row in world.hidden_rows if isinstance(row, rows)]
