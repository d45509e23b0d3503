"""Wording holds text and slots, markers at its head, and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.contract.wording import Slot, WordingError, parse_parts, parse_wording


def test_a_slot_names_a_field_a_clause_or_an_annex() -> None:
    parts = parse_parts("见{{ref:kpi_sla}}，{{annex:kpi}}，{{vendor_notice_eu_h}}内。")
    assert parts == (
        "见",
        Slot("ref", "kpi_sla"),
        "，",
        Slot("annex", "kpi"),
        "，",
        Slot("field", "vendor_notice_eu_h"),
        "内。",
    )


@pytest.mark.parametrize(
    "text", ["within {hours}", "{{ hours }}", "{{hours}", "{% if x %}", "{{ref:}}", "{{a.b}}"]
)
def test_anything_that_is_not_a_slot_but_looks_like_one_is_refused(text: str) -> None:
    with pytest.raises(WordingError) as refused:
        parse_parts(text)
    assert refused.value.reason == "single_brace"


def test_one_line_is_one_paragraph_and_blank_lines_do_not_count() -> None:
    wordings = parse_wording("甲。\n\n乙。\n", "One.\n\n\nTwo.")
    assert [(w.zh, w.en) for w in wordings] == [(("甲。",), ("One.",)), (("乙。",), ("Two.",))]


def test_an_exclamation_mark_means_bold_and_a_question_mark_a_condition() -> None:
    (wording,) = parse_wording("?phone_channel !! 录音。", "?phone_channel !! Recording.")
    assert (wording.when, wording.highlighted, wording.zh) == ("phone_channel", True, ("录音。",))


def test_the_two_markers_may_stand_in_either_order() -> None:
    (wording,) = parse_wording("!! ?court 诉讼。", "!! ?court Court.")
    assert (wording.when, wording.highlighted) == ("court", True)


def test_without_markers_a_paragraph_is_always_printed_and_not_bold() -> None:
    (wording,) = parse_wording("甲。", "One.")
    assert (wording.when, wording.highlighted) == ("always", False)


@pytest.mark.parametrize(
    ("zh", "en"),
    [("甲。\n乙。", "One."), ("!! 甲。", "One."), ("?court 甲。", "?arbitration One.")],
)
def test_the_two_languages_must_have_the_same_paragraphs_with_the_same_markers(zh: str, en: str) -> None:
    with pytest.raises(WordingError) as refused:
        parse_wording(zh, en)
    assert refused.value.reason == "paragraphs_differ"


def test_a_clause_without_words_is_refused() -> None:
    with pytest.raises(WordingError) as refused:
        parse_wording("\n", "One.")
    assert refused.value.reason == "no_paragraph"


@given(st.text(st.characters(exclude_characters="{}")))
def test_text_without_braces_comes_back_as_it_was(text: str) -> None:
    assert "".join(str(part) for part in parse_parts(text)) == text
