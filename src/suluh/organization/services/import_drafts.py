"""Keep an uploaded sheet until its preview is confirmed."""

from __future__ import annotations

from datetime import timedelta

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone

from suluh.organization.importing.plan import Plan
from suluh.organization.importing.reading import read_units
from suluh.organization.models import ImportDraft, Person
from suluh.organization.permissions import permit

from .imports import import_preview, import_units

KEPT = timedelta(days=1)


@transaction.atomic
def draft_keep(*, sheet: UploadedFile[bytes], by: Person) -> ImportDraft:
    """Keep the upload for a day; older ones go.

    Raises:
        NotAllowed: `by` does not coordinate the whole government.
    """
    permit(by, "register.import")
    ImportDraft.objects.filter(created_at__lt=timezone.now() - KEPT).delete()
    return ImportDraft.objects.create(person=by, file_name=(sheet.name or "lembar")[-200:], content=sheet.read())


def draft_preview(*, draft: ImportDraft, by: Person) -> Plan:
    """What taking the draft would do.

    Raises:
        NotAllowed: `by` does not coordinate the whole government.
    """
    return import_preview(content=bytes(draft.content), file_name=draft.file_name, by=by)


@transaction.atomic
def draft_take(*, draft: ImportDraft, by: Person, skip_errors: bool) -> Plan:
    """Import the draft and let it go.

    Raises:
        NotAllowed: `by` does not coordinate the whole government.
        ImportRefused: it has faults and `skip_errors` is False; the draft stays.
    """
    reading = read_units(bytes(draft.content), file_name=draft.file_name)
    plan = import_units(reading=reading, by=by, skip_errors=skip_errors)
    draft.delete()
    return plan
