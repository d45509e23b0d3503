"""A total unfolded: every line with its formula, what went into it, and where each figure comes from."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from domain.costing.band import Band
from domain.costing.estimate import Estimate
from domain.costing.lines import CostLine, LineInput
from domain.costing.rate_origins import OWN_FIGURE
from domain.costing.rates import PrivateRate
from domain.requirements.record import Record
from domain.shared.provenance import OriginOf
from domain.shared.sources import Origin, Source, SourceKind
from ui.cost_places import rates_by_id
from ui.facts import Fact
from words import Language, say
from words.numbers import money, number, percent, span

# The mark of a line is that of the weakest source it rests on.
_WEAKEST_FIRST: tuple[SourceKind, ...] = (
    "article",
    "memory",
    "house",
    "own",
    "published",
    "law",
    "computed",
)
_MONEY = frozenset(
    [
        "charged",
        "cost_paid_hour",
        "fixed_month",
        "manager_month",
        "minimum_month",
        "own_paid_hour",
        "price",
        "rate",
        "rate_productive",
        "recruiting",
        "setup",
        "setup_fee",
        "tools_per_seat",
        "training_fee",
    ]
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """What the lines of an estimate are explained with.

    Attributes:
        made: the estimate.
        record: the requirements behind it.
        sources: the register.
        language: of the words.
        currency: of the amounts.
    """

    made: Estimate
    record: Record
    sources: Mapping[str, Source]
    language: Language
    currency: str

    def t(self, key: str, /, **values: str) -> str:
        """The words for a key."""
        return say(self.language, key, **values)


def line_facts(ledger: Ledger, total: CostLine) -> list[Fact]:
    """The lines of a total, the total last; each opens its formula, its inputs and their sources."""
    return [*(_fact(ledger, line) for line in leaves(total)), _fact(ledger, total)]


def leaves(total: CostLine) -> Iterator[CostLine]:
    """The lines that are no sums of others, in their order; they add up to the total."""
    for line in total.walk():
        if not line.parts:
            yield line


def line_name(line: CostLine, language: Language) -> str:
    """What a line is called."""
    return say(language, f"costing.line.{line.id}")


def amounts(band: Band, currency: str, language: Language) -> str:
    """Low – base – high with the currency, one figure where they are the same."""
    ends = band.ends if band.low < band.high else (band.base,)
    sign = say(language, f"currency.{currency}.sign")
    return f"{span(*(number(language, value) for value in ends))} {sign}"


def _fact(ledger: Ledger, line: CostLine) -> Fact:
    inputs = [each for part in line.walk() for each in part.inputs]
    known = [found for each in inputs if (found := source_of(ledger, each.origin)) is not None]
    computed = ledger.sources["computed"]
    weakest = min(
        [computed, *(source for source, _ in known)], key=lambda source: _WEAKEST_FIRST.index(source.kind)
    )
    formula = ledger.t("cost_view.formula", formula=ledger.t(f"costing.formula.{line.formula}"))
    return Fact(
        label=line_name(line, ledger.language),
        value=amounts(line.amount, ledger.currency, ledger.language),
        source=weakest,
        lines=(formula, *(_input(ledger, each) for each in line.inputs)),
    )


def _input(ledger: Ledger, given: LineInput) -> str:
    """One figure of a formula: name, value, where it comes from."""
    return ledger.t(
        "cost_view.input",
        name=ledger.t(f"costing.input.{given.id}"),
        value=_value(ledger, given),
        origin=said_origin(ledger, given.origin),
    )


def _value(ledger: Ledger, given: LineInput) -> str:
    """A share in percent, money with its currency, all others as numbers."""
    language = ledger.language
    if given.id in _MONEY:
        if given.value.low == given.value.high:
            return money(language, given.value.base, ledger.currency, 2)
        sign = ledger.t(f"currency.{ledger.currency}.sign")
        return f"{span(*(number(language, value, 2) for value in given.value.ends))} {sign}"
    ends = given.value.ends if given.value.low < given.value.high else (given.value.base,)
    if given.id.endswith("_share"):
        return span(*(percent(language, value) for value in ends))
    return span(
        *(number(language, value, 1) if value != round(value) else number(language, value) for value in ends)
    )


def said_origin(ledger: Ledger, origin: OriginOf) -> str:
    """Where a figure comes from, in a few words."""
    found = source_of(ledger, origin)
    if origin.kind == "calculation" and found is None:
        return ledger.t(f"costing.formula.{origin.id}")
    if found is None:
        is_quoted = origin.kind == "data" and origin.id.startswith("private.")
        return ledger.t("source.kind.own" if is_quoted else "cost_view.answered")
    source, place = found
    kind = ledger.t(f"source.kind.{source.kind}")
    return " ".join(
        part
        for part in (
            source.title[ledger.language],
            place.place(ledger.language),
            f"({kind})" if ledger.language == "en" else f"（{kind}）",
        )
        if part
    )


def source_of(ledger: Ledger, origin: OriginOf) -> tuple[Source, Origin] | None:
    """The entry of the register behind a figure of the data, or behind a default nobody changed."""
    place = _origin(ledger, origin)
    return (ledger.sources[place.source], place) if place else None


def _origin(ledger: Ledger, origin: OriginOf) -> Origin | None:
    made = ledger.made
    if origin.kind == "question":
        is_default = ledger.record.origin(origin.id) == "default"
        return ledger.record.book.questions[origin.id].default_origin if is_default else None
    if origin.kind == "calculation":
        # A converted rate is still the published one.
        return _rate_origin(made, made.make_or_buy.rate) if origin.id == "rate_productive" else None
    table, _, entry = origin.id.partition(".")
    if table == "parameters":
        return made.parameters[entry].origin
    if table == "floors":
        return made.floors[entry].wage.origin
    if table == "claims" and made.ticket_price:
        return made.ticket_price.origin
    found = _rate_origin(made, entry)
    # A range typed for a published rate is no figure of the publication.
    return None if found is None or (table == OWN_FIGURE != found.source) else found


def _rate_origin(made: Estimate, rate_id: str) -> Origin | None:
    """Where a rate comes from; quotes of the organisation stand in no register."""
    rate = rates_by_id(made).get(rate_id)
    return None if rate is None or isinstance(rate, PrivateRate) else rate.origin
