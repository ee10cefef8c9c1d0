"""One mail for a person: what waits for them in the newsroom, each with its page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from suluh.newsroom.models import Mention, Nudge, RepostShare, Slot, Story
from suluh.newsroom.selectors.stories import stories_visible_to
from suluh.organization.models import Government, Person

Kind = Nudge.Kind


@dataclass(frozen=True, slots=True)
class Item:
    """A paragraph of the mail: the deed, what it is about, where it is done."""

    deed: str
    about: str
    page: str


def nudge_mail_send(*, person_id: int) -> int:
    """Send what waits for a person as one mail; how many things it names. What is settled meanwhile is left out."""
    person = Person.objects.get(pk=person_id)
    government = Government.objects.first()
    with (
        transaction.atomic(),
        translation.override(person.language),
        timezone.override(government.zone if government else None),
    ):
        rows = list(Nudge.objects.select_for_update().filter(person=person, sent_at=None).order_by("id"))
        Nudge.objects.filter(pk__in=[row.pk for row in rows]).update(sent_at=timezone.now())
        items = list(_items(person, rows)) if person.is_active and person.work_mail != Person.WorkMail.NONE else []
        if items:
            send_mail(_subject(items), _text(items), settings.CONFIG.mail_from, [person.email])
    return len(items)


def _items(person: Person, rows: Sequence[Nudge]) -> Iterator[Item]:
    """What is still true, in the order of urgency."""
    for kind, told in ((Kind.VACANT, _vacant), (Kind.APPROVE, _approve), (Kind.MENTION, _mention),
                       (Kind.REPOST, _repost), (Kind.SLOT, _slot)):  # fmt: skip
        keys = [row.about for row in rows if row.kind == kind]
        if keys:
            yield from told(person, keys)


def _vacant(_person: Person, keys: list[int]) -> Iterator[Item]:
    rows = Story.objects.filter(pk__in=keys, vacant_since__isnull=False).select_related("waits_unit")
    for story in rows.order_by("pk"):
        where = story.waits_unit.name if story.waits_unit else ""
        told = {"step": story.route[story.step]["name"], "unit": where}
        page = reverse("newsroom:story", args=[story.pk])
        yield Item(_("Nobody can decide the step %(step)s of %(unit)s") % told, story.title, page)


def _approve(person: Person, keys: list[int]) -> Iterator[Item]:
    rows = stories_visible_to(person).filter(pk__in=keys, state=Story.State.SUBMITTED)
    for story in rows.order_by("promised_at", "pk"):
        told = {"step": story.route[story.step]["name"], "until": _moment(story.promised_at)}
        about = f"{story.title} · {story.unit.name}"
        page = reverse("newsroom:story-approve", args=[story.pk])
        yield Item(_("Waits for your decision: %(step)s, promised until %(until)s") % told, about, page)


def _mention(person: Person, keys: list[int]) -> Iterator[Item]:
    rows = Mention.objects.filter(pk__in=keys, person=person, read_at=None)
    seen = rows.filter(comment__story__in=stories_visible_to(person)).select_related("comment__story", "comment__by")
    for mention in seen.order_by("pk"):
        comment = mention.comment
        name = comment.by.name if comment.by else "–"
        page = reverse("newsroom:story", args=[comment.story_id]) + "#kata"
        yield Item(
            _("%(name)s names you: %(text)s") % {"name": name, "text": comment.text[:200]}, comment.story.title, page
        )


def _repost(_person: Person, keys: list[int]) -> Iterator[Item]:
    rows = RepostShare.objects.filter(pk__in=keys, state=RepostShare.State.OPEN).select_related("call", "unit")
    for share in rows.order_by("call__due_at", "pk"):
        about = f"{share.call.title} · {share.unit.name}"
        page = reverse("newsroom:repost-kit", args=[share.pk])
        yield Item(_("Carry it on until %(until)s") % {"until": _moment(share.call.due_at)}, about, page)


def _slot(_person: Person, keys: list[int]) -> Iterator[Item]:
    for slot in Slot.objects.filter(pk__in=keys, story=None).select_related("unit").order_by("at", "pk"):
        page = reverse("newsroom:slot", args=[slot.pk])
        told = _("Planned for %(at)s, and no story is written yet") % {"at": _moment(slot.at)}
        yield Item(told, f"{slot.title} · {slot.unit.name}", page)


def _moment(at: object) -> str:
    return date_format(timezone.localtime(at), "l, j F Y, H.i") if at else "–"  # type: ignore[arg-type]


def _subject(items: Sequence[Item]) -> str:
    told = ngettext(
        "%(n)d thing in the newsroom waits for you", "%(n)d things in the newsroom wait for you", len(items)
    )
    return told % {"n": len(items)}


def _text(items: Sequence[Item]) -> str:
    base = settings.CONFIG.base_url.rstrip("/")
    lines = [line for one in items for line in (one.deed, one.about, f"{base}{one.page}", "")]
    profile = base + reverse("organization:profile")
    return "\n".join([*lines, _("Fewer mails, or none: %(page)s") % {"page": profile}])
