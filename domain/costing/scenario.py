"""A scenario: what is changed about a project before its cost is calculated, as plain values and back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any, Final, TypeVar, get_args

from domain.costing.currency import ExchangeRate
from domain.costing.draws import InputId, Range
from domain.costing.hours import BillingBasis
from domain.costing.rate_origins import OWN_FIGURE
from domain.costing.rates import HourlyRate, ModelRate
from domain.shared.outcomes import DomainError
from domain.shared.sources import Origin

# As many as fit side by side on a page.
MOST_COMPARED: Final = 3

R = TypeVar("R", HourlyRate, ModelRate)


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedRate:
    """What an hour costs in one place, as somebody typed it instead of the published range.

    Attributes:
        low: lower end, in the currency of the published rate.
        high: upper end; the same as `low` for a single price.
        read_as: which hour is meant.
        on: the day it was typed.

    Raises:
        DomainError: ``costing.quote_outside``.
    """

    low: Decimal
    high: Decimal
    read_as: BillingBasis
    on: date

    def __post_init__(self) -> None:
        finite = self.low.is_finite() and self.high.is_finite()
        if not (finite and 0 < self.low <= self.high) or self.read_as not in get_args(BillingBasis):
            raise DomainError("costing.quote_outside", low=str(self.low), high=str(self.high))


@dataclass(frozen=True, slots=True, kw_only=True)
class Overrides:
    """Everything a scenario changes; what it does not name stays as the record and the data have it.

    Attributes:
        answers: plain values by question: volumes, handling times, hours, pools, occupancy, region ...
        rates: by region, country or domestic model.
        exchange: rates frozen into it; they win over those of the record.
        ranges: of uncertain inputs, instead of those of the data.
    """

    answers: Mapping[str, Any] = field(default_factory=dict)
    rates: Mapping[str, TypedRate] = field(default_factory=dict)
    exchange: tuple[ExchangeRate, ...] = ()
    ranges: Mapping[InputId, Range] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        """Whether it changes nothing."""
        return not (self.answers or self.rates or self.exchange or self.ranges)


NO_OVERRIDES: Final = Overrides()


@dataclass(frozen=True, slots=True, kw_only=True)
class OverrideChange:
    """One thing that is different in two sets of overrides.

    Attributes:
        part: ``answers``, ``rates``, ``exchange`` or ``ranges``.
        key: question, place, currency or uncertain input.
        before: plain value; None when it was not overridden.
        after: plain value; None when it is not overridden any more.
    """

    part: str
    key: str
    before: Any
    after: Any


def with_typed_rates(rates: Sequence[R], typed: Mapping[str, TypedRate]) -> tuple[R, ...]:
    """Published rates, those that were typed over in their place and under their own source."""
    return tuple(_typed_over(rate, typed[rate.id]) if rate.id in typed else rate for rate in rates)


def _typed_over(rate: R, typed: TypedRate) -> R:
    return replace(
        rate,
        low=typed.low,
        high=typed.high,
        billing_basis=typed.read_as,
        read_as=typed.read_as,
        confidence="medium",
        origin=Origin(source=OWN_FIGURE, locator="", checked_on=typed.on, valid_from=typed.on),
        note=None,
    )


def as_plain(overrides: Overrides) -> dict[str, Any]:
    """The overrides as JSON holds them; money as text."""
    return {
        "answers": dict(overrides.answers),
        "rates": {
            place: {
                "low": str(rate.low),
                "high": str(rate.high),
                "read_as": rate.read_as,
                "on": rate.on.isoformat(),
            }
            for place, rate in overrides.rates.items()
        },
        "exchange": {
            rate.currency: {"per_eur": rate.per_eur, "on": rate.on.isoformat(), "kind": rate.kind}
            for rate in overrides.exchange
        },
        "ranges": {name: {"low": each.low, "high": each.high} for name, each in overrides.ranges.items()},
    }


def from_plain(plain: Mapping[str, Any]) -> Overrides:
    """The overrides as they were stored.

    Raises:
        DomainError: ``costing.scenario_unreadable``, ``costing.quote_outside``, ``costing.exchange_outside``,
            ``costing.currency_unknown``.
    """
    try:
        return Overrides(
            answers=dict(plain["answers"]),
            rates={place: _rate(each) for place, each in plain["rates"].items()},
            exchange=tuple(_exchange(currency, each) for currency, each in plain["exchange"].items()),
            ranges={
                name: Range(low=float(each["low"]), high=float(each["high"]))
                for name, each in plain["ranges"].items()
            },
        )
    except (KeyError, TypeError, ValueError, AttributeError, InvalidOperation) as error:
        raise DomainError("costing.scenario_unreadable") from error


def changes(before: Overrides, after: Overrides) -> tuple[OverrideChange, ...]:
    """What is different, part by part."""
    was, is_now = as_plain(before), as_plain(after)
    return tuple(
        OverrideChange(part=part, key=key, before=was[part].get(key), after=is_now[part].get(key))
        for part in was
        for key in dict.fromkeys([*was[part], *is_now[part]])
        if was[part].get(key) != is_now[part].get(key)
    )


def _rate(plain: Mapping[str, Any]) -> TypedRate:
    return TypedRate(
        low=Decimal(plain["low"]),
        high=Decimal(plain["high"]),
        read_as=plain["read_as"],
        on=date.fromisoformat(plain["on"]),
    )


def _exchange(currency: str, plain: Mapping[str, Any]) -> ExchangeRate:
    kind = plain["kind"]
    if kind not in {"typed", "ecb"}:
        raise ValueError(kind)
    return ExchangeRate(
        currency=currency, per_eur=float(plain["per_eur"]), on=date.fromisoformat(plain["on"]), kind=kind
    )
