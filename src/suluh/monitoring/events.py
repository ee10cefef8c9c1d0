"""Deeds of the watch, with the sentence that the timeline shows after the doer's name."""

from django.utils.translation import gettext_lazy as _

from suluh.organization.sockets.events import register_events

register_events(
    {
        "sweep.started": _("started a check of %(sites)s sites"),
        "finding.acknowledged": _("acknowledged the finding “%(code)s”"),
        "finding.contested": _("contested the finding “%(code)s”: %(text)s"),
        "finding.upheld": _("upheld the finding “%(code)s”: %(text)s"),
        "finding.withdrawn": _("withdrew the finding “%(code)s”: %(text)s"),
        "recap.published": _("published the recap of %(month)s"),
    }
)
