"""Charts of the cost: bars that add up, axes in even ratios, weeks that show open hours only."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.charts_curves import axis_marks
from ui.charts_steps import stacked_up
from ui.charts_week import drawn_hours


def test_every_bar_starts_where_the_one_above_ends_and_the_total_at_nothing() -> None:
    """100 + 30 + 5 = 135."""
    parts = stacked_up(["base", "peak", "tools"], [100.0, 30.0, 5.0], ["100", "30", "5", "135"], "month")
    assert [(part.start, part.end) for part in parts] == [(0, 100), (100, 130), (130, 135), (0, 135)]
    assert [part.is_total for part in parts] == [False, False, False, True]
    assert parts[-1].text == "135"


@given(st.lists(st.floats(0, 1e6), max_size=12))
def test_a_total_ends_at_the_sum_of_its_parts(amounts: list[float]) -> None:
    texts = ["x"] * (len(amounts) + 1)
    assert stacked_up(texts[1:], amounts, texts, "all")[-1].end == pytest.approx(sum(amounts))


def test_marks_of_an_axis_in_even_ratios_are_ones_twos_and_fives() -> None:
    assert axis_marks([200.0, 3_000.0]) == [200, 500, 1000, 2000]
    assert axis_marks([700.0, 900.0]) == []


def test_a_week_shows_the_hours_that_have_a_figure_and_no_others() -> None:
    """Tuesday at 09:00 is hour 24 + 9."""
    hours: list[float | None] = [None] * 168
    hours[33] = 2.5
    (row,) = drawn_hours(hours, ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"])
    assert row == {"day": "Tue", "hour": "09", "figure": 2.5}
