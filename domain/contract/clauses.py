"""Clause packages: what a lawyer writes in `contract_templates/`, as frozen objects."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import ClassVar, Literal

from domain.contract.values import FieldKind
from domain.contract.wording import Wording
from domain.shared.sources import STRICT, Bilingual, Language, Origin, in_language

Chapter = Literal["frame", "service", "performance", "money", "people", "data", "risk", "life_cycle"]
CHAPTERS: tuple[Chapter, ...] = (
    "frame",
    "service",
    "performance",
    "money",
    "people",
    "data",
    "risk",
    "life_cycle",
)
Jurisdiction = Literal["CN", "CN_EU", "CN_XX", "EU", "EU_CN"]
Tier = Literal["required", "recommended", "conditional"]
Depth = Literal["full", "sample"]
Default = bool | int | Decimal | date | str | tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One answer a field of kind choice or choices allows."""

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT

    id: str
    zh: str
    en: str

    @property
    def label(self) -> Bilingual:
        """How the contract prints it."""
        return Bilingual(zh=self.zh, en=self.en)


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseValues:
    """What a field has of its own in one case of law, where another currency, law or market sets it.

    Attributes:
        default: printed while nobody says otherwise; None leaves the term open.
        currency: of a money default and its limits; empty where it is the field's.
        minimum: least value accepted there.
        maximum: greatest value accepted there.
        origin: where default and limits come from.
    """

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT

    default: Default | None = None
    currency: str = ""
    minimum: int | Decimal | None = None
    maximum: int | Decimal | None = None
    origin: Origin | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A negotiable value a clause introduces; its id is unique over all clauses.

    Attributes:
        id: the name wording uses for it.
        kind: what sort of value it is.
        label: how the cover names it.
        unit: key of the unit words ([unit] in words/); empty for values without one.
        default: printed while nobody says otherwise; None leaves the term open.
        default_by_case: defaults that stand in place of it in the cases of law they name.
        by_case: default, currency, limits and source together, in the cases of law they name.
        minimum: least value accepted, in the field's unit.
        maximum: greatest value accepted.
        choices: the answers allowed for choice and choices.
        currency: of a money default and of its limits.
        help: what to think about when negotiating it.
        prefill: name of the record's value that fills it (domain.contract.prefills).
        when: named predicate; the field matters only while it holds.
        origin: where the default comes from.
    """

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT

    id: str
    kind: FieldKind
    label: Bilingual
    unit: str = ""
    default: Default | None = None
    default_by_case: Mapping[Jurisdiction, Default] = field(default_factory=dict)
    by_case: Mapping[Jurisdiction, CaseValues] = field(default_factory=dict)
    minimum: int | Decimal | None = None
    maximum: int | Decimal | None = None
    choices: tuple[Choice, ...] = ()
    currency: str = ""
    help: Bilingual | None = None
    prefill: str = ""
    when: str = "always"
    origin: Origin | None = None

    def in_case(self, jurisdiction: Jurisdiction) -> "Field":
        """The field as one case of law has it."""
        own = self.by_case.get(jurisdiction)
        if own is None:
            return replace(self, default=self.default_by_case.get(jurisdiction, self.default))
        return replace(
            self,
            default=own.default,
            currency=own.currency or self.currency,
            minimum=own.minimum,
            maximum=own.maximum,
            origin=own.origin,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Must:
    """An element the clause must contain, found by any of its keywords; `forbidden` ones must be absent.

    An element is asked for only while the named predicate `when` holds.
    """

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT

    id: str
    text: Bilingual
    keywords_zh: tuple[str, ...] = ()
    keywords_en: tuple[str, ...] = ()
    forbidden: bool = False
    when: str = "always"


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """The provision, publication or article a clause rests on; its locator as in `Origin`."""

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT

    source: str
    locator: str | Bilingual
    says: Bilingual | None = None

    def place(self, language: Language) -> str:
        """The locator as one language reads it."""
        return in_language(self.locator, language)


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """One clause package without its wording, as `clause.toml` says it.

    Attributes:
        order: chapter number x 100 + position within the chapter.
        tier: required and conditional clauses cannot be left out where they apply; recommended ones can.
        when: named predicate that must hold for the clause to apply.
        depth: ``sample`` is still the short sample wording; the cover lists it.
        approver: who approved the wording; empty while it is a draft.
        legal_review: why counsel must look at it whatever its status; None when nothing special is known.
    """

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT

    id: str
    chapter: Chapter
    order: int
    title: Bilingual
    purpose: Bilingual
    tier: Tier
    jurisdictions: tuple[Jurisdiction, ...]
    depth: Depth
    wording_version: int
    when: str = "always"
    status: Literal["draft", "approved"] = "draft"
    approver: str = ""
    legal_review: Bilingual | None = None
    must: tuple[Must, ...] = ()
    basis: tuple[Basis, ...] = ()
    fields: tuple[Field, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ClausePackage:
    """A clause with its wording: the same number of paragraphs in both languages, in order."""

    clause: Clause
    wording: tuple[Wording, ...]
    notes: Bilingual
