"""What is asked: questions, their sections and the book that holds them. The content is in `data/questions/`."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, ClassVar, Literal

from domain.shared.sources import STRICT, Bilingual, Origin

Kind = Literal[
    "text",
    "long_text",
    "integer",
    "number",
    "share",
    "money",
    "boolean",
    "choice",
    "choices",
    "country",
    "countries",
    "languages",
    "shares_by_language",
    "integer_by_channel",
    "seconds_by_channel",
    "schedule",
    "peaks",
    "pools",
    "time_zone",
    "date",
]
# What reads an answer; shown as "where this is used".
# record: kept and handed out with the project, but nothing is decided or calculated from it.
Reader = Literal["cost", "pilot", "contract", "checks", "record"]
BY_CHANNEL: tuple[Kind, Kind] = ("integer_by_channel", "seconds_by_channel")


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One permitted answer of a choice question."""

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT

    id: str
    label: Bilingual


@dataclass(frozen=True, slots=True, kw_only=True)
class Preset:
    """A usual answer that fills the whole field at one click."""

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT

    label: Bilingual
    value: Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question, as its file states it.

    Attributes:
        id: how answers, predicates and checks name it.
        kind: shape of the answer; see `domain.requirements.values`.
        wording: the question itself.
        help: how to find the answer.
        why: what the answer changes later on.
        origin: who asks for it: a trade article, a law or ourselves.
        example: a possible answer, in words.
        unit: key of a unit word (hour, second, week ...), empty when there is none.
        minimum: smallest permitted number (amount, seconds, multiplier ...).
        maximum: largest permitted number; for text the most characters.
        choices: permitted answers; for by-channel kinds the permitted channels.
        choices_of: take the choices of this other question instead.
        presets: usual answers to start from.
        default: value taken when nothing is answered, None when there is none.
        default_origin: where the default comes from.
        default_parameter: take the default of this parameter (`data/parameters/`) instead.
        default_parameters: the same per channel.
        applies_when: named predicate of `domain.requirements.conditions`.
        required: without an answer the next stage lacks something it needs.
        read_by: which stages read the answer.
        section: id of the section, set by the manifest.
    """

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT

    id: str
    kind: Kind
    wording: Bilingual
    help: Bilingual
    why: Bilingual
    origin: Origin
    read_by: tuple[Reader, ...]
    example: Bilingual | None = None
    unit: str = ""
    minimum: Decimal | None = None
    maximum: Decimal | None = None
    choices: tuple[Choice, ...] = ()
    choices_of: str = ""
    presets: tuple[Preset, ...] = ()
    default: Any = None
    default_origin: Origin | None = None
    default_parameter: str = ""
    default_parameters: Mapping[str, str] = field(default_factory=dict)
    applies_when: str = "always"
    required: bool = False
    section: str = ""

    @property
    def choice_ids(self) -> tuple[str, ...]:
        """The permitted answers."""
        return tuple(choice.id for choice in self.choices)


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A group of questions that a person thinks about together.

    Attributes:
        id: how the page names it.
        title: heading.
        short: the same in one or two words, for the row of sections.
        intro: one sentence on what it is about.
        questions: ids in the order they are asked.
    """

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT

    id: str
    title: Bilingual
    short: Bilingual
    intro: Bilingual
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Codes:
    """Which codes stand for something in the world.

    Attributes:
        languages: ISO 639-1, lower case.
        countries: ISO 3166-1 alpha-2, upper case.
        eea: the countries where the GDPR is law.
    """

    languages: frozenset[str]
    countries: frozenset[str]
    eea: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionBook:
    """All questions in order, with the codes that answers may use."""

    sections: tuple[Section, ...]
    questions: Mapping[str, Question]
    codes: Codes

    def of_section(self, section: str) -> tuple[Question, ...]:
        """The questions of one section in order."""
        return tuple(question for question in self.questions.values() if question.section == section)
