"""The charter: in force, its versions and their differences, the draft, the log of overrides, the hand-over."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from suluh.newsroom.forms_charter import AdoptForm, CharterForm
from suluh.newsroom.models import Charter
from suluh.newsroom.rules import SUGGESTED
from suluh.newsroom.selectors.charter import charter_draft_now, charter_in_force, people_of_the_desk, shares_now
from suluh.newsroom.selectors.hand_over import estate, overrides_page
from suluh.newsroom.selectors.versions import charter_told, charters_differ
from suluh.newsroom.services.charter import charter_adopt, charter_draft
from suluh.organization.models import Person
from suluh.organization.permissions import may, permit
from suluh.organization.views.forms import Sheet, form_page, sent
from suluh.organization.views.requests import Signed


@login_required
def charter(request: Signed, number: int | None = None) -> HttpResponse:
    """The charter in force, or one of its versions, for every officer."""
    one = charter_in_force() if number is None else get_object_or_404(Charter, number=number)
    rules = one.rules if one else None
    names = dict(Person.objects.filter(pk__in=rules.rota.values()).values_list("pk", "name")) if rules else {}
    shown = {
        "charter": one,
        "in_force": charter_in_force(),
        "told": [(name, text) for name, text in charter_told(rules, names).items() if text] if rules else [],
        "shares": shares_now(rules) if rules else [],
        "versions": Charter.objects.order_by("-number"),
        "may_draft": may(request.user, "charter.draft"),
    }
    return render(request, "newsroom/charter.html", shown)


@login_required
def draft(request: Signed) -> HttpResponse:
    """Work on the next version; it begins with the one in force."""
    permit(request.user, "charter.draft")
    begun, standing = charter_draft_now(), charter_in_force()
    rules = begun.rules if begun else standing.rules if standing else SUGGESTED
    form = CharterForm(
        sent(request),
        rules=rules,
        seen=begun.edition if begun else 0,
        desk=people_of_the_desk(),
        initial={"reason": begun.reason if begun else ""},
    )
    sheet = Sheet(
        title=_("The next version of the charter"),
        button=_("Save the draft"),
        back=reverse("newsroom:charter"),
        done=_("The draft is saved. It holds only once a decision has adopted it."),
        template="newsroom/charter_draft.html",
    )
    return form_page(
        request,
        form,
        sheet,
        lambda: charter_draft(
            rules=form.rules, reason=form.cleaned_data["reason"], seen=form.cleaned_data["seen"], by=request.user
        ),
    )


@login_required
def adopt(request: Signed) -> HttpResponse:
    """Bring the draft into force by a decision."""
    permit(request.user, "charter.adopt")
    begun = charter_draft_now()
    if begun is None:
        raise Http404
    form = AdoptForm(sent(request), initial={"seen": begun.edition})
    sheet = Sheet(
        title=_("Adopt version %(number)s of the charter") % {"number": begun.number},
        button=_("Adopt the charter"),
        back=reverse("newsroom:charter"),
        done=_("The charter is in force."),
        intro=_("It holds for stories that are sent or edited from now on. Those on their way keep their steps."),
        above=(_("Charter"), reverse("newsroom:charter")),
    )
    return form_page(
        request,
        form,
        sheet,
        lambda: charter_adopt(decision=form.decided, seen=form.cleaned_data["seen"], by=request.user),
    )


@login_required
def compare(request: Signed, before: int, after: int) -> HttpResponse:
    """What one version changed against another."""
    old, new = get_object_or_404(Charter, number=before), get_object_or_404(Charter, number=after)
    return render(
        request, "newsroom/charter_compare.html", {"before": old, "after": new, "found": charters_differ(old, new)}
    )


@login_required
def overrides(request: Signed) -> HttpResponse:
    """Where the charter was not kept, and why: open to every officer."""
    found, after = overrides_page(request.GET.get("setelah", ""))
    return render(request, "newsroom/overrides.html", {"overrides": found, "after": after})


@login_required
def hand_over(request: Signed) -> HttpResponse:
    """What stands when the people change."""
    return render(request, "newsroom/hand_over.html", {"estate": estate(request.user)})
