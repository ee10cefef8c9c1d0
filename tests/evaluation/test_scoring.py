from hypothesis import given
from hypothesis import strategies as st

from suluh.evaluation.instrument import Criterion, instruments
from suluh.evaluation.scoring import Count, Score, ranking, score

LINES = (Criterion("a", "A", "alive", 0.5), Criterion("b", "B", "secure", 0.5))


def whole(n, m, observations=30, days=60):
    return score(counts={"a": Count(n, m), "b": Count(n, m)}, criteria=LINES, observations=observations, days=days)


@given(st.integers(1, 400).flatmap(lambda m: st.tuples(st.integers(0, m), st.just(m))))
def test_the_interval_holds_the_score_and_stays_in_bounds(pair):
    result = whole(*pair)

    assert 0 <= result.low <= result.value <= result.high <= 100


@given(st.integers(1, 9), st.integers(10, 60))
def test_more_observations_make_the_interval_narrower(tenths, factor):
    few = whole(tenths, 10)
    many = whole(tenths * factor, 10 * factor)

    assert many.high - many.low < few.high - few.low


def test_a_criterion_nobody_could_observe_is_left_out():
    only_a = score(counts={"a": Count(5, 10), "b": Count(0, 0)}, criteria=LINES, observations=30, days=60)

    assert only_a.value == 50


def test_seven_observations_are_too_few_and_so_are_27_days():
    assert not whole(5, 7, observations=7).enough
    assert not whole(20, 30, days=27).enough
    assert whole(6, 8, observations=8, days=28).enough


def test_those_who_cannot_be_told_apart_share_a_rank_and_the_next_rank_counts_them():
    first, near, far = Score(90, 80, 95, 9, 10, True), Score(85, 78, 92, 9, 10, True), Score(40, 30, 50, 4, 10, True)

    rows = ranking([("far", far), ("near", near), ("first", first)])

    assert [(row.item, row.rank, row.shared) for row in rows] == [
        ("first", 1, True),
        ("near", 1, True),
        ("far", 3, False),
    ]


def test_too_little_data_is_never_ranked():
    assert ranking([("young", Score(100, 70, 100, 2, 2, False))]) == []


def test_every_shipped_instrument_has_weights_that_sum_to_one():
    assert {"p5", "suluh-situs"} <= set(instruments())
    for instrument in instruments().values():
        assert abs(sum(line.weight for line in instrument.criteria) - 1) < 1e-9
