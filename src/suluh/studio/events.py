"""Deeds on media, each with the sentence that the timeline shows after the doer's name."""

from django.utils.translation import gettext_lazy as _

EVENTS = {
    "medium.taken": _("handed in a photo or video"),
    "medium.rendered": _("had a photo or video cut or made lighter for a channel"),
}
