"""Who may do what in the watch."""

from suluh.organization.permissions import allow
from suluh.organization.predicates import coordinates, coordinates_all, reads, works_for_unit

allow("site.view", reads)
allow("finding.view", reads)
allow("finding.reply", works_for_unit)
allow("finding.settle", coordinates)
allow("evidence.download", coordinates | works_for_unit)
allow("sweep.start", coordinates_all)
allow("recap.publish", coordinates_all)
