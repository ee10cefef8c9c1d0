"""What every page of the shell shows: the government, the navigation, how much waits for the person."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from suluh.organization.models import Government, Person, Role
from suluh.organization.rights import grants_of
from suluh.organization.sockets.duties import Waiting, duties_counted

ROOMS = (
    (
        "monitoring:overview",
        gettext_lazy("Overview"),
        ("monitoring:overview", "monitoring:digest", "monitoring:report"),
    ),
    ("monitoring:units", gettext_lazy("Units"), ("monitoring:unit", "monitoring:item", "monitoring:compare")),
    ("monitoring:findings", gettext_lazy("Findings"), ("monitoring:finding", "monitoring:evidence")),
    ("monitoring:recaps", gettext_lazy("Recap"), ("monitoring:recap",)),
    (
        "disclosure:items",
        gettext_lazy("Public information"),
        (
            "disclosure:item",
            "disclosure:decree",
            "disclosure:exclusion",
            "disclosure:import",
            "disclosure:duty",
            "disclosure:file",
            "disclosure:refresh",
            "disclosure:links",
            "disclosure:pelaksana",
            "disclosure:push-key",
        ),
    ),
    (
        "disclosure:requests",
        gettext_lazy("Requests"),
        (
            "disclosure:request",
            "disclosure:answer",
            "disclosure:assignment",
            "disclosure:objection",
            "disclosure:dispute",
            "disclosure:register",
            "disclosure:report",
            "disclosure:service",
        ),
    ),
    ("deadlines:clocks", gettext_lazy("Deadlines"), ("deadlines:clock", "deadlines:calendar")),
    ("newsroom:desk", gettext_lazy("Newsroom"), ("newsroom:", "channels:")),
    ("evaluation:ranking", gettext_lazy("Ranking"), ("evaluation:ranking",)),
    ("monitoring:sweeps", gettext_lazy("Checks"), ("monitoring:sweep",)),
)
"""Rooms of the navigation: where each begins, its name, how the names of its pages begin."""

ONLY_FOR = {"disclosure:requests": frozenset({Role.SERVICE, Role.PPID, Role.SUPERIOR})}
"""Rooms that are shown to some roles; the others are everybody's."""

ACCOUNT_LINKS = (
    ("organization:register", gettext_lazy("Register")),
    ("mfa_index", gettext_lazy("Sign-in and security")),
)
"""Further pages for the person's menu; those of a part that is not installed are left out."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A link of the navigation."""

    words: Any
    address: str
    current: bool = False


@dataclass(frozen=True, slots=True)
class Shell:
    """What the frame of a page needs."""

    government: Government | None
    nav: list[Entry]
    waiting: Waiting | None
    role: str
    account_links: list[Entry]
    sign_out: str
    on_waiting: bool


def shell(request: HttpRequest) -> dict[str, Any]:
    """The frame of a page, read only when a template asks for it."""
    return {"shell": SimpleLazyObject(lambda: _shell(request))}


def _shell(request: HttpRequest) -> Shell:
    match = request.resolver_match
    page = match.view_name if match else ""
    user = getattr(request, "user", None)
    person = user if isinstance(user, Person) else None
    held = {grant.role for grant in grants_of(person)}
    role = next((Role(role).label for role in Role if role in held), "")
    links = [Entry(words, _address(name)) for name, words in ACCOUNT_LINKS if _address(name)]
    return Shell(
        government=getattr(request, "government", None),
        nav=[
            Entry(words, _address(name), page.startswith(pages))
            for name, words, pages in ROOMS
            if _address(name) and (name not in ONLY_FOR or held & ONLY_FOR[name])
        ],
        waiting=duties_counted(person) if person else None,
        role=str(role) if person else _("Not signed in"),
        account_links=links if person else [],
        sign_out=_address("account_logout") or _address("logout"),
        on_waiting=page == "monitoring:waiting",
    )


def _address(name: str) -> str:
    """The address of a page, empty where its part is not installed."""
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""
