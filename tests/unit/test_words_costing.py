"""Reasons for a verdict about cost, with the figures of the worked example (E.3) and small ones beside it."""

import pytest

from words import LANGUAGES, Language
from words.costing import next_price, waiting_hours


def test_pooling_of_the_worked_example_saves_three_tenths_of_the_hours() -> None:
    """950.6 hours pooled, of them 950.6 - 812.5 = 138 waiting; 1,365 apart: 1 - 950.6 / 1365 = 30.4 %."""
    said = waiting_hours("en", idle=950.625 - 812.5, pooled=950.625, separate=1_365.0)
    assert "Of 951 productive hours a month, **138** are waiting time" in said
    assert "saves 30% against a team per language" in said


def test_without_a_saving_none_is_claimed() -> None:
    said = waiting_hours("en", idle=20.0, pooled=100.0, separate=100.0)
    assert "**20** are waiting time" in said
    assert "saves" not in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_waiting_is_said_as_such(language: Language) -> None:
    said = waiting_hours(language, idle=0.4, pooled=812.5, separate=900.0)
    assert said == waiting_hours(language, idle=0.0, pooled=812.5, separate=900.0)
    assert "813" in said


@pytest.mark.parametrize(("low", "words"), [(14_259.0, "**overlap**"), (17_112.0, "do not overlap")])
def test_the_next_price_says_how_far_it_is_and_whether_the_lead_is_certain(low: float, words: str) -> None:
    """13,309 is 24.3 % below 17,587; the cheapest reaches up to 17,111."""
    cheapest = (9_506.0, 13_309.0, 17_111.0)
    said = next_price("en", "Southern Europe", cheapest=cheapest, following=(low, 17_587.0, 20_914.0))
    assert said.startswith("**24%** below Southern Europe")
    assert words in said
