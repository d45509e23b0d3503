"""A refusal of an answer with parts says which part it means, in words."""

import pytest

from domain.shared.outcomes import DomainError
from services.sentences import explain
from words import Language


@pytest.mark.parametrize(
    ("language", "part", "start"),
    [
        ("en", "chat", "Live chat: "),
        ("en", "2", "Row 2: "),
        ("zh", "2", "第 2 行："),
        ("en", "FR", "France: "),
        ("zh", "de", "德语："),
        ("en", "email.de", "E-mail · German: "),
    ],
)
def test_the_part_stands_before_the_sentence(language: Language, part: str, start: str) -> None:
    refusal = DomainError("answer.below", question="aht_s", given="0", minimum="1", part=part)
    assert explain(language, refusal).startswith(start)


def test_a_part_the_sentence_names_already_is_not_named_twice() -> None:
    refusal = DomainError(
        "answer.shares_miss_in",
        question="channel_languages",
        channel="email",
        sum="90%",
        by="10%",
        part="email",
    )
    assert explain("en", refusal).count("E-mail") == 1
