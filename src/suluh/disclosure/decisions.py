"""Which decisions of this room wait for a person: of the superior, the head, the PPID, the service, the unit.

Each source asks the database only for somebody who holds a role that decides, for every page shows the number.
"""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Count, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from suluh.disclosure.models import Answer, Decree, Exclusion, InformationRequest, ItemVersion
from suluh.disclosure.selectors.mails import mails_visible_to
from suluh.disclosure.selectors.requests import bodies_served
from suluh.disclosure.selectors.visible import exclusions_visible_to, items_worked_on_by
from suluh.organization.models import Person, Role
from suluh.organization.permissions import may
from suluh.organization.rights import grants_of
from suluh.organization.sockets.duties import Duty, DutySource

MOST = 20


def _holds(person: Person, *roles: Role) -> bool:
    return any(grant.role in roles for grant in grants_of(person))


def decrees_waiting(person: Person) -> Iterable[Duty]:
    """Decrees on the list that the superior approves."""
    if not _holds(person, Role.SUPERIOR):
        return
    rows = Decree.objects.filter(body__in=bodies_served(person), state=Decree.State.SENT).select_related("body")
    for row in rows.order_by("pk")[:MOST]:
        if may(person, "decree.approve", row):
            yield Duty(
                title=_("Decide on the decree %(number)s") % {"number": row.number},
                reason=_("Items come onto the public list once you have approved it."),
                url=reverse("disclosure:decree", args=[row.pk]),
                action=_("Read the decree"),
            )


def answers_waiting(person: Person) -> Iterable[Duty]:
    """Answers that withhold something: the superior approves them, then the PPID signs them."""
    if not _holds(person, Role.SUPERIOR, Role.PPID):
        return
    rows = Answer.objects.filter(
        state__in=(Answer.State.SENT, Answer.State.APPROVED),
        request__state=InformationRequest.State.RUNNING,
        request__body__in=bodies_served(person),
    )
    today = timezone.localdate()
    for row in rows.select_related("request__body", "request__clock").order_by("request__clock__due", "pk")[:MOST]:
        sent = row.state == Answer.State.SENT
        if not may(person, "refusal.approve" if sent else "request.decide", row):
            continue
        due = row.request.clock.due if row.request.clock else None
        title = _("Decide on what is withheld in %(number)s") if sent else _("Sign the answer to %(number)s")
        yield Duty(
            title=title % {"number": row.request.number},
            reason=_("Without your decision no answer can go out.") if sent else _("The superior has approved it."),
            url=reverse("disclosure:request", args=[row.request_id]),
            action=_("Open the request"),
            due=due,
            urgent=due is not None and due <= today,
        )


def tests_waiting(person: Person) -> Iterable[Duty]:
    """Consequence tests: the head decides on them, the PPID mends what came back. Named by their numbers alone."""
    if not _holds(person, Role.LEADER, Role.PPID):
        return
    rows = exclusions_visible_to(person).filter(
        Q(state=Exclusion.State.SENT) | Q(state=Exclusion.State.DRAFT) & ~Q(note="")
    )
    for row in rows.select_related("unit").order_by("pk")[:MOST]:
        sent = row.state == Exclusion.State.SENT
        if not may(person, "exclusion.approve" if sent else "exclusion.test", row):
            continue
        title = _("Decide on the consequence test %(number)s") if sent else _("Mend the consequence test %(number)s")
        yield Duty(
            title=title % {"number": row.number},
            reason=_("Until you decide, the information is not excluded.") if sent else _("The head gave it back."),
            url=reverse("disclosure:exclusion", args=[row.pk]),
            action=_("Read the test"),
        )


def proposals_waiting(person: Person) -> Iterable[Duty]:
    """Proposals for the list, as one duty each: the PPID reviews, the unit mends what came back."""
    if not _holds(person, Role.PPID, Role.UNIT_OFFICER):
        return
    units = [grant.unit_id for grant in grants_of(person) if grant.role in (Role.PPID, Role.UNIT_OFFICER)]
    waits = (ItemVersion.State.PROPOSED, ItemVersion.State.RETURNED)
    rows = ItemVersion.objects.filter(state__in=waits, item__in=items_worked_on_by(person))
    counts = rows.aggregate(
        review=Count("pk", filter=Q(state=ItemVersion.State.PROPOSED)),
        mend=Count("pk", filter=Q(state=ItemVersion.State.RETURNED, item__unit__in=units)),
    )
    home = reverse("disclosure:items")
    if counts["review"] and any(may(person, "item.review", body) for body in bodies_served(person)):
        yield Duty(
            title=ngettext("Review %(n)s proposal", "Review %(n)s proposals", counts["review"])
            % {"n": counts["review"]},
            reason=_("Units wait for the class of what they propose for the public list."),
            url=f"{home}?tab=telaah",
            action=_("Review"),
        )
    if counts["mend"]:
        yield Duty(
            title=ngettext("Mend %(n)s proposal", "Mend %(n)s proposals", counts["mend"]) % {"n": counts["mend"]},
            reason=_("The PPID gave them back with a note."),
            url=f"{home}?tab=dikembalikan",
            action=_("Mend"),
        )


def mails_waiting(person: Person) -> Iterable[Duty]:
    """Mails of citizens that nobody has registered: the legal clock runs from the day they came."""
    if not _holds(person, Role.SERVICE, Role.PPID):
        return
    count = mails_visible_to(person).count()
    if count:
        yield Duty(
            title=ngettext("Register %(n)s mail", "Register %(n)s mails", count) % {"n": count},
            reason=_("A request counts from the day on which its mail came in."),
            url=reverse("disclosure:mails"),
            action=_("Read the mails"),
        )


DECISIONS = [
    DutySource("disclosure.decrees", decrees_waiting, gettext_lazy("Decrees")),
    DutySource("disclosure.answers", answers_waiting, gettext_lazy("Answers that withhold something")),
    DutySource("disclosure.tests", tests_waiting, gettext_lazy("Consequence tests")),
    DutySource("disclosure.proposals", proposals_waiting, gettext_lazy("Proposals for the list")),
    DutySource("disclosure.mail-drafts", mails_waiting, gettext_lazy("Mails to register")),
]
