"""The one record that everything reads: answers over defaults, with their origin and what is still missing."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from domain.requirements import tables
from domain.requirements.answers import Answer
from domain.requirements.conditions import PREDICATES
from domain.requirements.questions import BY_CHANNEL, Codes, Question, QuestionBook
from domain.shared.measures import WEEKDAYS

# none: neither answered nor defaulted; the value is missing, which is never zero.
ValueOrigin = Literal["typed", "default", "sample", "none"]
_ALL_DAY = [["00:00", "24:00"]]


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionProgress:
    """How far one section is.

    Attributes:
        section: its id.
        settled: questions answered, marked "not applicable" or standing on an accepted or silent default.
        total: questions that apply.
        missing: required ones without a value, in order.
    """

    section: str
    settled: int
    total: int
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Record:
    """One merchant's requirements as everything else reads them."""

    book: QuestionBook
    answers: Mapping[str, Answer]

    @property
    def codes(self) -> Codes:
        """Which codes stand for something in the world."""
        return self.book.codes

    def given(self, question: str) -> Any:
        """The answer, else the default, else None, whether or not the question applies."""
        asked = self.book.questions[question]
        answer = self.answers.get(question)
        if answer is None or answer.state == "later":
            return asked.default
        if answer.state == "not_applicable":
            return None
        if asked.kind in BY_CHANNEL and asked.default:
            return {**asked.default, **answer.value}
        return answer.value

    def applies(self, question: str) -> bool:
        """Whether the question is asked in this case."""
        return PREDICATES[self.book.questions[question].applies_when](self)

    def value(self, question: str) -> Any:
        """The value to work with: None when the question does not apply or nothing is known.

        Figures by channel hold the chosen channels only; where an answer leaves one out, its default fills in.
        """
        if not self.applies(question):
            return None
        value = self.given(question)
        if value is not None and self.book.questions[question].kind in BY_CHANNEL:
            chosen = self.given("channels") or ()
            return {channel: figure for channel, figure in value.items() if channel in chosen}
        return value

    def origin(self, question: str) -> ValueOrigin:
        """Where the value comes from."""
        if self.value(question) is None:
            return "none"
        answer = self.answers.get(question)
        return answer.origin if answer is not None and answer.state == "answered" else "default"

    def defaulted_channels(self, question: str) -> tuple[str, ...]:
        """The channels whose figure is a default although the question was answered for others."""
        answer = self.answers.get(question)
        typed = answer.value if answer is not None and answer.state == "answered" else {}
        return tuple(channel for channel in self.value(question) or {} if channel not in typed)

    @property
    def applicable(self) -> tuple[Question, ...]:
        """The questions asked in this case, in order."""
        return tuple(question for question in self.book.questions.values() if self.applies(question.id))

    @property
    def missing(self) -> tuple[str, ...]:
        """Required questions without a value, in order."""
        return tuple(question.id for question in self.applicable if self._is_missing(question))

    @property
    def assumptions(self) -> tuple[str, ...]:
        """Questions whose value is, wholly or in part, a default: to be listed with everything built on it."""
        return tuple(question.id for question in self.applicable if self._is_assumed(question))

    @property
    def progress(self) -> tuple[SectionProgress, ...]:
        """How far each section is, in order."""
        return tuple(self._progress_of(section.id) for section in self.book.sections)

    @property
    def schedule(self) -> dict[str, list[list[str]]] | None:
        """Windows of service per weekday; around the clock when that was asked for; None when unknown."""
        if self.given("need_24_7") is True:
            return dict.fromkeys(WEEKDAYS, _ALL_DAY)
        schedule: dict[str, list[list[str]]] | None = self.value("coverage")
        return schedule

    @property
    def coverage_hours_week(self) -> float | None:
        """Hours of service a week; None when unknown."""
        schedule = self.schedule
        return None if schedule is None else tables.hours_a_week(schedule)

    def _is_assumed(self, question: Question) -> bool:
        if self.origin(question.id) == "default":
            return True
        return question.kind in BY_CHANNEL and bool(self.defaulted_channels(question.id))

    def _is_missing(self, question: Question) -> bool:
        return question.required and self.value(question.id) is None

    def _progress_of(self, section: str) -> SectionProgress:
        asked = [question for question in self.book.of_section(section) if self.applies(question.id)]
        settled = [question for question in asked if self._is_settled(question)]
        missing = tuple(question.id for question in asked if self._is_missing(question))
        return SectionProgress(section=section, settled=len(settled), total=len(asked), missing=missing)

    def _is_settled(self, question: Question) -> bool:
        answer = self.answers.get(question.id)
        if answer is not None and answer.state == "not_applicable":
            return not question.required
        return self.value(question.id) is not None


def read_record(book: QuestionBook, answers: Mapping[str, Answer]) -> Record:
    """Answers read over the defaults of the book."""
    return Record(book, answers)
