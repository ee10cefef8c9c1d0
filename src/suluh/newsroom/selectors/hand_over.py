"""What a predecessor leaves: the charter with its decision, open promises, deputies, overrides, accounts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from suluh.channels.models import Channel
from suluh.channels.selectors.channels import channels_visible_to
from suluh.kernel.row_keys import row_key
from suluh.newsroom.mix import Share
from suluh.newsroom.models import Charter, Deputy, Override, Review, Story
from suluh.newsroom.voices import running_deputies
from suluh.organization.models import Account, Person
from suluh.organization.selectors.visible import visible_to

from .charter import charter_in_force, rules_in_force, shares_now
from .queue import counted
from .stories import stories_visible_to
from .vacancies import Vacancy, vacancies

MOST = 30
LOG = 50


@dataclass(frozen=True, slots=True)
class Estate:
    """Everything that goes on when the people change. Long lists show their first rows, `waiting` counts all."""

    charter: Charter | None
    shares: list[Share]
    vacancies: list[Vacancy]
    waiting: int
    promises: list[Story]
    reviews: list[Review]
    deputies: list[Deputy]
    overrides: list[Override]
    channels: list[Channel]
    """Those that Suluh speaks through, unit after unit."""
    accounts: list[Account]
    """Those that Suluh does not speak through."""
    more_accounts: bool
    on_duty: list[tuple[int, Person]]


def estate(person: Any) -> Estate:
    """The hand-over of the newsroom, as far as the person sees its units."""
    rules = rules_in_force()
    open_ones = stories_visible_to(person).filter(state=Story.State.SUBMITTED)
    channels = channels_visible_to(person).exclude(state=Channel.State.CLOSED)
    free = Q(channel=None) | Q(channel__state=Channel.State.CLOSED)
    accounts = visible_to(person, Account.objects.filter(free, active=True).select_related("unit"))
    others = list(accounts.order_by("unit__sort_key", "platform")[: MOST + 1])
    return Estate(
        charter=charter_in_force(),
        shares=shares_now(rules),
        vacancies=vacancies(open_ones),
        waiting=counted(open_ones),
        promises=list(open_ones.order_by("promised_at", "pk")[:MOST]),
        reviews=list(reviews_open_to(person)[:MOST]),
        deputies=deputies_shown(),
        overrides=list(overrides_newest()[:MOST]),
        channels=list(channels.order_by("unit__sort_key", "unit_id", "platform")[:MOST]),
        accounts=others[:MOST],
        more_accounts=len(others) > MOST,
        on_duty=_on_duty(rules.rota),
    )


def reviews_open_to(person: Any) -> Any:
    """Looks afterwards that are still owed."""
    rows = Review.objects.filter(verdict="", story__in=stories_visible_to(person))
    return rows.select_related("story__unit", "by").order_by("due_at", "pk")


def overrides_newest() -> Any:
    """The log of overrides, for every officer: it shows reasons, never the story itself."""
    return Override.objects.select_related("story__unit", "by", "charter").order_by("-pk")


def overrides_page(after: str) -> tuple[list[Override], str]:
    """A page of the log from behind the key `after`."""
    rows = overrides_newest()
    if (last_seen := row_key(after)) is not None:
        rows = rows.filter(pk__lt=last_seen)
    found = list(rows[: LOG + 1])
    return found[:LOG], str(found[LOG - 1].pk) if len(found) > LOG else ""


def deputies_shown() -> list[Deputy]:
    """Deputies of today."""
    return list(running_deputies().select_related("principal", "deputy", "appointed_by")[:100])


def _on_duty(rota: dict[str, int]) -> list[tuple[int, Person]]:
    people = Person.objects.in_bulk(rota.values())
    return [(int(day), people[pk]) for day, pk in sorted(rota.items()) if pk in people]
