"""Who may do what with clocks and the calendar."""

from suluh.organization.predicates import coordinates_all, reads

PERMISSIONS = {
    "clock.run": reads,
    "calendar.edit": coordinates_all,
}
