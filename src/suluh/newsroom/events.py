"""Deeds on stories, each with the sentence that the timeline shows after the doer's name."""

from django.utils.translation import gettext_lazy as _

EVENTS = {
    "story.submitted": _("submitted “%(title)s”"),
    "story.edited": _("edited “%(title)s”, revision %(revision)s"),
    "story.reopened": _("edited “%(title)s” after its approval, revision %(revision)s; it has to be approved again"),
    "story.returned": _("returned “%(title)s” to the unit: %(note)s"),
    "story.approved": _("approved “%(title)s”, revision %(revision)s, for %(channels)s channels"),
}
