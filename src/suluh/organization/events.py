"""Deeds on the register, each with the sentence that the timeline shows after the doer's name."""

from django.utils.translation import gettext_lazy as _

EVENTS = {
    "government.changed": _("changed particulars of the government: %(fields)s"),
    "unit.added": _("entered the unit %(name)s into the register"),
    "unit.changed": _("changed particulars of the unit: %(fields)s"),
    "unit.moved": _("moved the unit from below %(old)s to below %(new)s"),
    "unit.retired": _("closed the unit as of %(day)s"),
    "site.added": _("registered the site %(url)s"),
    "site.changed": _("changed the site address from %(old)s to %(new)s"),
    "site.retired": _("took the site %(url)s out of the watch"),
    "account.added": _("registered the account %(platform)s/%(handle)s"),
    "account.changed": _("changed particulars of the account %(platform)s/%(handle)s: %(fields)s"),
    "account.handed-over": _("recorded the hand-over of %(platform)s/%(handle)s from %(old)s to %(new)s (%(decree)s)"),
    "account.confirmed": _("confirmed who holds the account %(platform)s/%(handle)s"),
    "account.retired": _("closed the account %(platform)s/%(handle)s"),
    "person.added": _("let %(name)s sign in"),
    "person.changed": _("changed particulars of a person: %(fields)s"),
    "person.password-given": _("gave %(name)s a password for the first sign-in"),
    "person.second-factor-removed": _("took the second factor of %(name)s away, who was told by mail"),
    "person.password-chosen": _("chose a new password"),
    "person.closed": _("closed the sign-in of %(name)s"),
    "membership.granted": _("appointed %(name)s as %(role)s (%(decree)s)"),
    "membership.ended": _("ended the appointment of %(name)s as %(role)s"),
    "register.imported": _("imported the sheet %(file)s: %(added)s added, %(changed)s changed, %(unchanged)s left"),
    "register.exported": _("exported the register: %(units)s units"),
    "audit.erased": _("erased the particulars of %(count)s events: %(reason)s"),
}
