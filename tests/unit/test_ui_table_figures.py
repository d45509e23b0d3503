"""Figures that were printed already align right in a table, as numbers do."""

import pytest
from streamlit.testing.v1 import AppTest

from words import LANGUAGES, Language
from words.numbers import MISSING, money, number, percent, span


def drawn(columns: dict[str, list[str]]) -> str:
    """The style sheet of a table."""

    def page(columns: dict[str, list[str]]) -> None:
        from ui.tables import small_table

        small_table(columns, label="x")

    (table,) = AppTest.from_function(page, args=(columns,)).run().table
    return str(table.proto.arrow_data.styler.styles)


@pytest.mark.parametrize("language", LANGUAGES)
def test_amounts_spans_shares_and_gaps_align_right(language: Language) -> None:
    figures = [
        span(number(language, 13_580), number(language, 24_445)),
        money(language, 19_013, "EUR"),
        percent(language, 0.342),
        number(language, -3),
        f"{number(language, 1.5, 1)} / {number(language, 2.5, 1)}",
    ]
    styles = drawn(
        {"name": ["East", "West"], **{str(at): [text, MISSING] for at, text in enumerate(figures)}}
    )
    assert [f".col{place} " in styles for place in range(6)] == [False, True, True, True, True, True]


@pytest.mark.parametrize("text", ["2026-11-22", "Germany", "3 to 5", "12 months", MISSING, ""])
def test_words_dates_and_mere_gaps_stay_at_the_left(text: str) -> None:
    assert "right" not in drawn({"name": ["East"], "other": [text]})


def test_the_first_column_names_the_row_also_where_it_is_a_number() -> None:
    styles = drawn({"hours": ["40", "60"], "people": ["1.43", "2.14"]})
    assert ".col0 " not in styles
    assert ".col1 " in styles
