"""Writes on excluded information: the PPID tests, the head approves, time or a decision opens (art. 49–53)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from suluh.disclosure.errors import ExclusionIncomplete, ExclusionState, NumberTaken
from suluh.disclosure.models import Exclusion, Item
from suluh.organization.models import Event, Person, Unit
from suluh.organization.naming import fold
from suluh.organization.permissions import permit
from suluh.organization.rights import Actor
from suluh.organization.services.sealing import values_forget
from suluh.organization.services.trail import record

from .exclusion_clocks import warning_start, warning_stop
from .lexemes import lexemes_later
from .numbering import next_codes
from .sealing_files import item_files_seal, sealed_files_hand_on, sealed_files_open

State = Exclusion.State
Scope = Exclusion.Scope


@dataclass(frozen=True, slots=True)
class ConsequenceTest:
    """What a consequence test says (annex II): the information, its basis, both consequences, period, testers."""

    label: str
    exact: str
    grounds: tuple[str, ...]
    law_basis: str
    harm: str
    benefit: str
    testers: tuple[dict[str, str], ...]
    tested_on: date
    tested_at: str
    starts_on: date
    ends_on: date | None = None
    scope: str = Scope.WHOLE

    def columns(self) -> dict[str, Any]:
        """Columns of an exclusion."""
        values = {name: getattr(self, name) for name in self.__slots__}
        return values | {"grounds": list(self.grounds), "testers": list(self.testers)}


@transaction.atomic
def exclusion_draft(
    *,
    unit: Unit,
    number: str,
    sheet: ConsequenceTest,
    by: Actor,
    item: Item | None = None,
    replaces: Exclusion | None = None,
) -> Exclusion:
    """Draw up a consequence test; one that `replaces` another is the change sheet of annex IV.

    Raises:
        NotAllowed: `by` is not the PPID of the unit's body.
        NumberTaken: a test has this number.
        ExclusionState: what is to be replaced is not in force.
    """
    permit(by, "exclusion.test", unit)
    if Exclusion.objects.filter(number=number).exists():
        raise NumberTaken(number)
    if replaces is not None:
        replaces = _locked(replaces, State.IN_FORCE)
        item = replaces.item
    exclusion = Exclusion.objects.create(
        unit=unit,
        item=item,
        number=number,
        replaces=replaces,
        drawn_up_by=by if isinstance(by, Person) else None,
        **sheet.columns(),
    )
    record("exclusion.drafted", on=exclusion, by=by, unit=unit, number=number)
    return exclusion


@transaction.atomic
def exclusion_change(*, exclusion: Exclusion, sheet: ConsequenceTest, by: Actor) -> Exclusion:
    """Mend a test before the head decides.

    Raises:
        NotAllowed: `by` is not the PPID of the unit's body.
        ExclusionState: it is not in preparation.
    """
    permit(by, "exclusion.test", exclusion)
    exclusion = _locked(exclusion, State.DRAFT)
    for name, value in sheet.columns().items():
        setattr(exclusion, name, value)
    exclusion.save()
    record("exclusion.changed", on=exclusion, by=by, unit=exclusion.unit, number=exclusion.number)
    return exclusion


@transaction.atomic
def exclusion_send(*, exclusion: Exclusion, by: Actor) -> Exclusion:
    """Lay a complete test before the head of the public body.

    Raises:
        NotAllowed: `by` is not the PPID of the unit's body.
        ExclusionState: it is not in preparation.
        ExclusionIncomplete: something that the law asks for is empty.
    """
    permit(by, "exclusion.test", exclusion)
    exclusion = _locked(exclusion, State.DRAFT)
    if missing := _missing(exclusion):
        raise ExclusionIncomplete(", ".join(missing))
    exclusion.state, exclusion.note = State.SENT, ""
    exclusion.save(update_fields=["state", "note"])
    record("exclusion.sent", on=exclusion, by=by, unit=exclusion.unit, number=exclusion.number)
    return exclusion


@transaction.atomic
def exclusion_return(*, exclusion: Exclusion, note: str, by: Actor) -> Exclusion:
    """Give a test back to the PPID with the reason.

    Raises:
        NotAllowed: `by` is not the head of the body.
        ExclusionState: it does not wait for a decision.
    """
    permit(by, "exclusion.approve", exclusion)
    exclusion = _locked(exclusion, State.SENT)
    exclusion.state, exclusion.note = State.DRAFT, note
    exclusion.save(update_fields=["state", "note"])
    # the note stays with the test: the timeline is read by more people than may know what is excluded
    record("exclusion.returned", on=exclusion, by=by, unit=exclusion.unit, number=exclusion.number)
    return exclusion


@transaction.atomic
def exclusion_approve(*, exclusion: Exclusion, decree_number: str, decree_day: date, by: Actor) -> Exclusion:
    """Determine the exclusion. A whole item leaves the public list, its files are sealed.

    An exclusion of a part closes nothing else.

    Raises:
        NotAllowed: `by` is not the head of the body.
        ExclusionState: it does not wait for a decision.
    """
    permit(by, "exclusion.approve", exclusion)
    exclusion = _locked(exclusion, State.SENT)
    if exclusion.replaces is not None:
        _replace(exclusion, exclusion.replaces)
    exclusion.state, exclusion.approved_at = State.IN_FORCE, timezone.now()
    exclusion.approved_by = by if isinstance(by, Person) else None
    exclusion.decree_number, exclusion.decree_day = decree_number, decree_day
    if exclusion.scope == Scope.WHOLE:
        exclusion.item = exclusion.item or _item_for(exclusion)
        Item.objects.filter(pk=exclusion.item.pk).update(state=Item.State.EXCLUDED, changed_at=timezone.now())
        item_files_seal(exclusion.item, exclusion)
        told = Event.objects.filter(subject=f"{Item._meta.model_name}:{exclusion.item.pk}")
        values_forget(events=told, reason=exclusion.number, by=by)
    exclusion.save()
    warning_start(exclusion)
    lexemes_later()
    record(
        "exclusion.approved", on=exclusion, by=by, unit=exclusion.unit, number=exclusion.number, decree=decree_number
    )
    return exclusion


@transaction.atomic
def exclusion_open(*, exclusion: Exclusion, reason: str, by: Actor | None) -> Exclusion:
    """Open what was closed: its period has ended (`by` None), or the head or a dispute decided so.

    Raises:
        NotAllowed: a person acts who is not the head of the body.
        ExclusionState: it is not in force.
    """
    if by is not None:
        permit(by, "exclusion.approve", exclusion)
    exclusion = _locked(exclusion, State.IN_FORCE)
    now = timezone.now()
    exclusion.state, exclusion.opened_at, exclusion.opened_reason = State.OPENED, now, reason
    exclusion.save(update_fields=["state", "opened_at", "opened_reason"])
    if exclusion.item is not None:
        if exclusion.scope == Scope.WHOLE:
            item = Item.objects.select_for_update().get(pk=exclusion.item.pk)
            item.state, item.published_at, item.changed_at = Item.State.PUBLISHED, item.published_at or now, now
            item.category = item.category or "setiap-saat"
            item.save(update_fields=["state", "published_at", "changed_at", "category"])
        sealed_files_open(exclusion)
    warning_stop(exclusion)
    lexemes_later()
    record("exclusion.opened", on=exclusion, by=by, unit=exclusion.unit, number=exclusion.number, reason=reason)
    return exclusion


def exclusions_open_due() -> int:
    """Open every exclusion whose last day has passed (PP 61/2010 art. 8); says how many."""
    due = Exclusion.objects.filter(state=State.IN_FORCE, ends_on__lt=timezone.localdate())
    opened = 0
    for exclusion in due:
        exclusion_open(exclusion=exclusion, reason=_("the period of the exclusion has ended"), by=None)
        opened += 1
    return opened


def _locked(exclusion: Exclusion, state: str) -> Exclusion:
    fresh = Exclusion.objects.select_for_update(of=("self",)).select_related("unit", "item", "replaces").get(
        pk=exclusion.pk
    )  # fmt: skip
    if fresh.state != state:
        raise ExclusionState
    return fresh


def _missing(exclusion: Exclusion) -> list[str]:
    wanted = {
        _("the exact information"): exclusion.exact,
        _("a ground of article 17"): exclusion.grounds,
        _("the law that it rests on"): exclusion.law_basis,
        _("what follows when it is opened"): exclusion.harm,
        _("what is protected when it is closed"): exclusion.benefit,
        _("at least one tester"): exclusion.testers,
    }
    missing = [words for words, value in wanted.items() if not value]
    if exclusion.scope == Scope.PART and exclusion.item is None:
        missing.append(_("the item of which it is a part"))
    return missing


def _replace(exclusion: Exclusion, old: Exclusion) -> None:
    old = _locked(old, State.IN_FORCE)
    old.state = State.REPLACED
    old.save(update_fields=["state"])
    warning_stop(old)
    sealed_files_hand_on(old, exclusion)
    if old.scope == Scope.WHOLE and exclusion.scope == Scope.PART and old.item is not None:
        published = Item.State.PUBLISHED if old.item.version else Item.State.PROPOSED
        Item.objects.filter(pk=old.item.pk).update(state=published)


def _item_for(exclusion: Exclusion) -> Item:
    """The item that a whole exclusion closes, where the list had none: kept for the day on which it opens."""
    (code,) = next_codes(exclusion.unit)
    return Item.objects.create(
        unit=exclusion.unit,
        code=code,
        state=Item.State.EXCLUDED,
        title=exclusion.label,
        sort_key=fold(exclusion.label)[:300],
        holder=exclusion.unit.name,
        responsible=exclusion.unit.name,
    )
