"""Files between the private and the sealed store: sealed when an item is excluded, back when it opens."""

from __future__ import annotations

import hashlib

from django.db import transaction

from suluh.disclosure import private_store, sealed_store
from suluh.disclosure.models import Exclusion, Item, ItemFile, SealedFile
from suluh.organization.models import Person
from suluh.organization.permissions import permit
from suluh.organization.rights import Actor
from suluh.organization.services.trail import record

from .files import looked_at


@transaction.atomic
def sealed_add(*, exclusion: Exclusion, content: bytes, name: str, by: Actor) -> SealedFile:
    """Seal a file under an exclusion.

    Raises:
        NotAllowed: `by` is not the PPID of the unit's body.
        FileRefused: it is too large, of another kind, or could hurt whoever opens it.
    """
    permit(by, "exclusion.test", exclusion)
    document = looked_at(content, name)
    file = _seal(exclusion, content, document.name, document.media_type, by)
    record("sealed.added", on=exclusion, by=by, unit=exclusion.unit, number=exclusion.number)
    return file


@transaction.atomic
def sealed_read(*, file: SealedFile, by: Actor) -> bytes:
    """Open a sealed file for a person; every opening is told in the trail, without its name.

    Raises:
        NotAllowed: `by` is neither PPID, superior nor head of the body.
        CannotOpen: the key does not fit or the bytes were changed.
    """
    permit(by, "sealed.open", file)
    exclusion = file.exclusion
    record("sealed.opened", on=exclusion, by=by, unit=exclusion.unit, number=exclusion.number)
    return sealed_store.unseal_bytes(file.stored, file.sealed_key)


def item_files_seal(item: Item, exclusion: Exclusion) -> None:
    """Move every file of an item into the sealed store; the open copies go once the transaction is certain."""
    for file in ItemFile.objects.filter(item=item):
        _seal(exclusion, private_store.read(file.stored), file.name, file.media_type, None)
        _remove_later(file.stored)
        file.delete()


def sealed_files_hand_on(old: Exclusion, new: Exclusion) -> None:
    """Files of a changed exclusion stand under the change."""
    old.sealed_files.update(exclusion=new)


def sealed_files_open(exclusion: Exclusion) -> None:
    """Put the files of an opened exclusion back as public files of its item."""
    assert exclusion.item is not None
    for file in exclusion.sealed_files.all():
        content = sealed_store.unseal_bytes(file.stored, file.sealed_key)
        ItemFile.objects.create(
            item=exclusion.item,
            name=file.name,
            stored=private_store.keep(content),
            media_type=file.media_type,
            size=file.size,
            sha256=hashlib.sha256(content).hexdigest(),
        )
        _forget_later(file.stored)
        file.delete()


def _seal(exclusion: Exclusion, content: bytes, name: str, media_type: str, by: Actor | None) -> SealedFile:
    sealed = sealed_store.seal_bytes(content)
    return SealedFile.objects.create(
        exclusion=exclusion,
        name=name,
        stored=sealed.stored,
        sealed_key=sealed.sealed_key,
        media_type=media_type,
        size=len(content),
        added_by=by if isinstance(by, Person) else None,
    )


def _remove_later(stored: str) -> None:
    transaction.on_commit(lambda: private_store.remove(stored))


def _forget_later(stored: str) -> None:
    transaction.on_commit(lambda: sealed_store.forget(stored))
