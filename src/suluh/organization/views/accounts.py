"""Pages on official accounts and who holds them."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from suluh.organization.forms import AccountAddForm, AccountForm, ConfirmForm, HandOverForm
from suluh.organization.models import Account
from suluh.organization.permissions import may, permit
from suluh.organization.selectors import visible_to
from suluh.organization.selectors.custody import Custody, accounts_in_custody, custody_of
from suluh.organization.selectors.people import possible_holders
from suluh.organization.services.accounts import (
    account_add,
    account_change,
    account_confirm,
    account_hand_over,
    account_retire,
)

from .forms import Sheet, form_page, sent
from .requests import Signed
from .units import unit_or_404


def _account_or_404(request: Signed, pk: int) -> Account:
    return get_object_or_404(visible_to(request.user, Account.objects.select_related("unit")), pk=pk)


def _custody(request: Signed, account: Account) -> Custody | None:
    row = accounts_in_custody(request.user).filter(pk=account.pk).first()
    return custody_of(row) if row is not None else None


def _home(account: Account) -> str:
    return reverse("organization:account", args=[account.pk])


@login_required
def add(request: Signed, slug: str) -> HttpResponse:
    """Register an official account."""
    unit = unit_or_404(request, slug)
    permit(request.user, "account.edit", unit)
    form = AccountAddForm(sent(request))
    sheet = Sheet(
        title=_("Register an official account of %(unit)s") % {"unit": unit.name},
        button=_("Register account"),
        back=reverse("organization:unit", args=[unit.slug]),
        done=_("The account is registered. Record who holds it."),
        intro=_("Suluh never asks for the password of an account."),
        unit=unit,
    )
    return form_page(request, form, sheet, lambda: account_add(unit=unit, by=request.user, **form.cleaned_data))


@login_required
def detail(request: Signed, pk: int) -> HttpResponse:
    """One account: who holds it, since when, what was checked."""
    account = _account_or_404(request, pk)
    context = {
        "account": account,
        "holders": account.holders.order_by("name"),
        "handovers": account.handovers.prefetch_related("taken_by"),
        "custody": _custody(request, account),
        "may_edit": may(request.user, "account.edit", account),
    }
    return render(request, "organization/account.html", context)


@login_required
def change(request: Signed, pk: int) -> HttpResponse:
    """Address and mails of an account."""
    account = _account_or_404(request, pk)
    permit(request.user, "account.edit", account)
    form = AccountForm(sent(request), instance=Account.objects.get(pk=pk))
    sheet = Sheet(
        title=_("Particulars of %(account)s") % {"account": account},
        button=_("Save particulars"),
        back=_home(account),
        done=_("Saved."),
        unit=account.unit,
    )
    return form_page(
        request, form, sheet, lambda: account_change(account=account, by=request.user, **form.cleaned_data)
    )


@login_required
def hand_over(request: Signed, pk: int) -> HttpResponse:
    """Record a hand-over."""
    account = _account_or_404(request, pk)
    permit(request.user, "account.hand-over", account)
    form = HandOverForm(sent(request), people=possible_holders(account.unit))
    sheet = Sheet(
        title=_("Hand over %(account)s") % {"account": account},
        button=_("Record hand-over"),
        back=_home(account),
        done=_("The hand-over is recorded."),
        unit=account.unit,
    )
    return form_page(
        request, form, sheet, lambda: account_hand_over(account=account, by=request.user, **form.cleaned_data)
    )


@login_required
def confirm(request: Signed, pk: int) -> HttpResponse:
    """Say that those on record still hold the account."""
    account = _account_or_404(request, pk)
    permit(request.user, "account.edit", account)
    names = ", ".join(account.holders.order_by("name").values_list("name", flat=True)) or _("nobody")
    sheet = Sheet(
        title=_("%(account)s is held by %(names)s. Still true?") % {"account": account, "names": names},
        button=_("Yes, still true"),
        back=_home(account),
        done=_("Confirmed for a year."),
        unit=account.unit,
    )
    return _asked(request, sheet, account_confirm, account)


@login_required
def retire(request: Signed, pk: int) -> HttpResponse:
    """Close an account in the register."""
    account = _account_or_404(request, pk)
    permit(request.user, "account.edit", account)
    sheet = Sheet(
        title=_("Close %(account)s in the register?") % {"account": account},
        button=_("Close account"),
        back=_home(account),
        done=_("The account is closed."),
        unit=account.unit,
        danger=True,
    )
    return _asked(request, sheet, account_retire, account)


def _asked(request: Signed, sheet: Sheet, deed: Callable[..., Account], account: Account) -> HttpResponse:
    return form_page(request, ConfirmForm(sent(request)), sheet, lambda: deed(account=account, by=request.user))
