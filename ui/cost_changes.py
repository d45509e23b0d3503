"""What a scenario changes, in words."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from domain.costing.scenario import OverrideChange
from domain.requirements.questions import QuestionBook
from ui.kit import safe
from ui.questionnaire_words import answer_words
from words import Language, say
from words.numbers import MISSING, plain, span


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """How the things a scenario can change are called.

    Attributes:
        book: the questions.
        place: a region, country or domestic model by its id.
        uncertain: an uncertain input by its id.
    """

    book: QuestionBook
    place: Callable[[str], str]
    uncertain: Callable[[str], str]


def change_words(language: Language, change: OverrideChange, names: Names) -> str:
    """One change: what, from, to."""
    return say(
        language,
        "cost_view.change",
        what=safe(_what(language, change, names)),
        before=safe(_said(language, change, change.before, names)),
        after=safe(_said(language, change, change.after, names)),
    )


def _what(language: Language, change: OverrideChange, names: Names) -> str:
    if change.part == "answers":
        return names.book.questions[change.key].wording[language]
    if change.part == "rates":
        return names.place(change.key)
    if change.part == "ranges":
        return names.uncertain(change.key)
    return say(language, "cost_view.exchange_of", currency=change.key)


def _said(language: Language, change: OverrideChange, value: Any, names: Names) -> str:
    if value is None:
        return MISSING
    if change.part == "answers":
        return answer_words(language, names.book, change.key, value)
    if change.part == "exchange":
        return plain(language, value["per_eur"], 4)
    ends = dict.fromkeys(plain(language, float(value[end]), 4) for end in ("low", "high"))
    basis = [say(language, f"cost.basis.{value['read_as']}")] if "read_as" in value else []
    return " ".join([span(*ends), *basis])
