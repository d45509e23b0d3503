"""A project copied as a template: which answers belong to the kind of work, and which to one undertaking."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar, Literal

from domain.requirements.questions import Kind, Question
from domain.shared.sources import STRICT

LeftOut = Literal["names", "dates", "vendor"]
_OF_A_DAY: tuple[Kind, Kind] = ("date", "launches")


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """What a copy leaves unanswered (`data/requirements/template.toml`), each question by its id.

    Attributes:
        names: who the parties are and where they sell.
        dates: what holds on a day; questions that ask for a day belong here unnamed.
        vendor: what one vendor is, offers or has confirmed.
    """

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT

    names: tuple[str, ...]
    dates: tuple[str, ...]
    vendor: tuple[str, ...]

    def why_left_out(self, question: Question) -> LeftOut | None:
        """Why a copy does not take over the answer; None when it does."""
        if question.id in self.names:
            return "names"
        if question.id in self.vendor:
            return "vendor"
        return "dates" if question.kind in _OF_A_DAY or question.id in self.dates else None

    def left_out(self, questions: Iterable[Question]) -> dict[str, LeftOut]:
        """The questions whose answers a copy does not take over, each with why, in the order given."""
        judged = ((question.id, self.why_left_out(question)) for question in questions)
        return {question: why for question, why in judged if why is not None}
