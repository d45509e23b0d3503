"""What somebody answered, and whether it can be accepted."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

from domain.requirements import peak_rows, tables, values
from domain.requirements.questions import Codes, Kind, Question

State = Literal["answered", "not_applicable", "later"]
# typed: a person entered it; default: a person accepted the default, which stays an assumption;
# sample: it came with the sample project; import: it was read from a form or file; pack:<platform>: it is
# what a platform's rules ask for, until somebody types it.
AnswerOrigin = str
ORIGINS: tuple[AnswerOrigin, ...] = ("typed", "default", "sample", "import")
PACK = "pack:"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One answer.

    Attributes:
        state: answered, "not applicable" or "ask me later".
        value: the checked value, None unless answered. Plain text, numbers, lists and tables, as TOML and
            JSON have them; money is ``{amount = "9000", currency = "EUR"}``.
        origin: who gave it.
    """

    state: State
    value: Any = None
    origin: AnswerOrigin = "typed"


_CHECKS: Mapping[Kind, values.Check] = {
    "text": values.as_text,
    "long_text": values.as_text,
    "integer": values.as_integer,
    "number": values.as_number,
    "share": values.as_share,
    "money": values.as_money,
    "boolean": values.as_boolean,
    "choice": values.as_choice,
    "choices": values.as_choices,
    "country": values.as_country,
    "countries": values.as_countries,
    "languages": values.as_languages,
    "shares_by_language": tables.as_shares_by_language,
    "numbers_by_language": tables.as_numbers_by_language,
    "levels_by_language": tables.as_levels_by_language,
    "integer_by_channel": tables.as_integer_by_channel,
    "seconds_by_channel": tables.as_integer_by_channel,
    "shares_by_channel_language": tables.as_shares_by_channel_language,
    "profiles_by_channel": tables.as_profiles_by_channel,
    "schedule": tables.as_schedule,
    "schedules_by_market": tables.as_schedules_by_market,
    "peaks": peak_rows.as_peaks,
    "launches": peak_rows.as_launches,
    "pools": tables.as_pools,
    "time_zone": values.as_time_zone,
    "date": values.as_date,
}


def is_origin(text: str, platforms: Collection[str]) -> bool:
    """Whether a text says where an answer comes from; of packs only those of known platforms."""
    return text in ORIGINS or (text.startswith(PACK) and text.removeprefix(PACK) in platforms)


def check_answer(question: Question, value: Any, codes: Codes) -> Any:
    """The value in its one plain form; checking it again changes nothing.

    Raises:
        DomainError: ``answer.<reason>`` with ``question`` and what the sentence interpolates (text and whole
            numbers only): shares that do not make 100 % say by how much, codes nobody knows are named.
    """
    return _CHECKS[question.kind](question, value, codes)


def followed(question: Question, answer: Answer) -> Answer:
    """The answer as it counts today: an accepted default is no figure, it follows markets and data that change it."""
    accepted = answer.state == "answered" and answer.origin == "default" and question.default is not None
    return replace(answer, value=question.default) if accepted else answer
