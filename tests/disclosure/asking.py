"""Requests as tests need them."""

from uuid import uuid4

from suluh.disclosure.models import Answer, Exclusion, InformationRequest
from suluh.disclosure.services.requests_answer import answer_draft
from suluh.disclosure.services.requests_check import request_complete
from suluh.disclosure.services.requests_intake import ApplicantDraft, RequestDraft, request_submit
from tests.disclosure.excluding import excluded

NIK = "3303044201900042"


def applicant(**more: object) -> ApplicantDraft:
    """A person with everything that the regulation asks for."""
    values: dict[str, object] = {
        "kind": "person", "name": "Pemohon Satu", "identity": NIK, "address": "Jalan Fajar 1, Arunika",
        "email": "pemohon@warga.example", "phone": "0000-1234", **more,
    }  # fmt: skip
    return ApplicantDraft(**values)  # type: ignore[arg-type]


def asked(body, *, details: str = "Anggaran pengangkutan sampah tahun 2025", **more: object) -> InformationRequest:
    """A request that a citizen sent."""
    return request_submit(
        body=body, applicant=applicant(**more), asks=RequestDraft(details=details, purpose="Penelitian"),
        form_token=uuid4(),
    )  # fmt: skip


def running(body, by) -> InformationRequest:
    """A request that was declared complete."""
    return request_complete(request=asked(body), seen=0, by=by)


def drafted(request: InformationRequest, by, **more: object) -> Answer:
    """The draft of an answer that gives everything."""
    fields = {"result": Answer.Result.GRANTED, "words": "Informasi kami lampirkan.", **more}
    return answer_draft(request=request, seen=request.version, by=by, **fields)


def withheld(unit, **more: object) -> dict[str, object]:
    """What an answer says that refuses on an exemption which was determined for a unit."""
    exclusion = Exclusion.objects.filter(unit=unit).first() or excluded(unit)
    return {"result": "refused", "ground": "17h", "reason": "Data pribadi", "exclusion": exclusion, **more}
