"""Places × price models: regions and countries apart, domestic models in yuan, quotes of one's own on their basis."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from catalog.parameters import load_parameters
from catalog.rates import load_rate_library, load_rates
from domain.costing.bill import NO_ORDERS, Bill
from domain.costing.comparison import Place
from domain.costing.currency import Exchange, ExchangeRate
from domain.costing.estimate import Estimate, estimate
from domain.costing.inputs import EstimateInputs
from domain.costing.pricing import Pricing, domestic_terms, year_terms
from domain.costing.rates import PrivateRate
from domain.shared.outcomes import DomainError, NotAssessed
from tests.unit.test_costing_estimate import EXAMPLE

PARAMETERS = load_parameters()
LIBRARY = load_rate_library()
# A Tmall shop: 20,000 chats in Chinese, 240 s and three at once, every day from 8 to 24 (112 h a week).
TMALL = EstimateInputs(
    contacts_month={"chat": 20_000},
    language_share={"zh": 1.0},
    aht_s={"chat": 240},
    concurrency={"chat": 3},
    coverage_hours_week=112,
    seats_min=1,
    occupancy=0.85,
    shrinkage=0.30,
    weekly_contract_hours=40,
)


def made(inputs: EstimateInputs = EXAMPLE, **pricing: Any) -> Estimate:
    known = Pricing(terms=year_terms(PARAMETERS), rate_library=LIBRARY, orders_month=24_000)
    return estimate(inputs, load_rates(), PARAMETERS, pricing=replace(known, **pricing))


def place(cost: Estimate, name: str) -> Place:
    return next(each for each in cost.comparison if each.id == name)


def month(cost: Estimate, name: str, model: str) -> float:
    bill = place(cost, name).bills[model]
    assert isinstance(bill, Bill)
    return bill.month.base


def test_regions_are_the_articles_and_countries_are_ours_and_never_mixed() -> None:
    kinds = {each.kind: [] for each in made().comparison}  # type: ignore[var-annotated]  # filled below
    for each in made().comparison:
        kinds[each.kind].append(each.id)
    assert kinds["region"] == ["east", "south", "west"]
    assert kinds["country"] == [
        "PL",
        "RO",
        "RS",
        "ES",
        "PT",
        "DE",
        "FR",
        "NL",
        "SE",
        "DK",
        "FI",
        "NO",
        "GB",
        "MA",
        "TN",
    ]
    assert kinds["model"] == ["minute_de"]
    assert "domestic" not in kinds


def test_the_models_of_a_region_are_priced_from_its_hourly_rate() -> None:
    cost = made()
    # Paid hours: 1,358.04 x 14. Eight seats of 173.33 h x 14. Work alone: 812.5 / 0.7 x 14.
    assert month(cost, "east", "hour") == pytest.approx(19_012.5)
    assert month(cost, "east", "seat_month") == pytest.approx(8 * 40 * 52 / 12 * 14)
    assert month(cost, "east", "ticket") == pytest.approx(16_250)
    assert month(cost, "east", "minute") == pytest.approx(16_250)
    # These two pay for the waiting as the hour does, at this volume.
    assert month(cost, "east", "hybrid") == pytest.approx(19_012.5)
    assert month(cost, "east", "order") == pytest.approx(19_012.5)


def test_a_published_price_per_minute_is_billed_on_minutes_of_handling() -> None:
    # 650 h x 60 x 0.75 EUR
    assert month(made(), "minute_de", "minute") == pytest.approx(29_250)


def test_without_orders_nothing_is_priced_per_order() -> None:
    bill = place(made(orders_month=None), "east").bills
    assert "order" not in bill
    hourly = bill["hour"]
    assert isinstance(hourly, Bill)
    assert hourly.per_order == NO_ORDERS


def test_a_tmall_shop_is_priced_in_yuan_under_domestic_models() -> None:
    cost = made(TMALL, domestic=domestic_terms(PARAMETERS))
    assert {each.currency for each in cost.comparison if each.kind == "domestic"} == {"CNY"}
    # 20,000 x 240 / 3,600 / 3 = 444.4 h / 0.85 = 522.9 h (coverage needs 485.3); / 0.7 = 746.9 paid hours;
    # 4.31 people: 5 seats x 5,000; 746.9 x 35; 20,000 x 1.75.
    assert month(cost, "cn_dedicated_seat", "seat_month") == pytest.approx(25_000)
    assert month(cost, "cn_hourly", "hour") == pytest.approx(26_143.8, abs=0.1)
    assert month(cost, "cn_per_enquiry", "ticket") == pytest.approx(35_000)
    # 522.9 / 0.82 = 637.7 h at 240 a post: 3 posts x 1,750, and a commission nobody can price.
    shift = place(cost, "cn_base_commission").bills["shift_month"]
    assert isinstance(shift, Bill)
    assert shift.month.base == pytest.approx(5250)
    assert shift.offer.left_out == ("commission",)
    # Without peaks nobody temporary is needed.
    assert place(cost, "cn_promo_temp").bills["person_day"] == NotAssessed("costing.no_peak")


def quote(**terms: Any) -> PrivateRate:
    known = PrivateRate(
        id="q",
        label="Quote of a vendor",
        currency="EUR",
        unit="hour",
        low=Decimal(16),
        high=Decimal(16),
        quoted_on=date(2026, 11, 1),
        billing_basis="logged_in_hour",
    )
    return replace(known, **terms)


def with_quote(entry: PrivateRate, *rates: ExchangeRate) -> Place:
    library = replace(LIBRARY, private=(entry,))
    return place(made(rate_library=library, exchange=Exchange.of(*rates)), "q")


def test_a_quote_is_billed_on_the_hour_it_states() -> None:
    bill = with_quote(quote()).bills["hour"]
    assert isinstance(bill, Bill)
    assert bill.month.base == pytest.approx(950.625 / 0.82 * 16)


def test_a_quote_in_another_currency_waits_for_its_rate() -> None:
    zloty = quote(currency="PLN", low=Decimal(64), high=Decimal(64))
    assert isinstance(with_quote(zloty).bills["hour"], NotAssessed)
    rate = ExchangeRate(currency="PLN", per_eur=4.0, on=date(2026, 11, 20), kind="typed")
    bill = with_quote(zloty, rate).bills["hour"]
    assert isinstance(bill, Bill)
    # 64 PLN at 4.00 are 16 EUR.
    assert bill.month.base == pytest.approx(950.625 / 0.82 * 16)


def test_a_domestic_shop_makes_or_buys_at_domestic_prices() -> None:
    cost = made(TMALL, domestic=domestic_terms(PARAMETERS), own_country="PL")
    assert cost.make_or_buy.currency == "CNY"
    found = {way.id: way for way in cost.alternatives}
    # No wages of China are known; one language is never mixed.
    assert set(found) == {"dedicated", "shared_desk", "bot_first"}
    # 20,000 x 240 s three at once, 85 % and 30 %, at 173.33 h a seat: 4.309, so 5 x 5,000; 20,000 enquiries x 1.75.
    assert found["dedicated"].service.base == pytest.approx(5 * 5_000)
    assert found["shared_desk"].service.base == pytest.approx(35_000)
    # 5 x 100 yuan of tools and 3,000 for the manager beside it
    beside = found["dedicated"].month.base - found["dedicated"].service.base
    assert beside == pytest.approx(3500)


def test_a_year_of_domestic_service_is_in_yuan_without_surcharges() -> None:
    domestic = made(TMALL, domestic=domestic_terms(PARAMETERS)).domestic
    assert domestic is not None
    assert domestic.rate.currency == "CNY"
    year = domestic.hourly.year_one["paid_hour"]
    assert year.hours is not None
    # 746.97 paid hours, 6 % for the reserve, 6 x 60 x 50 % / 12 = 15 h of training, at 35 yuan; 3,500 beside it.
    assert year.month.base == pytest.approx((746.9654 * 1.06 + 15) * 35 + 3500, rel=1e-5)
    assert {line.id for line in year.hours.lines} == {"base", "reserve", "training"}
    assert domestic.hourly.steady_state["paid_hour"].month.base < year.month.base


def test_service_abroad_has_no_domestic_price() -> None:
    assert made().domestic is None


@pytest.mark.parametrize(
    ("terms", "code"),
    [
        ({"billing_basis": None}, "costing.basis_missing"),
        ({"unit": "ticket"}, "costing.basis_missing"),
        ({"low": Decimal(0)}, "costing.quote_outside"),
        ({"low": Decimal(17)}, "costing.quote_outside"),
        ({"high": Decimal("NaN")}, "costing.quote_outside"),
    ],
)
def test_a_quote_nobody_could_compare_is_refused(terms: dict[str, Any], code: str) -> None:
    with pytest.raises(DomainError) as refusal:
        quote(**terms)
    assert refusal.value.code == code
