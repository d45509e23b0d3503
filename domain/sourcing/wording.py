"""What a request says, as its data files have it: parts with items, questions to vendors, price rows."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from domain.shared.sources import STRICT, Bilingual, Origin
from domain.sourcing.name_words import NameWords
from domain.sourcing.rules import Aim, EvaluationRules, TimetableRules

# How a vendor answers: not at all, by saying whether it meets a requirement, or with a value.
Reply = Literal["none", "confirm", "text", "yes_no", "number", "share"]
NOTHING = Bilingual(zh="", en="")


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemText:
    """One item of a part.

    Attributes:
        question: whose answer it prints.
        label: what the item is about.
        text: sentence around the answer ({value}); None to print the answer as it is.
        yes: sentence for a yes.
        no: sentence for a no.
        reply: whether the vendor must answer.
        when: named condition under which it is printed.
        optional: left out without a word when there is nothing to print.
        identity: it says who the buyer is.
    """

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT

    question: str
    label: Bilingual
    text: Bilingual | None = None
    yes: Bilingual | None = None
    no: Bilingual | None = None
    reply: Literal["none", "confirm"] = "none"
    when: str = "always"
    optional: bool = False
    identity: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PartText:
    """One part of the document: heading, opening sentences, items, and tables built from the record.

    Attributes:
        terms: fields of the contract, printed once somebody has agreed to them there.
    """

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT

    id: str
    title: Bilingual
    intro: tuple[Bilingual, ...] = ()
    item: tuple[ItemText, ...] = ()
    terms: tuple[str, ...] = ()
    tables: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Withheld:
    """Questions that vendors do not see, and those printed outside of the items."""

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT

    questions: tuple[str, ...]
    elsewhere: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestText:
    """`data/sourcing/request.toml`."""

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT

    part: tuple[PartText, ...]
    withheld: Withheld


@dataclass(frozen=True, slots=True, kw_only=True)
class Also:
    """A sentence added to a question where a condition is met, with the law it follows."""

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT

    when: str
    text: Bilingual
    basis: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class DiligenceQuestion:
    """One due-diligence question.

    Attributes:
        id: stable in all requests (q01 to q55), so that answers can be compared.
        text: what is asked.
        criterion: where the answer counts; ``compliance`` decides admission.
        when: named condition under which it matters.
        evidence: a document must be attached.
        reply: shape of the answer.
        unit: of a number.
        also: what is added in some cases.
    """

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT

    id: str
    text: Bilingual
    criterion: str
    when: str = "always"
    evidence: bool = False
    reply: Literal["text", "yes_no", "number"] = "text"
    unit: Bilingual = NOTHING
    also: tuple[Also, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DiligenceTopic:
    """Questions on one topic."""

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT

    id: str
    title: Bilingual
    origin: Origin
    question: tuple[DiligenceQuestion, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PriceRow:
    """One row of the price form.

    Attributes:
        id: stable in all requests.
        label: what is priced; may hold {language}.
        unit: what one price is for; may hold {basis}.
        models: billing models in which it is asked; empty for all.
        each: asked once or per language.
        when: named condition under which it matters.
        amount: the answer is money.
        share: the answer is a share.
    """

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT

    id: str
    label: Bilingual
    unit: Bilingual
    models: tuple[str, ...] = ()
    each: Literal["once", "language"] = "once"
    when: str = "always"
    amount: bool = True
    share: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PriceGroup:
    """Rows of the price form under one heading."""

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT

    id: str
    title: Bilingual
    row: tuple[PriceRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcingBook:
    """Everything a request is written from."""

    text: RequestText
    diligence: tuple[DiligenceTopic, ...]
    prices: tuple[PriceGroup, ...]
    timetable: TimetableRules
    evaluation: EvaluationRules
    names: NameWords
    aims: tuple[Aim, ...]
