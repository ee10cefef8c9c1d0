"""Who may do what with channels and deliveries."""

from suluh.organization.predicates import coordinates, leads, works_for_unit

PERMISSIONS = {
    "channel.connect": works_for_unit | coordinates,
    "channel.speak": works_for_unit | leads | coordinates,
    "delivery.decide": works_for_unit | coordinates,
    "delivery.withdraw": works_for_unit | leads | coordinates,
}
