"""The one way a form is shown, sent, refused and done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from suluh.organization.errors import NotAllowed, Refused
from suluh.organization.models import Unit


@dataclass(frozen=True, slots=True)
class Sheet:
    """What stands around a form."""

    title: Any
    """The sentence of the page."""
    button: Any
    """The deed, as the button names it."""
    back: str
    """Where "cancel" leads."""
    done: Any = ""
    """What is said when it is done."""
    intro: Any = ""
    unit: Unit | None = None
    above: tuple[Any, str] | None = None
    """Words and address of the page that the form belongs to; without it the crumbs lead to the register of units."""
    danger: bool = False
    template: str = "organization/form.html"
    """A page that extends the plain one, where more than the form is shown."""


def form_page(
    request: HttpRequest, form: BaseForm, sheet: Sheet, deed: Callable[[], Any], *, to: str | None = None
) -> HttpResponse:
    """Show the form; when it is sent and valid, do the deed once and go on to `to` (or back).

    A refusal is shown at the form, with everything that was typed; a missing right is not caught here.
    """
    if request.method == "POST" and form_done(form, deed):
        if sheet.done:
            messages.success(request, str(sheet.done))
        return redirect(to or sheet.back)
    status = 422 if form.is_bound and form.errors else 200
    return render(request, sheet.template, {"form": form, "sheet": sheet}, status=status)


def form_done(form: BaseForm, deed: Callable[[], Any]) -> bool:
    """True when the sent form is valid and the deed was done; a refusal stands at the form then, a missing right rises.

    For pages that hold more than one form; others use `form_page`.
    """
    if not form.is_valid():
        return False
    try:
        deed()
    except NotAllowed:
        raise
    except Refused as refused:
        form.add_error(None, refused.message)
        return False
    return True


def sent(request: HttpRequest) -> Any:
    """The data of a sent form, None while it is only shown."""
    return request.POST if request.method == "POST" else None
