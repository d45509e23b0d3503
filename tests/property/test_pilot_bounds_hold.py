from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from domain.pilot.bounds import quantile_ranks, wilson
from domain.pilot.decide import decide, points
from domain.shared.kpis import Direction
from tests.pilot_case import kpis

COUNTS = st.integers(1, 5_000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))
TARGETS = st.decimals("0.01", "0.99", places=3)


@given(COUNTS)
def test_bounds_enclose_the_measured_share(counts: tuple[int, int]) -> None:
    k, n = counts
    bounds = wilson(k, n)
    assert 0 <= bounds.lower <= k / n <= bounds.upper <= 1


@given(COUNTS)
def test_hits_and_misses_are_mirror_images(counts: tuple[int, int]) -> None:
    k, n = counts
    hits, misses = wilson(k, n), wilson(n - k, n)
    assert abs(hits.lower - (1 - misses.upper)) < 1e-12
    assert abs(hits.upper - (1 - misses.lower)) < 1e-12


@given(COUNTS, TARGETS)
def test_a_target_is_never_passed_and_failed_at_once(counts: tuple[int, int], target: Decimal) -> None:
    k, n = counts
    up = decide(wilson(k, n), target, "up")
    if up == "pass":
        assert k / n >= target
    if up == "fail":
        assert k / n < target
    # The same target on the misses, read the other way, comes to the same unless a bound meets it exactly.
    down = decide(wilson(n - k, n), 1 - target, "down")
    assert {up, down} != {"pass", "fail"}


@given(COUNTS, TARGETS, st.sampled_from(["up", "down"]))
def test_more_hits_never_make_it_worse(
    counts: tuple[int, int], target: Decimal, direction: Direction
) -> None:
    k, n = counts
    order = ["fail", "inconclusive", "pass"] if direction == "up" else ["pass", "inconclusive", "fail"]
    now = order.index(decide(wilson(k, n), target, direction))
    more = order.index(decide(wilson(min(k + 1, n), n), target, direction))
    assert more >= now


@given(st.floats(0, 1), st.floats(0, 1), st.decimals("0.5", "0.99", places=3))
def test_points_stay_between_zero_and_a_hundred_and_rise_with_the_value(
    one: float, other: float, target: Decimal
) -> None:
    scale = kpis()["frt_within"].scale
    low, high = sorted((one, other))
    worse = points(low, target, scale, target_points=Decimal(80))
    better = points(high, target, scale, target_points=Decimal(80))
    assert 0 <= worse <= better <= 100


@given(st.integers(1, 2_000), st.sampled_from([0.5, 0.9]))
def test_ranks_stand_on_either_side_of_the_quantile(n: int, share: float) -> None:
    ranks = quantile_ranks(n, share)
    if ranks.lower is not None:
        assert 1 <= ranks.lower <= n * share + 1
    if ranks.upper is not None:
        assert n * share <= ranks.upper <= n
