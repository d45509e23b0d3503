from decimal import Decimal

from domain.shared.rounding import round_half_up


def test_a_half_is_rounded_up_where_python_would_round_to_even() -> None:
    assert round_half_up(2.5) == Decimal(3)
    assert round_half_up(Decimal("0.125"), 2) == Decimal("0.13")


def test_a_negative_half_goes_away_from_zero() -> None:
    assert round_half_up(-2.5) == Decimal(-3)


def test_an_exact_tie_survives_binary_floats() -> None:
    # 950.625 h × 14 € / 0.7 is 19,012.50 € exactly; the float division gives 19012.499999999996 or so.
    assert round_half_up(950.625 * 14 / 0.7) == Decimal(19013)
    # 1,950 h / (40 h × 52 / 12) is 11.25 FTE exactly.
    assert round_half_up(1950 / (40 * 52 / 12), 1) == Decimal("11.3")


def test_the_number_of_decimals_is_kept() -> None:
    assert str(round_half_up(14, 2)) == "14.00"
