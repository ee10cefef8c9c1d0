"""Three steps, computed by rules from what is open: gambling first, then dead sites, certificates, answers, silence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.db.models import Case, IntegerField, Q, Value, When
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from suluh.monitoring.models import Finding
from suluh.organization.models import Person

from .marks import ATTENTION, CERTIFICATE, INFECTED
from .scope import visible_units

State = Finding.State


@dataclass(frozen=True, slots=True)
class Step:
    """One deed: its title, one line of reason, one button, one proof."""

    title: str
    reason: str
    button: str
    address: str
    proof: str
    urgent: bool = False
    nameless: str = ""
    """The title for papers that are passed on, where the deed names an accused unit."""


@dataclass(frozen=True, slots=True)
class Attention:
    """An open finding that a person has to act on."""

    finding: int
    code: str
    state: str
    unit: str
    observations: int


def open_attention(person: Person) -> list[Attention]:
    """Open findings of the codes that need attention, and contested ones of any code, gravest first."""
    rank = Case(
        *(When(code=code, then=Value(place)) for place, code in enumerate(ATTENTION)),
        default=Value(len(ATTENTION)),
        output_field=IntegerField(),
    )
    found = (
        Finding.objects.filter(unit__in=visible_units(person), state__in=Finding.OPEN_STATES)
        .filter(Q(code__in=ATTENTION) | Q(state=State.CONTESTED))
        .alias(rank=rank)
        .order_by("rank", "opened_at")
        .values_list("id", "code", "state", "unit__name", "observations")
    )
    return [Attention(*row) for row in found]


def three_steps(*, attention: Sequence[Attention], silent: int) -> list[Step]:
    """At most three steps, the most urgent first; none when all is well."""
    infected = [row for row in attention if row.code in INFECTED]
    dead = [row for row in attention if row.code == "dead"]
    certificate = [row for row in attention if row.code in CERTIFICATE]
    contested = [row for row in attention if row.state == State.CONTESTED]
    steps = [
        *([_clean(infected)] if infected else []),
        *([_revive(dead)] if dead else []),
        *([_renew(certificate)] if certificate else []),
        *([_decide(contested)] if contested else []),
        *([_greet(silent)] if silent else []),
    ]
    return [replace(step, urgent=step.urgent and place == 0) for place, step in enumerate(steps[:3])]


def _names(rows: Sequence[Attention]) -> str:
    names = [row.unit for row in rows[:3]]
    if len(rows) > 3:
        return _("%(names)s and %(n)d others") % {"names": ", ".join(names), "n": len(rows) - 3}
    if len(names) > 1:
        return _("%(first)s and %(last)s") % {"first": ", ".join(names[:-1]), "last": names[-1]}
    return names[0]


def _open(rows: Sequence[Attention], code: str) -> tuple[str, str]:
    """Words and address of the button: the finding itself when there is one, else the list."""
    if len(rows) == 1:
        return _("Open the finding"), reverse("monitoring:finding", args=[rows[0].finding])
    return _("See %(n)d findings") % {"n": len(rows)}, f"{reverse('monitoring:findings')}?kode={code}"


def _clean(rows: Sequence[Attention]) -> Step:
    words, address = _open(rows, "disisipi")
    title = (
        _("Clean the site of %(unit)s today") % {"unit": rows[0].unit}
        if len(rows) == 1
        else ngettext("Clean %(n)d injected site today", "Clean %(n)d injected sites today", len(rows))
        % {"n": len(rows)}
    )
    reason = _("%(names)s. Seen in separate observations, with proof.") % {"names": _names(rows)}
    nameless = ngettext("Clean %(n)d injected site today", "Clean %(n)d injected sites today", len(rows)) % {
        "n": len(rows)
    }
    proof = reverse("monitoring:finding", args=[rows[0].finding])
    return Step(title, reason, words, address, proof, urgent=True, nameless=nameless)


def _revive(rows: Sequence[Attention]) -> Step:
    words, address = _open(rows, "mati")
    title = ngettext("Bring %(n)d site back that is down", "Bring %(n)d sites back that are down", len(rows)) % {
        "n": len(rows)
    }
    reason = _("%(names)s. The reason stands in each finding.") % {"names": _names(rows)}
    return Step(title, reason, words, address, f"{reverse('monitoring:findings')}?kode=mati", urgent=True)


def _renew(rows: Sequence[Attention]) -> Step:
    words, address = _open(rows, "sertifikat")
    title = ngettext("Renew %(n)d certificate", "Renew %(n)d certificates", len(rows)) % {"n": len(rows)}
    reason = _("%(names)s. Browsers warn citizens before the page opens.") % {"names": _names(rows)}
    return Step(title, reason, words, address, f"{reverse('monitoring:findings')}?kode=sertifikat")


def _decide(rows: Sequence[Attention]) -> Step:
    words, address = _open(rows, "disanggah")
    title = ngettext("Decide %(n)d objection of a unit", "Decide %(n)d objections of units", len(rows)) % {
        "n": len(rows)
    }
    reason = _("%(names)s. The reply stands beside the finding.") % {"names": _names(rows)}
    return Step(title, reason, words, address, f"{reverse('monitoring:findings')}?kode=disanggah")


def _greet(silent: int) -> Step:
    title = ngettext("Greet %(n)d unit that is silent", "Greet %(n)d units that are silent", silent) % {"n": silent}
    address = f"{reverse('monitoring:units')}?saring=diam"
    reason = _(
        "Nothing was published for over three months. Often the officer has changed and nothing was handed over."
    )
    return Step(title, reason, _("See the units"), address, address)
