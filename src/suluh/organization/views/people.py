"""Pages on people and their appointments."""

from __future__ import annotations

from functools import partial

from allauth.mfa.utils import is_mfa_enabled
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from suluh.organization.forms import ConfirmForm, DayForm, MembershipForm, PersonForm, ProfileForm
from suluh.organization.models import Membership, Person, Role
from suluh.organization.permissions import may, permit
from suluh.organization.selectors import visible_to
from suluh.organization.selectors.people import grantable_roles, people_listed, person_known_to
from suluh.organization.services.passwords import password_give
from suluh.organization.services.people import (
    membership_end,
    membership_grant,
    person_add,
    person_change,
    person_close,
)
from suluh.organization.services.second_factors import second_factor_remove

from .forms import Sheet, form_page, sent
from .requests import Signed
from .units import unit_or_404


def person_or_404(request: Signed, pk: int) -> Person:
    """The person, where the reader may know of them; nobody else learns that there is one."""
    person = person_known_to(request.user, pk)
    if person is None:
        raise Http404
    return person


@login_required
def people(request: Signed) -> HttpResponse:
    """Everybody who may sign in, with their appointments."""
    permit(request.user, "person.add")
    return render(request, "organization/people.html", {"people": people_listed()})


@login_required
def add(request: Signed) -> HttpResponse:
    """Let somebody sign in."""
    permit(request.user, "person.add")
    form = PersonForm(sent(request))
    sheet = Sheet(
        title=_("Who is to sign in?"),
        button=_("Enter person"),
        back=reverse("organization:people"),
        done=_(
            "The person sets a password with “Forgot your password?”, or you give a first one on the person's page."
        ),
        intro=_("Rights come with an appointment in a unit."),
    )
    return form_page(request, form, sheet, lambda: person_add(by=request.user, **form.cleaned_data))


@login_required
def detail(request: Signed, pk: int) -> HttpResponse:
    """One person: appointments and accounts held."""
    person = person_or_404(request, pk)
    context = {
        "person": person,
        "memberships": person.memberships.select_related("unit").order_by("-valid_from"),
        "accounts": person.held_accounts.select_related("unit").filter(active=True),
        "may_give_password": may(request.user, "person.give-password", person) and person.is_active,
        "may_remove_factor": may(request.user, "person.remove-second-factor", person)
        and person.pk != request.user.pk
        and is_mfa_enabled(person),
        "may_close": may(request.user, "person.close", person) and person.is_active,
    }
    return render(request, "organization/person.html", context)


@never_cache
@login_required
def give_password(request: Signed, pk: int) -> HttpResponse:
    """A password for the first sign-in, shown once on the page that answers."""
    person = person_or_404(request, pk)
    permit(request.user, "person.give-password", person)
    if request.method == "POST":
        context = {"person": person, "given": password_give(person=person, by=request.user)}
        return render(request, "organization/password_given.html", context)
    sheet = Sheet(
        title=_("Give %(name)s a password for the first sign-in?") % {"name": person.name},
        button=_("Give a password"),
        back=reverse("organization:person", args=[person.pk]),
        intro=_("For people whom mail does not reach. The password until now stops working."),
    )
    return render(request, "organization/form.html", {"form": ConfirmForm(), "sheet": sheet})


@login_required
def remove_factor(request: Signed, pk: int) -> HttpResponse:
    """Let somebody in again who lost the telephone."""
    person = person_or_404(request, pk)
    permit(request.user, "person.remove-second-factor", person)
    sheet = Sheet(
        title=_("Remove the second factor of %(name)s?") % {"name": person.name},
        button=_("Remove second factor"),
        back=reverse("organization:person", args=[person.pk]),
        done=_("The second factor is removed; the person is told by mail."),
        intro=_(
            "Make sure that it is the person who asks. Passkeys, authenticator app and recovery codes fall away. "
            "Was the telephone stolen, then give a first password too: that signs out every device."
        ),
        danger=True,
    )
    deed = partial(second_factor_remove, person=person, by=request.user)
    return form_page(request, ConfirmForm(sent(request)), sheet, deed)


@login_required
def close(request: Signed, pk: int) -> HttpResponse:
    """End a person's sign-in."""
    person = person_or_404(request, pk)
    permit(request.user, "person.close", person)
    sheet = Sheet(
        title=_("Close the sign-in of %(name)s?") % {"name": person.name},
        button=_("Close sign-in"),
        back=reverse("organization:people"),
        done=_("The sign-in is closed. Hand over the accounts that the person held."),
        intro=_("Every appointment ends today."),
        danger=True,
    )
    return form_page(request, ConfirmForm(sent(request)), sheet, lambda: person_close(person=person, by=request.user))


@login_required
def grant(request: Signed, slug: str) -> HttpResponse:
    """Appoint somebody in a unit."""
    unit = unit_or_404(request, slug)
    roles = grantable_roles(request.user, unit)
    permit(request.user, "membership.grant", Membership(unit=unit, role=Role.UNIT_OFFICER))
    form = MembershipForm(sent(request), roles=roles)
    sheet = Sheet(
        title=_("Appoint somebody in %(unit)s") % {"unit": unit.name},
        button=_("Appoint"),
        back=reverse("organization:unit", args=[unit.slug]),
        done=_("The appointment is recorded."),
        unit=unit,
    )
    return form_page(
        request,
        form,
        sheet,
        lambda: membership_grant(
            unit=unit, by=request.user, **{**form.cleaned_data, "role": Role(form.cleaned_data["role"])}
        ),
    )


@login_required
def end(request: Signed, pk: int) -> HttpResponse:
    """End an appointment."""
    membership = get_object_or_404(visible_to(request.user, Membership.objects.select_related("unit", "person")), pk=pk)
    permit(request.user, "membership.end", membership)
    form = DayForm(sent(request))
    sheet = Sheet(
        title=_("End the appointment of %(name)s?") % {"name": membership.person.name},
        button=_("End appointment"),
        back=reverse("organization:unit", args=[membership.unit.slug]),
        done=_("The appointment is ended."),
        unit=membership.unit,
        danger=True,
    )
    return form_page(
        request, form, sheet, lambda: membership_end(membership=membership, by=request.user, **form.cleaned_data)
    )


@login_required
def profile(request: Signed) -> HttpResponse:
    """What people set for themselves."""
    person = get_object_or_404(Person, pk=request.user.pk)
    form = ProfileForm(sent(request), instance=Person.objects.get(pk=person.pk))
    sheet = Sheet(
        title=_("Your profile"),
        button=_("Save profile"),
        back=reverse("organization:profile"),
        done=_("Saved."),
        intro=_("Your rights come from appointments; ask your Diskominfo officer to change them."),
    )
    return form_page(request, form, sheet, lambda: person_change(person=person, by=person, **form.cleaned_data))
