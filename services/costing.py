"""What it should cost: the record read as demand, staffed and priced."""

from collections.abc import Sequence

from domain.costing.billing import Offer
from domain.costing.currency import ExchangeRate
from domain.costing.estimate import Estimate, estimate
from domain.costing.rates import PrivateRate
from domain.requirements.record import Record
from services.catalog import catalog
from services.costing_inputs import estimate_inputs
from services.costing_json import cost_json
from services.costing_pricing import pricing_of

__all__ = ["cost_json", "estimate_record"]


def estimate_record(
    record: Record,
    *,
    rates: Sequence[ExchangeRate] = (),
    private: Sequence[PrivateRate] = (),
    offers: Sequence[Offer] = (),
) -> Estimate:
    """The estimate of a record.

    Args:
        record: the requirements.
        rates: exchange rates typed or imported; they are frozen into the estimate.
        private: quotes with one price of the organisation that asks.
        offers: its quotes with full terms: tiers, minimum, fees.

    Raises:
        DomainError: an answer is missing or nothing can be calculated with it.
    """
    known = catalog()
    return estimate(
        estimate_inputs(record),
        known.rates,
        known.parameters,
        known.claims["rate_ticket"],
        pricing=pricing_of(record, rates=rates, private=private, offers=offers),
    )
