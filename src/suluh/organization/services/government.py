"""Writes on the government itself: names, clock, colour, crest, letterhead."""

from __future__ import annotations

import hashlib
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from django.utils.formats import localize
from django.utils.translation import gettext as _

from suluh.kernel.colours import COLOUR, LEAST, least_contrast, nearest_readable, readable
from suluh.kernel.pictures import PictureFault, PictureRefused, picture_clean
from suluh.organization.errors import Refused
from suluh.organization.models import Government, Unit
from suluh.organization.permissions import permit
from suluh.organization.rights import Actor

from .trail import record
from .units import unit_change

CREST_BYTES = 2 * 1024 * 1024
CREST_SIDE = 512
"""Longest side of the stored crest in pixels: sharp at 24 mm on paper."""


@transaction.atomic
def government_change(*, government: Government, by: Actor, picture: bytes | None = None, **fields: Any) -> Government:
    """Set particulars of the government. A new name goes to the root of the tree too, where it bore the old one.

    Args:
        government: the row as it was read.
        by: who changes it.
        picture: becomes the crest: drawn anew as a PNG of at most 512 pixels, without anything hidden in it.
        fields: what is set; `crest=""` takes the crest away.

    Raises:
        NotAllowed: `by` does not administer the whole government.
        Refused: the zone is none of Indonesia's, the colour could not be read, or the picture cannot be taken.
    """
    permit(by, "government.edit")
    government = Government.objects.select_for_update().get(pk=government.pk)
    if picture is not None:
        fields["crest"] = _crest_stored(picture)
    if fields.get("zone", government.zone) not in Government.Zone.values:
        raise Refused(_("Choose WIB, WITA or WIT."))
    if fault := colour_fault(fields.get("primary_color", "")):
        raise Refused(fault)
    old_name = government.name
    changed = [name for name, value in fields.items() if getattr(government, name) != value]
    for name in changed:
        setattr(government, name, fields[name])
    if changed:
        government.save(update_fields=changed)
        record("government.changed", on=government, by=by, fields=changed)
    if government.name != old_name:
        for root in Unit.objects.filter(parent__isnull=True, name=old_name):
            unit_change(unit=root, by=by, name=government.name)
    return government


def _crest_stored(picture: bytes) -> str:
    """Put the picture, drawn anew, into the private store and return its name there."""
    try:
        drawn = picture_clean(picture, most_bytes=CREST_BYTES, side=CREST_SIDE)
    except PictureRefused as refused:
        raise Refused(picture_words(refused.fault)) from refused
    name = f"crest/{hashlib.sha256(drawn).hexdigest()[:32]}.png"
    if not default_storage.exists(name):
        default_storage.save(name, ContentFile(drawn))
    return name


def colour_fault(colour: str) -> str:
    """Why a colour cannot be used, with one that can; "" when it can, or when none is set."""
    if not colour or readable(colour):
        return ""
    if not COLOUR.fullmatch(colour):
        return _("Write the colour as # and six figures in lower case, for example #0b5a63.")
    return _(
        "This colour is too pale to be read: its contrast is %(ratio)s to 1, and at least %(least)s to 1 is needed. "
        "%(other)s is close to it and dark enough."
    ) % {
        "ratio": localize(round(least_contrast(colour), 1)),
        "least": localize(LEAST),
        "other": nearest_readable(colour),
    }


def picture_words(fault: PictureFault) -> str:
    """What a person reads when a picture is not taken."""
    return {
        PictureFault.TOO_HEAVY: _("The picture is larger than 2 MB. Save it smaller and choose it again."),
        PictureFault.NOT_A_PICTURE: _("This file is no PNG, JPEG or WebP picture. Save the crest as PNG."),
        PictureFault.TOO_MANY_PIXELS: _("The picture has too many pixels. Save it at 2000 pixels or less."),
    }[fault]
