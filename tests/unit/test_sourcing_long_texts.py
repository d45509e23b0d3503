"""A text of any length finds rows that fit on a page, and loses nothing."""

import re

from hypothesis import given
from hypothesis import strategies as st

from domain.shared.sources import Bilingual
from domain.sourcing.long_texts import in_rows


def rows(text: str) -> list[str]:
    return [part.zh for part in in_rows(Bilingual(zh=text, en=text))]


def test_a_short_text_is_one_row() -> None:
    assert rows("Within 24 hours.") == ["Within 24 hours."]


def test_a_long_text_is_cut_after_its_sentences() -> None:
    sentence = "Agents greet customers by name and never promise what the policy does not hold. "
    found = rows(sentence * 20)
    assert len(found) > 1
    assert all(part.rstrip().endswith(".") for part in found)


def test_chinese_counts_double_and_is_cut_after_its_stops() -> None:
    found = rows("客服先核实订单，再按规则答复，不承诺政策以外的补偿。" * 40)
    assert all(len(part) <= 250 for part in found)
    assert all(part.endswith("。") for part in found)


@given(st.text(alphabet="ab 。\n家居.;", max_size=4000))
def test_nothing_is_lost_and_no_row_is_too_long(text: str) -> None:
    found = rows(text)
    assert re.sub(r"\s", "", "".join(found)) == re.sub(r"\s", "", text)
    assert all(len(part) <= 500 for part in found)


def test_the_languages_may_need_different_numbers_of_rows() -> None:
    found = list(in_rows(Bilingual(zh="短。", en="long sentence. " * 100)))
    assert found[0].zh == "短。"
    assert found[-1].zh == ""
    assert found[-1].en
