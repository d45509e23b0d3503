"""Whether an answer comes from where it says: anybody can write "default" beside a figure of his own."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from domain.requirements.answers import Answer, AnswerOrigin

# What an origin other than a person gives, by origin ("default", "pack:ebay") and question.
Offered = Mapping[str, Mapping[str, Any]]
IMPORTED: AnswerOrigin = "import"
# Needs no proof: it lends a figure no authority, it says that the figure is invented.
_SAMPLE: AnswerOrigin = "sample"


def proven(claimed: AnswerOrigin, question: str, value: Any, offered: Offered) -> AnswerOrigin:
    """The origin an answer claims when that gives this very value; else that it was read from a file."""
    if claimed == _SAMPLE or offered.get(claimed, {}).get(question) == value:
        return claimed
    return IMPORTED


def with_proven_origins(
    answers: Mapping[str, Answer], offered: Offered, *, by: AnswerOrigin
) -> dict[str, Answer]:
    """Answers of a file, each with an origin that is true.

    Args:
        answers: as the file says them.
        offered: what each origin gives that is no person.
        by: the origin of answers for which the file names none.
    """
    return {
        question: answer
        if answer.origin in {by, IMPORTED, "typed"}
        else replace(answer, origin=proven(answer.origin, question, answer.value, offered))
        for question, answer in answers.items()
    }
