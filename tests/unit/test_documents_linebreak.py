"""Where a line may end, on sentences whose right answer a typesetter knows."""

from itertools import pairwise

import pytest

from documents.linebreak import breaks, lines
from domain.shared.sources import Language


def units(text: str, language: Language) -> str:
    """The text with a bar wherever a line may end."""
    places = [0, *breaks(text, language), len(text)]
    return "|".join(text[one:two] for one, two in pairwise(places))


def ems(text: str) -> list[float]:
    return [1.0 if ord(char) > 0x2E80 or char in "“”…" else 0.5 for char in text]


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("zh", "甲|方|（商|家）|应|付|款。"),
        ("zh", "《民|法|典》|第|496|条"),
        ("zh", "称|“甲|方”|或|‘买|方’，|见|下。"),
        ("zh", "按|GDPR|第|28|条"),
        ("zh", "不|低|于|93.8%，|即|45％。"),
        ("zh", "每|小|时|€1,200.00|封|顶"),
        ("zh", "降|低|45 %|以|上"),
        ("zh", "面|积|10㎡|以|内"),
        ("zh", "让·|雅|克"),
        ("zh", "停|止……|然|后|——|继|续"),
        ("zh", "于|2026-11-22|至|09:00–19:00|间"),
        ("zh", "在|“Merchant’s”|一|栏"),
        ("en", "The |third-party |fox, |“quoted” |and/or |(bracketed) |45 % |left."),
        ("en", "the |Merchant’s |own |word—|and |more"),
    ],
)
def test_a_line_may_end_exactly_here(language: Language, expected: str) -> None:
    assert units(expected.replace("|", ""), language) == expected


def test_a_web_address_longer_than_the_line_is_cut_at_its_slashes() -> None:
    text = "见 https://example.com/civil-code/article-496 处"
    found = [text[start:end] for start, end in lines(text, ems(text), 12, "zh")]
    assert found == ["见", "https://example.com/", "civil-code/article-496", "处"]


def test_a_word_without_any_seam_is_cut_as_a_last_resort() -> None:
    text = "A" * 25
    assert lines(text, ems(text), 5, "en") == [(0, 10), (10, 20), (20, 25)]


def test_a_line_feed_ends_a_line_and_an_empty_line_stays() -> None:
    text = "一\n\n二"
    assert [text[start:end] for start, end in lines(text, ems(text), 10, "zh")] == ["一", "", "二"]


def test_an_empty_text_has_one_empty_line() -> None:
    assert lines("", [], 10, "en") == [(0, 0)]


def test_spaces_hang_over_the_end_of_a_line() -> None:
    text = "aaaa bbbb"
    assert lines(text, ems(text), 2, "en") == [(0, 4), (5, 9)]


def test_no_paragraph_ends_in_one_character_on_a_line_of_its_own() -> None:
    text = "也可以直接填在本文件的方框里。"
    # Thirteen squares to a line would leave 里。 alone; 框 comes along.
    found = [text[start:end] for start, end in lines(text, [1.0] * len(text), 13, "zh")]
    assert found == ["也可以直接填在本文件的方", "框里。"]
    # Two characters keep each other company.
    found = [text[start:end] for start, end in lines(text, [1.0] * len(text), 12, "zh")]
    assert found == ["也可以直接填在本文件的方", "框里。"]


def test_a_long_word_is_not_taken_along() -> None:
    text = "按照约定使用Processor的"
    found = [text[start:end] for start, end in lines(text, [1.0] * len(text), 15, "zh")]
    assert found == ["按照约定使用Processor", "的"]


def test_nothing_is_taken_along_into_a_line_it_does_not_fit() -> None:
    text = "甲方）））《合同》"
    # 同》 is alone, but 《合同》 is wider than three squares.
    found = [text[start:end] for start, end in lines(text, [1.0] * len(text), 3, "zh")]
    assert all(len(line) <= 3 for line in found)
    assert "".join(found) == text
