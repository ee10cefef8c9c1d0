"""The one shape of a deed on a case: its right, its form with the version seen, the case that it leads back to."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.forms import BaseForm
from django.http import HttpResponse
from django.urls import reverse

from suluh.disclosure.models import InformationRequest, Objection
from suluh.organization.permissions import permit
from suluh.organization.views.forms import Sheet, form_page, sent
from suluh.organization.views.requests import Signed

Case = InformationRequest | Objection


def home_of(case: Case) -> str:
    """The officers' page of a request or an objection."""
    kind, _colon, key = case.subject.partition(":")
    return reverse(f"disclosure:{kind}", args=[key])


def deed_page(
    request: Signed,
    case: Case,
    right: str,
    form_class: Callable[..., BaseForm],
    do: Callable[..., Any],
    *,
    initial: dict[str, Any] | None = None,
    **words: Any,
) -> HttpResponse:
    """Ask for the right, show the form with the version seen, do the deed with everything that was filled in.

    Args:
        request: the signed-in person's.
        case: what the deed is done to; the right is asked over it.
        right: a permission of this room.
        form_class: its form names the version as `seen`.
        do: called with `by` and the form's fields.
        initial: further first values of the form.
        words: `title`, `button`, `done`, `intro`, `danger` of the sheet.
    """
    permit(request.user, right, case)
    form = form_class(sent(request), initial={"seen": case.version, **(initial or {})})
    return form_page(request, form, sheet_of(case, **words), lambda: do(by=request.user, **form.cleaned_data))


def sheet_of(case: Case, **words: Any) -> Sheet:
    """What stands around a form on a case: it belongs to the case and leads back to it."""
    home = home_of(case)
    return Sheet(back=home, above=(case.number, home), **words)
