"""Deeds of the watch, with the sentence that the timeline shows."""

from django.utils.translation import gettext_lazy as _

from suluh.organization.sockets.events import register_events

register_events(
    {
        "sweep.started": _("Started a sweep of {sites} sites"),
        "finding.acknowledged": _("Acknowledged the finding “{code}”"),
        "finding.contested": _("Contested the finding “{code}”: {text}"),
        "finding.upheld": _("Upheld the finding “{code}”: {text}"),
        "finding.withdrawn": _("Withdrew the finding “{code}”: {text}"),
        "recap.published": _("Published the recap of {month}"),
    }
)
