"""Versions of a story and of the charter beside each other."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from suluh.kernel.prose import Bounds
from suluh.newsroom.differences import Difference, differences
from suluh.newsroom.models import Charter, Revision, Story
from suluh.newsroom.rules import Place, Rules, Step
from suluh.organization.models import Role
from suluh.platforms.platform import platforms


@dataclass(frozen=True, slots=True)
class Versions:
    """All revisions of a story, two of them chosen, and where these differ."""

    story: Story
    all: list[Revision]
    before: Revision
    after: Revision
    found: list[Difference]


def versions_of(story: Story, *, before: str = "", after: str = "") -> Versions:
    """The two revisions asked for, by number; without any the last one beside the one before it."""
    rows = list(story.revisions.select_related("by"))
    by_number = {str(row.number): row for row in rows}
    new = by_number.get(after, rows[-1])
    old = by_number.get(before, by_number.get(str(new.number - 1), new))
    return Versions(story, rows, old, new, differences(_told(old.words), _told(new.words)))


def charter_told(rules: Rules, names: dict[int, str] | None = None) -> dict[str, str]:
    """A charter as texts by heading, for reading and for comparing; `names` are those of people on duty."""
    names = names or {}
    alone = _("Whoever holds the step may approve their own words.")
    return {
        _("What the newsroom is for"): rules.aim,
        _("Steps of approval"): "\n".join(_step_told(step) for step in rules.steps),
        _("Routine kinds"): ", ".join(kind_name(kind) for kind in rules.routine) or _("none"),
        _("Own words"): alone if rules.own_words else _("Nobody approves what they sent or wrote themselves"),
        _("Look afterwards"): _("within %(hours)s hours") % {"hours": rules.review_hours},
        _("Pillars"): "\n".join(_pillar_told(pillar) for pillar in rules.pillars),
        _("Must-haves"): "\n".join([*(_check_told(check) for check in rules.checks), *rules.musts]),
        _("Never published"): "\n".join(
            f"{one.text} ({', '.join(one.words)})" if one.words else one.text for one in rules.must_nots
        ),
        _("Tones"): "\n".join(f"{one.name}: {one.note}" for one in rules.tones),
        _("Writing help"): _writing_told(rules.writing),
        _("Duty rota"): "\n".join(_rota_told(rules, names)),
    }


def charters_differ(before: Charter, after: Charter) -> list[Difference]:
    """Where two versions of the charter differ."""
    return differences(charter_told(before.rules), charter_told(after.rules))


def kind_name(kind: str) -> str:
    """A kind as people call it."""
    return str(Story.Kind(kind).label) if kind in Story.Kind.values else kind


def _told(words: dict[str, Any]) -> dict[str, str]:
    told = {
        _("Kind"): kind_name(words.get("kind", "")),
        _("Title"): words.get("title", ""),
        _("Story"): words.get("text", ""),
        _("Where"): words.get("place", ""),
        _("Day"): words.get("happens_on") or "",
        _("Contact for citizens"): words.get("contact", ""),
        _("What it brings to citizens"): words.get("benefit", ""),
        _("Who"): words.get("who", ""),
        _("Photos and videos"): "\n".join(_medium_told(one) for one in words.get("media") or []),
    }
    for platform, text in sorted((words.get("variants") or {}).items()):
        told[platforms()[platform].label if platform in platforms() else platform] = text
    for platform, own in sorted((words.get("renditions") or {}).items()):
        label = platforms()[platform].label if platform in platforms() else platform
        told[_("Photos and videos on %(platform)s") % {"platform": label}] = "\n".join(map(_shape_told, own.values()))
    return {name: str(text) for name, text in told.items()}


def _shape_told(one: dict[str, Any]) -> str:
    if one.get("left_out"):
        return _("left out")
    return f"{one.get('width', 0)} × {one.get('height', 0)} ({one.get('digest', '')[:8] or '–'})"


def _medium_told(one: dict[str, Any]) -> str:
    return f"{one.get('alt', '')} ({one.get('digest', '')[:8] or '–'})"


def _step_told(step: Step) -> str:
    where = {
        Place.UNIT: _("in the unit itself"),
        Place.DISTRICT: _("in its kecamatan"),
        Place.ABOVE: _("in the unit right above"),
        Place.DESK: _("at the desk of Diskominfo"),
    }[step.place]
    roles = ", ".join(str(Role(role).label) for role in step.roles)
    told = {"name": step.name, "roles": roles, "where": where, "quorum": step.quorum, "hours": step.hours}
    line = _("%(name)s: %(roles)s, %(where)s; voices: %(quorum)s; within %(hours)s hours") % told
    kinds = ", ".join(kind_name(kind) for kind in step.kinds)
    return f"{line}; {kinds}" if kinds else line


def _pillar_told(pillar: Any) -> str:
    bounds = []
    if pillar.most is not None:
        bounds.append(_("at most %(n)s%%") % {"n": pillar.most})
    if pillar.least is not None:
        bounds.append(_("at least %(n)s%%") % {"n": pillar.least})
    kinds = ", ".join(kind_name(kind) for kind in pillar.kinds)
    return f"{pillar.name} ({kinds}) {', '.join(bounds)}".strip()


def _writing_told(bounds: Bounds) -> str:
    lines = [
        _("Title: at most %(n)s words") % {"n": bounds.title_words},
        _("Lead: %(least)s to %(most)s words, at most %(sentences)s sentences")
        % {"least": bounds.lead_least, "most": bounds.lead_most, "sentences": bounds.lead_sentences},
        _("Sentence: long from %(long)s words, too long from %(too_long)s")
        % {"long": bounds.sentence_long + 1, "too_long": bounds.sentence_too_long + 1},
        _("Hashtags: at most %(n)s") % {"n": bounds.hashtags},
        _("Description of a photo: at most %(n)s signs") % {"n": bounds.alt_most},
    ]
    return "\n".join(lines)


def _check_told(check: str) -> str:
    return {
        "alt": _("Every photo is described"),
        "contact": _("A contact of the office for citizens"),
        "source": _("A source of quotes and figures"),
        "place": _("The place"),
        "day": _("The day"),
    }[check]


def _rota_told(rules: Rules, names: dict[int, str]) -> list[str]:
    monday = date(2024, 1, 1)
    days = [(monday.replace(day=1 + int(day)), pk) for day, pk in sorted(rules.rota.items())]
    return [f"{date_format(day, 'l')}: {names.get(pk, f'#{pk}')}" for day, pk in days]
