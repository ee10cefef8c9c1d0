"""What the templates of the register need beyond the shell's components."""

from __future__ import annotations

from django import template
from django.utils.translation import gettext as _

from suluh.organization.importing.plan import Entry, Plan

register = template.Library()


@register.filter
def fated(plan: Plan, fate: str) -> list[Entry]:
    """Entries of a plan with one fate: "added", "changed", "unchanged"."""
    return [entry for entry in plan.entries if entry.fate == fate]


@register.filter
def field_name(name: str) -> str:
    """The word for a field that an import changes."""
    words = {
        "name": _("Name"),
        "short_name": _("Short name"),
        "code": _("Code"),
        "kind": _("Kind"),
        "contact_mail": _("Mail"),
        "contact_phone": _("Telephone"),
        "parent": _("Superior unit"),
        "site": _("Site address"),
    }
    return words.get(name, name)
