"""Who may do what with stories."""

from suluh.organization.predicates import coordinates, works_for_unit

PERMISSIONS = {
    "story.submit": works_for_unit | coordinates,
    "story.edit": works_for_unit | coordinates,
    "story.approve": coordinates,
}
