"""What it should cost: the record read as demand, staffed and priced."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from domain.costing.currency import ExchangeRate
from domain.costing.estimate import Estimate, estimate
from domain.costing.pricing import Pricing
from domain.costing.rates import PrivateRate
from domain.costing.scenario import NO_OVERRIDES, Overrides, TypedRate, with_typed_rates
from domain.requirements.record import Record
from services.catalog import catalog
from services.costing_baseline import with_overrides
from services.costing_inputs import estimate_inputs
from services.costing_json import cost_json
from services.costing_pricing import pricing_of

__all__ = ["cost_json", "estimate_record"]


def estimate_record(
    record: Record,
    *,
    overrides: Overrides = NO_OVERRIDES,
    rates: Sequence[ExchangeRate] = (),
    private: Sequence[PrivateRate] = (),
) -> Estimate:
    """The estimate of a record.

    Args:
        record: the requirements.
        overrides: what a scenario or the baseline of the project changes.
        rates: exchange rates typed or imported; they are frozen into the estimate.
        private: quotes of the organisation that asks, with all their terms.

    Raises:
        DomainError: an answer is missing or nothing can be calculated with it.
    """
    known = catalog()
    changed = with_overrides(record, overrides)
    frozen = (*overrides.exchange, *rates)
    pricing = pricing_of(changed, rates=frozen, private=private)
    return estimate(
        estimate_inputs(changed),
        with_typed_rates(known.rates, overrides.rates),
        known.parameters,
        known.claims["rate_ticket"],
        pricing=_with_typed_rates(pricing, overrides.rates),
    )


def _with_typed_rates(pricing: Pricing, typed: Mapping[str, TypedRate]) -> Pricing:
    """The same with the rates of countries and domestic models that were typed over."""
    library = replace(
        pricing.rate_library,
        countries=with_typed_rates(pricing.rate_library.countries, typed),
        domestic=with_typed_rates(pricing.rate_library.domestic, typed),
    )
    return replace(pricing, rate_library=library)
