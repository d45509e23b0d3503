"""Figures, dates and ticks that came as text: what can mean one thing is read, what can mean two is not."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.shared.typed import day_typed, number_readings, number_typed, yes_typed


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("5200", "5200"),
        (" 5 200 ", "5200"),
        ("5\u00a0200", "5200"),
        ("5\u2009200", "5200"),
        ("5\u202f200", "5200"),
        ("5\u3000200", "5200"),
        ("５２００", "5200"),
        ("5'200", "5200"),
        ("5’200", "5200"),
        ("1,234,567", "1234567"),
        ("1.234,56", "1234.56"),
        ("1,234.56", "1234.56"),
        ("1 234,5", "1234.5"),
        ("0.250", "0.250"),
        ("3,5", "3.5"),
        ("１．５", "1.5"),
        ("-4", "-4"),
        ("−4", "-4"),
    ],
)
def test_a_figure_that_can_mean_one_number_is_read(text: str, number: str) -> None:
    assert number_readings(text) == (Decimal(number),)


@pytest.mark.parametrize("text", ["1.234", "1,234", "12.500", "999,000"])
def test_three_digits_behind_a_single_separator_have_two_readings(text: str) -> None:
    whole, broken = number_readings(text)
    assert whole == broken * 1000


@pytest.mark.parametrize(
    "text",
    [
        "",
        "about 80",
        "€20",
        "20 EUR",
        "1e3",
        "1_000",
        "5²",
        "٥",
        "1,23,456",
        "1.2.3",
        "12 34",
        "1,2 345",
        "1.2万",
    ],
)
def test_what_is_no_plain_figure_has_no_reading(text: str) -> None:
    assert number_readings(text) == ()


def test_more_digits_than_a_cell_keeps_are_not_read() -> None:
    assert number_readings("9" * 15) == (Decimal("9" * 15),)
    assert number_readings("9" * 16) == ()


@pytest.mark.parametrize(
    ("text", "share"), [("25 %", "0.25"), ("25％", "0.25"), ("12,5%", "0.125"), ("0.25", "0.25")]
)
def test_a_share_may_have_its_percent_sign(text: str, share: str) -> None:
    assert number_readings(text, percent=True) == (Decimal(share),)


def test_a_percent_sign_means_nothing_where_no_share_is_asked() -> None:
    assert number_readings("25 %") == ()


def test_of_two_readings_only_the_possible_one_counts() -> None:
    assert number_typed("5,200", lambda number: number % 1 == 0) == 5200
    assert number_typed("2.500", lambda number: number <= 10) == Decimal("2.5")
    assert number_typed("2.500", lambda _: True) is None
    assert number_typed("2.500", lambda _: False) is None


def test_a_figure_of_one_reading_is_read_although_it_does_not_fit() -> None:
    assert number_typed("5200", lambda _: False) == 5200


@given(
    st.decimals(0, 10**9, places=2), st.sampled_from([(",", "."), (".", ","), (" ", ","), ("\u202f", ".")])
)
def test_a_figure_written_with_both_separators_is_always_the_figure(
    number: Decimal, separators: tuple[str, str]
) -> None:
    thousands, point = separators
    written = f"{number:,.2f}".translate(str.maketrans(",.", thousands + point))
    assert number_readings(written) == (number,)


@pytest.mark.parametrize(
    "text", ["2027/3/1", "2027-03-01", "2027.3.1", "2027年3月1日", "2027 年 3 月 1 日", "２０２７/3/1"]
)
def test_a_day_with_its_year_first_is_read(text: str) -> None:
    assert day_typed(text) == date(2027, 3, 1)


@pytest.mark.parametrize(
    "text", ["1/3/2027", "01.03.2027", "3月1日", "2027-02-30", "soon", "27/3/1", "2027-03-01x"]
)
def test_a_day_that_may_be_another_or_none_is_not_read(text: str) -> None:
    assert day_typed(text) is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("1", True),
        ("x", True),
        ("X", True),
        ("✓", True),
        ("√", True),
        ("TRUE", True),
        ("0", False),
        ("False", False),
    ],
)
def test_a_mark_says_yes_or_no(text: str, said: bool) -> None:  # noqa: FBT001  # what is expected
    assert yes_typed(text) is said


@pytest.mark.parametrize("text", ["", "2", "maybe", "✗", "10"])
def test_other_marks_say_nothing(text: str) -> None:
    assert yes_typed(text) is None
