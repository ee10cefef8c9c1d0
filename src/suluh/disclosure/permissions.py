"""Who may do what with public information (Perki 1/2021 art. 6–12)."""

from suluh.organization.predicates import coordinates, heads, informs, serves, supervises, works_for_unit

PERMISSIONS = {
    "item.propose": works_for_unit | informs,
    "item.review": informs,
    "decree.prepare": informs,
    "decree.approve": supervises,
    "request.intake": serves | informs,
    "request.identity": serves | informs,
    "request.prepare": serves | informs,
    "request.decide": informs,
    "request.bring": works_for_unit,
    "service.edit": informs,
    "refusal.approve": supervises,
    "exclusion.view": informs | supervises | heads | works_for_unit,
    "exclusion.test": informs,
    "exclusion.approve": heads,
    "sealed.open": informs | supervises | heads,
    "register.take": serves | informs,
    "objection.record": serves | informs,
    "objection.decide": supervises,
    "dispute.record": informs | supervises,
    "report.write": informs,
    "push-key.manage": informs | coordinates,
    "retention.approve": informs,
    "retention.hold": informs | supervises,
    "person.take": serves | informs,
    "person.correct": serves | informs,
}
