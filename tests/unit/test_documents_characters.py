"""What would vanish, break the file or turn the reading direction never reaches paper."""

import pytest

from documents.characters import checked, visible
from domain.shared.outcomes import DomainError


@pytest.mark.parametrize(
    ("char", "code_point"),
    [("\x00", "U+0000"), ("\x07", "U+0007"), ("\t", "U+0009"), ("\x0c", "U+000C"), ("\x85", "U+0085"),
     ("\u202e", "U+202E"), ("\u2066", "U+2066"), ("\u2028", "U+2028"), ("\ud800", "U+D800"), ("\uffff", "U+FFFF")],
)  # fmt: skip
def test_a_control_character_is_refused_by_name_and_place(char: str, code_point: str) -> None:
    with pytest.raises(DomainError) as refused:
        checked(f"上海{char}公司")
    assert refused.value.code == "documents.control_character"
    assert refused.value.values["code_point"] == code_point
    assert refused.value.values["near"] == "上海\ufffd公司"


def test_a_character_that_turns_the_reading_direction_is_named() -> None:
    with pytest.raises(DomainError) as refused:
        checked("\u202e")
    assert refused.value.values["name"] == "RIGHT-TO-LEFT OVERRIDE"


def test_line_feeds_and_no_break_spaces_are_welcome() -> None:
    assert checked("一\n二\u00a0三") == "一\n二\u00a0三"


def test_joiners_and_soft_hyphens_are_left_out_of_what_is_printed() -> None:
    assert visible("A\u00ad\u2060–\u200bB\ufeff") == "A–B"
