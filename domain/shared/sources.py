"""Where a figure comes from."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import ClassVar, Literal

# The catalog validates data files straight into the domain's dataclasses; pydantic reads this attribute
# and then refuses unknown keys. It is a plain dict, so the domain imports no library for it.
STRICT: dict[str, str] = {"extra": "forbid"}

Language = Literal["zh", "en"]
Confidence = Literal["high", "medium", "low"]
# law: a statute; published: somebody else's publication; article: one of the trade articles, unverified;
# house: our own judgement; computed: follows from other figures by a named formula; memory: expert
# knowledge that was not looked up; own: typed by the organisation that reads it.
SourceKind = Literal["law", "published", "article", "house", "computed", "memory", "own"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bilingual:
    """One text in both languages of the product."""

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT

    zh: str
    en: str

    def __getitem__(self, language: Language) -> str:
        """The text in one language."""
        return self.zh if language == "zh" else self.en


def in_language(text: str | Bilingual, language: Language) -> str:
    """A text in one language; what reads the same in both (a line, an article, a number) is a plain string."""
    return text if isinstance(text, str) else text[language]


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One entry of the register of sources (`data/sources/`).

    Attributes:
        id: how data files and clauses name it.
        kind: what sort of source it is; decides the mark shown beside a figure.
        title: what people call it.
        confidence: how far it can be relied on.
        checked_on: when somebody last read it.
        address: web address or publication, as text; never fetched.
        note: what is known against it.
        valid_from: since when a statute is in force; ``unknown`` counts as older than any limit.
        valid_to: last day it was in force; None while it still is.
    """

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT

    id: str
    kind: SourceKind
    title: Bilingual
    confidence: Confidence
    checked_on: date
    address: str = ""
    note: Bilingual | None = None
    valid_from: date | Literal["unknown"] = "unknown"
    valid_to: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where one value of a data file comes from.

    Attributes:
        source: id in the register of sources.
        locator: line, article, table or page within it; both languages where it has words.
        checked_on: when the value was last compared with the source.
        valid_from: since when the value holds, or ``unknown``, which counts as older than any limit.
    """

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT

    source: str
    locator: str | Bilingual
    checked_on: date
    valid_from: date | Literal["unknown"]

    def place(self, language: Language) -> str:
        """The locator as one language reads it; empty when the source as a whole is meant."""
        return in_language(self.locator, language)


@dataclass(frozen=True, slots=True, kw_only=True)
class OldAfter:
    """When a figure counts as old (`data/register.toml`).

    Attributes:
        months: figures valid from longer ago are marked.
        meaning: what the mark says.
        origin: where the limit comes from.
    """

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT

    months: int
    meaning: Bilingual
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleFigure:
    """One figure of a trade article, kept so that everybody can see what was said and what we make of it.

    Attributes:
        id: how other data files name it.
        label: what it is.
        values: one value, or the two ends of a range; shares lie between 0 and 1.
        unit: key of a unit word, empty when the value is text (in both languages where it has words).
        source: id in the register of sources.
        locator: line of the article ("L108").
        checked_on: when it was last compared with the article.
        use: what it is used for here.
        unverifiable: a claim nobody can check: shown as such, never printed in a contract.
        note: what is known against it.
    """

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT

    id: str
    label: Bilingual
    values: tuple[Decimal | int | str | Bilingual, ...]
    unit: str
    source: str
    locator: str
    checked_on: date
    use: Bilingual
    unverifiable: bool
    note: Bilingual | None = None
