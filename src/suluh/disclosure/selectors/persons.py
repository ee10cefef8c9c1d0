"""All that a body keeps of one person, found by identity number, mail address, code or number of a case."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q, QuerySet

from suluh.disclosure.models import Applicant, CaseFile, InformationRequest, Letter, Objection
from suluh.disclosure.services.case_numbers import code_as_kept
from suluh.disclosure.services.requests_intake import identity_mark
from suluh.organization.models import Unit

MOST = 200


@dataclass(frozen=True, slots=True)
class PersonCase:
    """One requester row with its cases."""

    applicant: Applicant
    request: InformationRequest | None
    objections: list[Objection]

    @property
    def number(self) -> str:
        """The number under which the person was registered."""
        return self.request.number if self.request else ", ".join(one.number for one in self.objections)


def person_rows(body: Unit, typed: str) -> QuerySet[Applicant]:
    """Rows of one person at a body. A case leads on to every other row with the same identity number."""
    typed = typed.strip()
    if not typed:
        return Applicant.objects.none()
    mine = _of_body(body).filter(erased_at__isnull=True)
    mark = identity_mark(typed)
    # signs without a letter or figure have no mark, as those have none who gave no number
    named = mine.filter(
        Q(email__iexact=typed)
        | (Q(identity_mark=mark) if mark else Q(pk__in=[]))
        | Q(request__number__iexact=typed)
        | Q(request__code=code_as_kept(typed))
        | Q(objections__number__iexact=typed)
    )
    marks = set(named.exclude(identity_mark="").values_list("identity_mark", flat=True))
    keys = set(named.values_list("pk", flat=True))
    return mine.filter(Q(pk__in=keys) | Q(identity_mark__in=marks)).order_by("pk")


def person_cases(rows: QuerySet[Applicant]) -> list[PersonCase]:
    """The cases of the rows."""
    return [
        PersonCase(
            row,
            InformationRequest.objects.filter(applicant=row).select_related("body", "answer").first(),
            list(Objection.objects.filter(Q(applicant=row) | Q(request__applicant=row)).select_related("body")),
        )
        for row in rows[:MOST]
    ]


def person_letters(case: PersonCase) -> list[Letter]:
    """Letters that the person was sent in a case."""
    rows = Letter.objects.filter(Q(request=case.request, request__isnull=False) | Q(objection__in=case.objections))
    return list(rows.select_related("print").order_by("pk"))


def person_files(case: PersonCase) -> list[CaseFile]:
    """Files that the person sent or was given in a case; what units brought among themselves is not the person's."""
    purposes = (CaseFile.Purpose.IDENTITY, CaseFile.Purpose.HANDED, CaseFile.Purpose.DECREE)
    return list(CaseFile.objects.filter(request=case.request, purpose__in=purposes)) if case.request else []


def _of_body(body: Unit) -> QuerySet[Applicant]:
    requests = InformationRequest.objects.filter(applicant=OuterRef("pk"), body=body)
    objections = Objection.objects.filter(applicant=OuterRef("pk"), body=body)
    return Applicant.objects.filter(Exists(requests) | Exists(objections))
