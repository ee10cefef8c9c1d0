"""Deeds on channels, each with the sentence that the timeline shows after the doer's name."""

from django.utils.translation import gettext_lazy as _

EVENTS = {
    "channel.connected": _("connected %(channel)s"),
    "channel.renewed": _("connected %(channel)s again"),
    "channel.consent-asked": _("went to ask the platform for consent for %(account)s"),
    "channel.consent-refused": _("came back from the platform without consent for %(account)s: %(reason)s"),
    "channel.asked": _("had it asked whether %(channel)s still lets us in"),
    "channel.sound": _("noted that %(channel)s lets us in again"),
    "channel.lost": _("noted that %(channel)s has to be connected again: %(reason)s"),
    "channel.closed": _("disconnected %(channel)s"),
    "delivery.planned": _("approved “%(title)s” for %(channel)s"),
    "delivery.repost-planned": _("asked %(channel)s to carry on “%(title)s”"),
    "delivery.live": _("noted that “%(title)s” is live on %(channel)s: %(url)s"),
    "delivery.failed": _("noted that “%(title)s” was not published on %(channel)s: %(reason)s"),
    "delivery.by-hand": _("laid “%(title)s” for %(channel)s on the table of a person"),
    "delivery.unclear": _("noted that it is unclear whether “%(title)s” is live on %(channel)s: %(reason)s"),
    "delivery.confirmed": _("confirmed that “%(title)s” is live on %(channel)s: %(url)s"),
    "delivery.again": _("looked and found “%(title)s” absent on %(channel)s; let it be sent again"),
    "delivery.dropped": _("called off “%(title)s” for %(channel)s"),
    "delivery.correction-planned": _("asked to correct “%(title)s” on %(channel)s"),
    "delivery.corrected": _("noted that %(channel)s shows the correction “%(title)s”: %(url)s"),
    "delivery.withdrawal-planned": _("asked to take “%(title)s” down from %(channel)s: %(reason)s"),
    "delivery.withdrawn": _("noted that “%(title)s” is no longer on %(channel)s"),
    "delivery.amend-by-hand": _(
        "laid what is to be changed of “%(title)s” on %(channel)s on the table of a person: %(reason)s"
    ),
}
