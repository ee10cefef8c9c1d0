"""Whoever has to decide finds it on the own table, and nobody else does."""

import pytest
from django.utils import timezone

from suluh.disclosure.models import Decree, Exclusion, InformationRequest, MailDraft
from suluh.disclosure.services.decrees import decree_prepare, decree_send
from suluh.disclosure.services.exclusions import exclusion_draft, exclusion_return, exclusion_send
from suluh.disclosure.services.items import item_propose, version_return
from suluh.disclosure.services.requests_answer import answer_approve, answer_send, answer_sign
from suluh.organization.rights import OPERATOR
from suluh.organization.sockets.duties import duties_of
from tests.disclosure.asking import drafted, running, withheld
from tests.disclosure.excluding import sheet
from tests.disclosure.making import accepted, content
from tests.world import World

EVERYBODY = ("admin", "coordinator", "leader", "superior", "ppid", "service", "officer", "sibling")


def who_reads(world: World, words: str) -> set[str]:
    """The people on whose table a duty with these words lies."""
    return {name for name in EVERYBODY if any(words in duty.title for duty in duties_of(getattr(world, name)))}


def fresh(request: InformationRequest) -> int:
    return InformationRequest.objects.get(pk=request.pk).version


def test_a_decree_waits_for_the_superior_until_it_is_decided(world):
    accepted(world.health, "Jadwal imunisasi")
    decree = decree_prepare(body=world.root, number="7/PPID/2026", day=timezone.localdate(), by=OPERATOR)
    assert who_reads(world, "7/PPID/2026") == set()

    decree_send(decree=decree, by=OPERATOR)
    assert who_reads(world, "Putuskan keputusan 7/PPID/2026") == {"superior"}

    Decree.objects.update(state=Decree.State.DRAFT)
    item_propose(unit=world.health, content=content("Lain"), by=OPERATOR)
    assert who_reads(world, "7/PPID/2026") == set()


def test_an_answer_that_withholds_waits_for_the_superior_then_for_the_ppid(world):
    request = running(world.root, OPERATOR)
    answer = drafted(request, OPERATOR, **withheld(world.health))
    answer = answer_send(answer=answer, seen=fresh(request), by=OPERATOR)
    assert who_reads(world, f"Putuskan penolakan pada {request.number}") == {"superior"}

    answer = answer_approve(answer=answer, seen=fresh(request), by=OPERATOR)
    assert who_reads(world, f"Tanda tangani jawaban {request.number}") == {"ppid"}

    answer_sign(answer=answer, seen=fresh(request), by=OPERATOR)
    assert who_reads(world, f"Tanda tangani jawaban {request.number}") == set()


def test_a_consequence_test_waits_for_the_head_and_comes_back_to_the_ppid(world):
    draft = exclusion_draft(unit=world.health, number="9/UK/2026", sheet=sheet(), by=OPERATOR)
    assert who_reads(world, "9/UK/2026") == set()

    sent = exclusion_send(exclusion=draft, by=OPERATOR)
    assert who_reads(world, "Putuskan uji konsekuensi 9/UK/2026") == {"leader"}

    exclusion_return(exclusion=sent, note="Sebut pasalnya.", by=OPERATOR)
    assert who_reads(world, "9/UK/2026") == {"ppid"}
    assert Exclusion.objects.get().note == "Sebut pasalnya."


def test_proposals_wait_for_the_ppid_and_what_came_back_for_its_unit(world):
    first = item_propose(unit=world.health, content=content("Satu"), by=OPERATOR)
    item_propose(unit=world.health, content=content("Dua"), by=OPERATOR)
    assert who_reads(world, "Telaah 2 usulan") == {"ppid"}

    version_return(version=first, note="Sebut tahunnya.", by=OPERATOR)
    assert who_reads(world, "Telaah 1 usulan") == {"ppid"}
    assert who_reads(world, "Perbaiki 1 usulan") == {"officer"}


@pytest.mark.parametrize(("state", "readers"), [("waiting", {"service", "ppid"}), ("aside", set())])
def test_a_mail_waits_for_the_service(world, state, readers):
    MailDraft.objects.create(
        body=world.root, mark="a", state=state, settled_at=None if state == "waiting" else timezone.now()
    )

    assert who_reads(world, "Catat 1 surel") == readers
