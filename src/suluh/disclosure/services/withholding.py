"""What is withheld rests on a determination in force and goes out with it (UU 14/2008 art. 19; Perki art. 34)."""

from __future__ import annotations

from suluh.disclosure.errors import ExclusionNotFitting, ExclusionOver, NeedsExclusion, OnlyAPart
from suluh.disclosure.models import Answer, CaseFile, Exclusion
from suluh.disclosure.papers.exclusions import determination_extract
from suluh.disclosure.selectors.exclusions import exclusions_of_body
from suluh.law.grounds import refusal_grounds
from suluh.organization.models import Unit
from suluh.organization.rights import Actor

from .case_files import case_file_add


def require_grounded(*, result: str, ground: str, exclusion: Exclusion | None, body: Unit) -> None:
    """Refuse what withholds information on an exemption that is not determined, or is not determined for this.

    Raises:
        NeedsExclusion: an exempt ground names no determination.
        ExclusionOver: the determination is not in force any more.
        ExclusionNotFitting: it was made on other grounds, or by another body, or the ground needs none.
        OnlyAPart: a part is excluded, and everything is refused.
    """
    known = refusal_grounds().get(ground)
    if result not in Answer.WITHHOLDS or known is None:
        return
    if not known.exempt:
        if exclusion is not None:
            raise ExclusionNotFitting(exclusion.number)
        return
    if exclusion is None:
        raise NeedsExclusion
    if exclusion.state != Exclusion.State.IN_FORCE:
        raise ExclusionOver(exclusion.number)
    if ground not in exclusion.grounds or not exclusions_of_body(body).filter(pk=exclusion.pk).exists():
        raise ExclusionNotFitting(exclusion.number)
    if result == Answer.Result.REFUSED and exclusion.scope == Exclusion.Scope.PART:
        raise OnlyAPart(exclusion.number)


def require_grounded_answer(answer: Answer) -> None:
    """The same of an answer as it is stored; for the errors see `require_grounded`."""
    require_grounded(result=answer.result, ground=answer.ground, exclusion=answer.exclusion, body=answer.request.body)


def decree_attach(answer: Answer, by: Actor) -> None:
    """Attach the public extract of the determination, unless the decree is attached already (art. 34(2))."""
    exclusion = answer.exclusion
    if exclusion is None or answer.request.files.filter(purpose=CaseFile.Purpose.DECREE).exists():
        return
    case_file_add(
        request=answer.request,
        purpose=CaseFile.Purpose.DECREE,
        content=determination_extract(exclusion),
        name=f"kutipan-penetapan-{exclusion.number}.pdf".replace("/", "-"),
        by=by,
    )
