"""Numbers as contracts print them."""

import pytest

from domain.contract.number import (
    annex_number,
    article_number,
    chapter_number,
    chinese_numeral,
    paragraph_number,
)


@pytest.mark.parametrize(
    ("number", "numeral"),
    [
        (1, "一"),
        (9, "九"),
        (10, "十"),
        (11, "十一"),
        (19, "十九"),
        (20, "二十"),
        (21, "二十一"),
        (65, "六十五"),
        (99, "九十九"),
    ],
)
def test_chinese_numerals(number: int, numeral: str) -> None:
    assert chinese_numeral(number) == numeral


@pytest.mark.parametrize("number", [0, -1, 100])
def test_no_contract_has_article_zero_or_a_hundred(number: int) -> None:
    with pytest.raises(ValueError, match=str(number)):
        chinese_numeral(number)


def test_articles_chapters_annexes_and_paragraphs() -> None:
    assert (article_number("zh", 6), article_number("en", 6)) == ("第六条", "Article 6")
    assert (chapter_number("zh", 2), chapter_number("en", 2)) == ("第二章", "Chapter 2")
    assert (annex_number("zh", 3), annex_number("en", 12)) == ("附件三", "Annex 12")
    assert paragraph_number(4, 2) == "4.2"


def test_all_numerals_of_a_contract_differ() -> None:
    assert len({chinese_numeral(number) for number in range(1, 100)}) == 99
