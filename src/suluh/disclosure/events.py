"""Deeds on public information, each with the sentence that the timeline shows after the doer's name."""

from django.utils.translation import gettext_lazy as _

EVENTS = {
    "item.proposed": _("proposed the item %(code)s “%(title)s” for the list of public information"),
    "item.change-proposed": _("proposed to change the item %(code)s “%(title)s”"),
    "item.removal-proposed": _("proposed to take the item %(code)s “%(title)s” off the list"),
    "item.accepted": _("accepted the item %(code)s “%(title)s” as %(category)s"),
    "item.returned": _("returned the item %(code)s “%(title)s” for mending: %(note)s"),
    "item.withdrawn": _("withdrew the proposal on %(code)s"),
    "items.imported": _("proposed %(added)s items from the sheet %(file)s"),
    "decree.prepared": _("began the decree %(number)s on the list of public information"),
    "decree.sent": _("sent the decree %(number)s with %(lines)s items for approval"),
    "decree.approved": _("approved the decree %(number)s: %(added)s new, %(changed)s changed, %(removed)s taken off"),
    "decree.returned": _("returned the decree %(number)s: %(note)s"),
    "decree.dropped": _("dropped the draft of the decree %(number)s"),
}
