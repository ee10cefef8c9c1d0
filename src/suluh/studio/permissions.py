"""Who may do what with media."""

from suluh.organization.predicates import coordinates, works_for_unit

PERMISSIONS = {"medium.take": works_for_unit | coordinates}
