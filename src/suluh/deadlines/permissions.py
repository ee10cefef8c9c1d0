"""Who may do what with clocks and the calendar."""

from suluh.organization.predicates import coordinates, coordinates_all, leads, works_for_unit

PERMISSIONS = {
    "clock.run": works_for_unit | leads | coordinates,
    "calendar.edit": coordinates_all,
}
