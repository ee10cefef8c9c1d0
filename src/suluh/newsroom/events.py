"""Deeds on stories, each with the sentence that the timeline shows after the doer's name."""

from django.utils.translation import gettext_lazy as _

EVENTS = {
    "story.submitted": _("submitted “%(title)s”"),
    "story.edited": _("edited “%(title)s”, revision %(revision)s"),
    "story.reopened": _("edited “%(title)s” after its approval, revision %(revision)s; it has to be approved again"),
    "story.returned": _("returned “%(title)s” to the unit: %(note)s"),
    "story.private-confirmed": _("answered for %(count)s pieces of personal data: %(reason)s"),
    "slot.added": _("planned “%(title)s” for %(day)s"),
    "slot.series-added": _("planned “%(title)s” %(count)s times"),
    "slot.changed": _("changed the plan of “%(title)s”: %(day)s"),
    "slot.dropped": _("took “%(title)s” out of the calendar (%(count)s entries)"),
    "observance.added": _("entered “%(name)s” from %(day)s as a day that is kept"),
    "observance.removed": _("removed “%(name)s” from the days that are kept"),
    "calendar.feed-made": _("made a private address of the calendar"),
    "calendar.feed-ended": _("ended the private address of the calendar"),
    "story.approved": _("approved “%(title)s”, revision %(revision)s, for %(channels)s channels"),
    "story.voiced": _("approved “%(title)s” at the step %(step)s%(standing)s; another voice is wanted"),
    "story.passed": _("approved “%(title)s” at the step %(step)s%(standing)s; next: %(next)s"),
    "story.routine": _("published “%(title)s”, revision %(revision)s, as routine on %(channels)s channels"),
    "story.hurried": _("published “%(title)s”, revision %(revision)s, in a hurry on %(channels)s channels: %(reason)s"),
    "story.overridden": _("let a story pass although: %(rule)s Reason: %(reason)s"),
    "story.held": _("took “%(title)s”"),
    "story.released": _("released “%(title)s”"),
    "story.commented": _("wrote about “%(title)s”"),
    "review.closed": _("looked at “%(title)s” afterwards: %(verdict)s %(note)s"),
    "deputy.appointed": _("let %(deputy)s decide in the place of %(principal)s until %(until)s: %(reason)s"),
    "deputy.ended": _("ended that %(deputy)s decides in the place of %(principal)s"),
    "charter.drafted": _("worked on version %(number)s of the editorial charter"),
    "charter.adopted": _("adopted version %(number)s of the editorial charter by decision %(decision)s"),
}
