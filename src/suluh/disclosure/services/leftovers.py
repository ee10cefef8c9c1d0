"""What a broken-off deed or a passed day leaves behind: files that no row names, counts of forms."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from suluh.disclosure import private_store
from suluh.disclosure.models import CaseFile, FormUse, ItemFile, MailFile

from .requests_limits import KEPT

SETTLED = timedelta(days=1)
"""Age from which a file without a row belongs to no deed that is still running."""


def leftovers_remove() -> int:
    """Remove files that a rolled back deed left in the private store, and outdated counts; the number of files."""
    now = timezone.now()
    FormUse.objects.filter(at__lt=now - KEPT).delete()
    old = [name for name, at in private_store.kept() if at < now - SETTLED]
    named = set(CaseFile.objects.filter(stored__in=old).values_list("stored", flat=True))
    named |= set(ItemFile.objects.filter(stored__in=old).values_list("stored", flat=True))
    named |= set(MailFile.objects.filter(stored__in=old).values_list("stored", flat=True))
    for name in old:
        if name not in named:
            private_store.remove(name)
    return len(set(old) - named)
