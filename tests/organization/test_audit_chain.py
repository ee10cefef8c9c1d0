from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from suluh.organization.audit.chain import GENESIS, Link, digest_values, seal, verify

NOW = datetime(2026, 4, 2, 2, 0, tzinfo=UTC)


def link(number: int, **fields) -> Link:
    return Link(
        id=number, seq=None, code="unit.renamed", at=NOW - timedelta(seconds=100 - number), actor="person:7",
        role="coordinator", unit=3, subject=f"unit:{number}", value_digest="", previous="", digest="",
    ) if not fields else replace(link(number), **fields)  # fmt: skip


def chain(length: int) -> list[Link]:
    links = [link(number) for number in range(1, length + 1)]
    placed = seal(links, after_seq=0, after_digest=GENESIS)
    return [
        replace(one, seq=seq, previous=previous, digest=digest)
        for one, (_, seq, previous, digest) in zip(links, placed, strict=True)
    ]


def judged(sealed, unsealed=(), head=None):
    head = head or ((sealed[-1].seq, sealed[-1].digest) if sealed else None)
    return verify(sealed, unsealed, head=head, now=NOW)


def test_a_chain_as_sealed_is_in_order():
    assert judged(chain(5)).ok


def test_sealing_in_two_rounds_makes_one_chain():
    first = chain(3)
    rest = [link(4), link(5)]
    placed = seal(rest, after_seq=3, after_digest=first[-1].digest)
    second = [replace(o, seq=s, previous=p, digest=d) for o, (_, s, p, d) in zip(rest, placed, strict=True)]
    assert first + second == chain(5)


@given(length=st.integers(2, 8), data=st.data())
def test_any_changed_field_of_a_sealed_event_is_found(length, data):
    links = chain(length)
    at = data.draw(st.integers(0, length - 1))
    changed = data.draw(
        st.sampled_from(
            [{"code": "x"}, {"actor": "person:8"}, {"role": "admin"}, {"unit": 4}, {"unit": None}, {"subject": "x"},
             {"value_digest": "ab"}, {"at": NOW}, {"id": 77}]
        )
    )  # fmt: skip
    links[at] = replace(links[at], **changed)
    report = judged(links)
    assert report.altered == 1
    assert not report.ok


@given(length=st.integers(3, 8), data=st.data())
def test_a_removed_event_is_a_gap_wherever_it_stood(length, data):
    links = chain(length)
    head = (links[-1].seq, links[-1].digest)
    del links[data.draw(st.integers(0, length - 1))]
    report = judged(links, head=head)
    assert report.gaps == 1
    assert not report.ok


def test_a_rewritten_tail_is_a_fork_against_the_noted_head():
    links = chain(4)
    head = (links[-1].seq, links[-1].digest)
    other = replace(links[-1], subject="unit:99")
    (_, seq, previous, digest) = seal([other], after_seq=3, after_digest=links[2].digest)[0]
    links[-1] = replace(other, seq=seq, previous=previous, digest=digest)
    report = judged(links, head=head)
    assert report.forks == 1


def test_a_second_event_at_one_place_is_a_fork():
    links = chain(3)
    twin = replace(link(9), seq=2, previous=links[0].digest)
    (_, _, _, digest) = seal([twin], after_seq=1, after_digest=links[0].digest)[0]
    assert judged([links[0], links[1], replace(twin, digest=digest), links[2]]).forks >= 1


def test_the_tail_is_as_old_as_its_oldest_unsealed_event():
    report = judged(chain(2), [link(20), link(60)])
    assert (report.events, report.sealed, report.tail_seconds) == (4, 2, 80.0)
    assert report.ok


def test_a_tail_that_nobody_seals_is_not_in_order():
    report = judged([], [replace(link(1), at=NOW - timedelta(hours=1))])
    assert not report.ok


def test_changed_values_are_found_and_erased_values_are_not_held_against_the_chain():
    links = chain(3)
    assert judged([links[0], replace(links[1], values_intact=False), links[2]]).values_altered == 1
    assert judged([links[0], replace(links[1], values_intact=None), links[2]]).ok


def test_the_salt_hides_equal_values():
    assert digest_values(b"a", {"x": 1}) != digest_values(b"b", {"x": 1})


def test_key_order_does_not_matter_to_a_digest():
    assert digest_values(b"s", {"a": 1, "b": "é"}) == digest_values(b"s", {"b": "é", "a": 1})
