import pytest

from domain.pilot.bounds import Z_TWO_SIDED, Ranks, quantile_ranks, wilson

# Wilson's formula with z = 1.959964 and 1.644854, as published for these counts: k, n, two-sided
# lower and upper, one-sided lower and upper.
VECTORS = [
    (9, 10, 0.5958, 0.9821, 0.6523, 0.9774),
    (27, 30, 0.7438, 0.9654, 0.7745, 0.9593),
    (45, 50, 0.7864, 0.9565, 0.8085, 0.9505),
    (90, 100, 0.8256, 0.9448, 0.8396, 0.9393),
    (270, 300, 0.8608, 0.9291, 0.8678, 0.9250),
    (450, 500, 0.8706, 0.9233, 0.8757, 0.9200),
    (900, 1000, 0.8798, 0.9171, 0.8833, 0.9145),
    (50, 50, 0.9287, 1.0, 0.9487, 1.0),
    (0, 50, 0.0, 0.0713, 0.0, 0.0513),
]


@pytest.mark.parametrize(("k", "n", "low", "high", "one_low", "one_high"), VECTORS)
def test_wilson_bounds_match_the_table(
    k: int, n: int, low: float, high: float, one_low: float, one_high: float
) -> None:
    two_sided, one_sided = wilson(k, n, z=Z_TWO_SIDED), wilson(k, n)
    assert (round(two_sided.lower, 4), round(two_sided.upper, 4)) == (low, high)
    assert (round(one_sided.lower, 4), round(one_sided.upper, 4)) == (one_low, one_high)


def test_without_a_hit_the_lower_bound_is_exactly_zero_and_without_a_miss_the_upper_exactly_one() -> None:
    assert wilson(0, 7).lower == 0.0
    assert wilson(7, 7).upper == 1.0


@pytest.mark.parametrize(("k", "n"), [(0, 0), (-1, 5), (6, 5)])
def test_counts_that_cannot_be_are_a_bug(k: int, n: int) -> None:
    with pytest.raises(ValueError, match=str(k)):
        wilson(k, n)


@pytest.mark.parametrize(("limit", "clean"), [(0.05, 52), (0.02, 133), (0.01, 268)])
def test_the_smallest_clean_sample_bounds_the_error_rate(limit: float, clean: int) -> None:
    assert wilson(0, clean).upper <= limit
    assert wilson(0, clean - 1).upper > limit


@pytest.mark.parametrize(
    ("share", "n", "lower", "upper"),
    [
        (0.5, 30, 11, 20),
        (0.5, 60, 24, 37),
        (0.5, 100, 42, 59),
        (0.5, 300, 136, 165),
        (0.9, 60, 50, 59),
        (0.9, 100, 85, 96),
        (0.9, 300, 261, 279),
    ],
)
def test_one_sided_ranks_match_the_table(share: float, n: int, lower: int, upper: int) -> None:
    assert quantile_ranks(n, share) == Ranks(lower, upper)


@pytest.mark.parametrize(
    ("share", "n", "lower", "upper"),
    [
        (0.5, 30, 10, 21),
        (0.5, 60, 22, 39),
        (0.5, 100, 40, 61),
        (0.5, 300, 133, 168),
        (0.9, 60, 49, 59),
        (0.9, 100, 84, 96),
        (0.9, 300, 259, 281),
    ],
)
def test_two_sided_ranks_match_the_table(share: float, n: int, lower: int, upper: int) -> None:
    assert quantile_ranks(n, share, error=0.025) == Ranks(lower, upper)


def test_a_ninetieth_percentile_has_an_upper_bound_from_29_values() -> None:
    # 0.9 to the 28th is 5.2 %, to the 29th 4.7 %; for both ends 2.5 % is reached with 36.
    assert quantile_ranks(28, 0.9).upper is None
    assert quantile_ranks(29, 0.9).upper == 29
    assert quantile_ranks(35, 0.9, error=0.025).upper is None
    assert quantile_ranks(36, 0.9, error=0.025).upper == 36


def test_a_median_of_four_values_has_no_bounds() -> None:
    # Half to the fourth is 6.25 %, more than 5 %; with five values it is 3.1 %.
    assert quantile_ranks(4, 0.5) == Ranks(None, None)
    assert quantile_ranks(5, 0.5) == Ranks(1, 5)
