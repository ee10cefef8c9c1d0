"""Deeds of the watch, with the sentence that the timeline shows."""

from django.utils.translation import gettext_lazy as _

EVENTS = {
    "sweep.started": _("started a sweep of %(sites)s sites"),
    "finding.acknowledged": _("acknowledged the finding “%(code)s”"),
    "finding.contested": _("contested the finding “%(code)s”"),
    "finding.upheld": _("upheld the finding “%(code)s”"),
    "finding.withdrawn": _("withdrew the finding “%(code)s”"),
    "recap.published": _("published the recap of %(month)s"),
}
