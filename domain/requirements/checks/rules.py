"""What the checks know from data (`data/requirements/checks.toml`): their rules, limits and lists."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import ClassVar, Literal

from domain.requirements.platforms import PlatformPack
from domain.shared.sources import STRICT, Bilingual, Origin

Severity = Literal["blocker", "warning"]


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckRule:
    """One check: how grave it is and what it rests on.

    Attributes:
        label: what it looks at, in a few words.
        rules: ids of the trade's rules it applies (X-02, SR-18); empty when it is plain logic.
        severity: blocker when the answers contradict themselves or ask for the impossible.
        origin: who says so; None when it is plain logic.
    """

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT

    label: Bilingual
    rules: tuple[str, ...] = ()
    severity: Severity = "warning"
    origin: Origin | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """A threshold of a check.

    Attributes:
        label: what it limits.
        value: the threshold; shares lie between 0 and 1.
        unit: key of a unit word.
        origin: where it comes from.
    """

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT

    label: Bilingual
    value: Decimal
    unit: str
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class NativeLanguage:
    """A market whose customers expect native speakers of a language."""

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT

    market: str
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckRules:
    """Everything the checks know from data.

    Attributes:
        checks: every check by its id; the code of its finding is ``requirements.check.<id>``.
        limits: thresholds by id.
        native_languages: markets that expect native speakers.
        american_markets: markets whose day begins when Europe's ends.
        european_markets: markets in European time besides the EEA.
        adequate_countries: outside the EEA, with an adequacy decision that may cover a transfer.
        days_to_come: questions whose day must not have passed.
        seconds_pattern: finds a time in seconds in free text.
        live_words: words that tie such a time to a live channel.
        packs: what platforms ask of customer service, by platform; from files of their own (`data/platforms/`).
    """

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT

    checks: Mapping[str, CheckRule]
    limits: Mapping[str, Limit]
    native_languages: tuple[NativeLanguage, ...]
    american_markets: tuple[str, ...]
    european_markets: tuple[str, ...]
    adequate_countries: tuple[str, ...]
    days_to_come: tuple[str, ...]
    seconds_pattern: str
    live_words: tuple[str, ...]
    packs: Mapping[str, PlatformPack] = field(default_factory=dict)
