"""What is asked: questions, their sections and the book that holds them. The content is in `data/questions/`."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, ClassVar, Literal

from domain.requirements.events import PeakEvent
from domain.requirements.profiles import ProfileTemplate
from domain.shared.sources import STRICT, Bilingual, Language, Origin

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
    "numbers_by_language",
    "levels_by_language",
    "integer_by_channel",
    "seconds_by_channel",
    "shares_by_channel_language",
    "profiles_by_channel",
    "schedule",
    "schedules_by_market",
    "peaks",
    "launches",
    "pools",
    "time_zone",
    "date",
]
# What reads an answer itself; shown as "where this is used". What reads it through another reader is not named.
# request: printed in the request for proposal; checks: looked at by one that asks for more than any answer.
Reader = Literal["cost", "pilot", "request", "contract", "checks"]
# Answers with one entry per channel, language or market: entries for what is not in use are left unread.
BY_CHANNEL: tuple[Kind, ...] = (
    "integer_by_channel",
    "seconds_by_channel",
    "shares_by_channel_language",
    "profiles_by_channel",
)
BY_LANGUAGE: tuple[Kind, ...] = ("numbers_by_language", "levels_by_language")
BY_MARKET: tuple[Kind, ...] = ("schedules_by_market",)
_MAINLAND_CHINA = "CN"


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One permitted answer of a choice question.

    Attributes:
        id: how answers name it.
        label: what people read.
        group: under which heading it stands (communication, after_sales, platform), empty when there are none.
    """

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT

    id: str
    label: Bilingual
    group: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Preset:
    """A usual answer that fills the whole field at one click."""

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT

    label: Bilingual
    value: Any


@dataclass(frozen=True, slots=True, kw_only=True)
class MarketDefault:
    """The default of a question where the market differs; each attribute as in `Question`."""

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT

    default: Any = None
    default_origin: Origin | None = None
    default_parameter: str = ""
    default_parameters: Mapping[str, str] = field(default_factory=dict)


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
        when_blank: what leaving it empty says ("none planned"), so that it may stay empty; None where it says nothing.
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
        cn: the default instead when every market is mainland China.
        applies_when: named predicate of `domain.requirements.conditions`.
        required: without an answer the next stage lacks something it needs.
        indispensable: nothing can be calculated without a value, so the default counts unless it is answered.
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
    when_blank: Bilingual | None = None
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
    cn: MarketDefault | None = None
    applies_when: str = "always"
    required: bool = False
    indispensable: bool = False
    section: str = ""

    @property
    def choice_ids(self) -> tuple[str, ...]:
        """The permitted answers."""
        return tuple(choice.id for choice in self.choices)

    @property
    def may_be_inapplicable(self) -> bool:
        """Whether "not applicable" is an answer to it."""
        return not (self.required or self.indispensable)


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
        profiles: ids of the hour profiles one can choose from.
        zones: the time zone in which a country's hours are named; countries without an entry have several.
        spoken: the languages of a country's customers, by country.
    """

    languages: frozenset[str]
    countries: frozenset[str]
    eea: frozenset[str]
    profiles: frozenset[str] = frozenset()
    # Mappings have no hash; codes that are equal have the same one without them.
    zones: Mapping[str, str] = field(default_factory=dict, hash=False)
    spoken: Mapping[str, tuple[str, ...]] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionBook:
    """All questions in order, with what their answers may name.

    Attributes:
        sections: groups of questions.
        questions: by id, in the order they are asked.
        codes: languages, countries and what is known of them.
        profiles: hour profiles to choose from, by id.
        events: well-known peaks to start from.
        domestic: the same book with the defaults of mainland China; None when this is it.
    """

    sections: tuple[Section, ...]
    questions: Mapping[str, Question]
    codes: Codes
    profiles: Mapping[str, ProfileTemplate] = field(default_factory=dict)
    events: tuple[PeakEvent, ...] = ()
    domestic: "QuestionBook | None" = None

    def of_markets(self, markets: Iterable[str]) -> "QuestionBook":
        """The questions with the defaults of the markets: those of mainland China when every market is there."""
        return self.domestic if set(markets) == {_MAINLAND_CHINA} and self.domestic else self

    def of_section(self, section: str) -> tuple[Question, ...]:
        """The questions of one section in order."""
        return tuple(question for question in self.questions.values() if question.section == section)

    def labels(self, question: str, language: Language) -> dict[str, str]:
        """What the ids in an answer are called: choices, channels and usual hour profiles."""
        asked = self.questions[question]
        named = self.profiles.values() if asked.kind == "profiles_by_channel" else ()
        return {each.id: each.label[language] for each in (*named, *asked.choices)}
