"""The chart of the cost page: amounts and ticks in the words of the language and the currency of the estimate."""

import pytest

from ui.cost_chart import axis_amount, axis_ticks


@pytest.mark.parametrize(
    ("language", "currency", "printed"),
    [("en", "EUR", "€19.0k"), ("en", "GBP", "£19.0k"), ("zh", "EUR", "€1.9 万")],
)
def test_an_amount_of_the_chart_is_short_and_in_its_currency(
    language: str, currency: str, printed: str
) -> None:
    assert axis_amount(language, 19_012.5, currency) == printed  # type: ignore[arg-type]  # a language of the list


def test_the_axis_prints_its_ticks_with_the_same_words() -> None:
    assert axis_ticks("en", "GBP") == '"£" + format(datum.value/1000, \',.0f\') + "k"'
    assert axis_ticks("zh", "EUR") == '"€" + format(datum.value/10000, \',.1f\') + " 万"'
