"""Files: public ones of items, their upload, and sealed ones. Every byte passes a permission check here."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from suluh.disclosure import private_store
from suluh.disclosure.forms_exclusions import ItemFileForm, UploadForm
from suluh.disclosure.selectors.visible import files_visible_to, sealed_visible_to
from suluh.disclosure.services.files import file_add, file_remove
from suluh.disclosure.services.sealing_files import sealed_add, sealed_read
from suluh.organization.forms import ConfirmForm
from suluh.organization.permissions import permit
from suluh.organization.views.forms import Sheet, form_page, sent
from suluh.organization.views.requests import Signed

from . import exclusions, items

if TYPE_CHECKING:
    from django import forms


def public_file(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    """One file of an item, for whoever may read it."""
    file = get_object_or_404(files_visible_to(request.user), pk=pk, item__code=code)
    try:
        content = private_store.read(file.stored)
    except FileNotFoundError:
        raise Http404 from None
    return as_file(content, file.name, file.media_type, private=not file.public)


@login_required
def add(request: Signed, code: str) -> HttpResponse:
    """Add a file to an item."""
    item = items.item_or_404(request, code)
    permit(request.user, "item.propose", item)
    form = ItemFileForm(sent(request), request.FILES or None)
    sheet = Sheet(
        title=_("Add a file to “%(item)s”") % {"item": item.title},
        button=_("Add file"),
        back=items.home_of(item),
        done=_("The file is added."),
        unit=item.unit,
    )

    def deed() -> object:
        content, name = uploaded(form)
        public, reason = form.cleaned_data["public"], form.cleaned_data["reason"]
        return file_add(item=item, content=content, name=name, public=public, reason=reason, by=request.user)

    return form_page(request, form, sheet, deed)


@login_required
def remove(request: Signed, code: str, pk: int) -> HttpResponse:
    """Remove a file of an item."""
    item = items.item_or_404(request, code)
    permit(request.user, "item.propose", item)
    file = get_object_or_404(files_visible_to(request.user), pk=pk, item=item)
    sheet = Sheet(
        title=_("Remove the file “%(file)s”?") % {"file": file.name},
        button=_("Remove file"),
        back=items.home_of(item),
        done=_("The file is removed."),
        unit=item.unit,
        danger=True,
    )
    return form_page(request, ConfirmForm(sent(request)), sheet, lambda: file_remove(file=file, by=request.user))


@login_required
def seal(request: Signed, pk: int) -> HttpResponse:
    """Seal a file under an exclusion."""
    exclusion = exclusions.exclusion_or_404(request, pk)
    permit(request.user, "exclusion.test", exclusion)
    form = UploadForm(sent(request), request.FILES or None)
    sheet = Sheet(
        title=_("Seal a file under %(number)s") % {"number": exclusion.number},
        button=_("Seal file"),
        back=exclusions.home_of(exclusion),
        done=_("The file is sealed."),
    )

    def deed() -> object:
        content, name = uploaded(form)
        return sealed_add(exclusion=exclusion, content=content, name=name, by=request.user)

    return form_page(request, form, sheet, deed)


@login_required
def sealed(request: Signed, pk: int, number: int) -> HttpResponse:
    """Open a sealed file; the trail tells that it was opened."""
    exclusion = exclusions.exclusion_or_404(request, pk)
    file = get_object_or_404(sealed_visible_to(request.user), pk=number, exclusion=exclusion)
    content = sealed_read(file=file, by=request.user)
    return as_file(content, file.name, file.media_type, private=True)


def uploaded(form: forms.Form) -> tuple[bytes, str]:
    """Bytes and name of the file in a valid form."""
    upload = form.cleaned_data["file"]
    return upload.read(), upload.name or "berkas"


def as_file(content: bytes, name: str, media_type: str, *, private: bool) -> HttpResponse:
    """A download that no browser interprets as anything else."""
    return HttpResponse(
        content,
        content_type=media_type,
        headers={
            "Content-Disposition": f"attachment; filename*=UTF-8''{quote(name)}",
            "X-Content-Type-Options": "nosniff",
            "Content-Security-Policy": "default-src 'none'; sandbox",
            "Cache-Control": "private, no-store" if private else "public, max-age=300",
        },
    )
