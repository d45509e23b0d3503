"""Estimates to draw from: the worked example, a busy merchant with growth and seasons, a quote, a service in China."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal

from catalog.parameters import load_parameters
from catalog.rates import load_price_claims, load_rate_library, load_rates, load_wage_floors
from domain.costing.currency import Exchange, ExchangeRate
from domain.costing.draws import Range
from domain.costing.estimate import Estimate, estimate
from domain.costing.hours import BillingBasis
from domain.costing.inputs import EstimateInputs
from domain.costing.pools import PoolLimits
from domain.costing.pricing import Pricing, domestic_terms, year_terms
from domain.costing.rates import PrivateRate
from domain.costing.seasons import Season
from domain.costing.spread import Uncertainty
from domain.costing.surcharges import UnusualHours
from domain.costing.uncertainty import assess_uncertainty
from domain.shared.outcomes import NotAssessed
from tests.unit.test_costing_estimate import EXAMPLE, SMALL

PARAMETERS = load_parameters()
TEN = Decimal(10)
NO_PLAN = NotAssessed("costing.no_week")
SURCHARGED = UnusualHours(night=0.1, saturday=1 / 6, sunday=0.05, holiday=0.03)
BUSY = replace(
    EXAMPLE,
    contacts_month={"email": 9000, "chat": 4000, "social": 700},
    aht_s={"email": 500, "chat": 610, "social": 200},
    channel_language_share={"chat": {"de": 0.7, "en": 0.3}},
    pools=(),
    pooling="cheapest",
    pool_limits=PoolLimits(premium=0.1),
    growth_year=0.35,
    seasons=(
        Season(name="Black Friday", multiplier=2.4, months={11: 0.5, 12: 1.0}, surcharge=0.15),
        Season(name="launch", kind="launch", multiplier=1.5, months={3: 0.5, 11: 0.8}, surcharge=0.15),
    ),
)
QUOTE = PrivateRate(
    id="quote",
    label="Vendor A",
    currency="CNY",
    unit="hour",
    low=Decimal(100),
    high=Decimal(120),
    quoted_on=date(2026, 11, 1),
    billing_basis="logged_in_hour",
)


def made(
    inputs: EstimateInputs = EXAMPLE, *, domestic: bool = False, setup_fee: float | None = None
) -> Estimate:
    terms = replace(year_terms(PARAMETERS, unusual=SURCHARGED), setup_fee=setup_fee)
    pricing = Pricing(
        terms=terms,
        rate_library=replace(load_rate_library(), private=(QUOTE,)),
        floors=load_wage_floors(),
        exchange=Exchange.of(ExchangeRate(currency="CNY", per_eur=8.0, on=date(2026, 11, 20), kind="typed")),
        on=date(2026, 9, 1),
        first_month=9,
        domestic=domestic_terms(PARAMETERS) if domestic else None,
    )
    ticket = load_price_claims()["rate_ticket"]
    return estimate(inputs, load_rates(), PARAMETERS, ticket, pricing=pricing)


def assessed(
    cost: Estimate,
    ranges: Mapping[str, Range] | None = None,
    *,
    basis: BillingBasis | None = None,
    ratio: float | NotAssessed = NO_PLAN,
    seed: int = 7,
) -> Uncertainty:
    return assess_uncertainty(cost, interval_ratio=ratio, ranges=ranges, basis=basis, draws=2000, seed=seed)


def fixed(cost: Estimate, **moved: Range) -> dict[str, Range]:
    """Every input without width but those named (volume, rate_east ...)."""
    known = {each.id: Range(low=each.likely, high=each.likely) for each in assessed(cost).inputs}
    return known | {name.replace("rate_", "rate."): given for name, given in moved.items()}


CASES = {
    "the worked example": made(),
    "floors everywhere": made(SMALL),
    "growth, pools with a premium, two seasons": made(BUSY, setup_fee=5000.0),
    "no season at all": made(replace(EXAMPLE, peak=None)),
    "a service in China": made(replace(EXAMPLE, aht_s={**EXAMPLE.aht_s, "chat": 240.0}), domestic=True),
}
