"""Writes on files of items: added after a look at their bytes, shown or closed, removed."""

from __future__ import annotations

import hashlib

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from suluh.disclosure import private_store
from suluh.disclosure.errors import FileRefused
from suluh.disclosure.models import Item, ItemFile
from suluh.kernel.uploads import Document, UploadRefused, inspect
from suluh.organization.models import Person
from suluh.organization.permissions import permit
from suluh.organization.rights import Actor
from suluh.organization.services.trail import record


@transaction.atomic
def file_add(*, item: Item, content: bytes, name: str, by: Actor, public: bool = True, reason: str = "") -> ItemFile:
    """Add a file to an item.

    Raises:
        NotAllowed: `by` works neither for the unit nor as PPID of its body.
        FileRefused: it is too large, of another kind, or could hurt whoever opens it.
    """
    permit(by, "item.propose", item)
    document = looked_at(content, name)
    file = ItemFile.objects.create(
        item=item,
        name=document.name,
        stored=private_store.keep(content),
        media_type=document.media_type,
        size=document.size,
        sha256=hashlib.sha256(content).hexdigest(),
        public=public,
        reason=reason,
        added_by=by if isinstance(by, Person) else None,
    )
    _changed(item)
    record("item-file.added", on=file, by=by, unit=item.unit, code=item.code)
    return file


@transaction.atomic
def file_remove(*, file: ItemFile, by: Actor) -> None:
    """Remove a file; its bytes go once the removal is certain.

    Raises:
        NotAllowed: `by` works neither for the unit nor as PPID of its body.
    """
    permit(by, "item.propose", file)
    stored, item = file.stored, file.item
    _changed(item)
    record("item-file.removed", on=file, by=by, unit=item.unit, code=item.code)
    file.delete()
    transaction.on_commit(lambda: private_store.remove(stored))


@transaction.atomic
def file_show(*, file: ItemFile, public: bool, reason: str, by: Actor) -> ItemFile:
    """Open a file to the public, or close it with a reason.

    Raises:
        NotAllowed: `by` works neither for the unit nor as PPID of its body.
        FileRefused: it is to be closed without a reason.
    """
    permit(by, "item.propose", file)
    if not public and not reason.strip():
        raise FileRefused(_("Say why the file is not public."))
    file.public, file.reason = public, reason.strip()
    file.save(update_fields=["public", "reason"])
    _changed(file.item)
    record("item-file.changed", on=file, by=by, unit=file.item.unit, code=file.item.code)
    return file


def _changed(item: Item) -> None:
    """Whoever keeps a copy of the list learns that the item's files are others."""
    Item.objects.filter(pk=item.pk).update(changed_at=timezone.now())


def looked_at(content: bytes, name: str) -> Document:
    """What an upload really is.

    Raises:
        FileRefused: it may not be kept.
    """
    try:
        return inspect(content, name)
    except UploadRefused as refused:
        raise FileRefused(str(refused)) from None
