"""Where the cost file says that figures come from which somebody typed instead of published ones."""

from datetime import date
from decimal import Decimal

from domain.costing.currency import ExchangeRate
from domain.costing.draws import Range
from domain.costing.scenario import Overrides, TypedRate
from services.costing import cost_json, estimate_record
from tests.costing_case import RECORD
from tests.sourcing_sample import record_of

DAY = date(2026, 11, 22)


def test_the_cost_file_says_of_typed_rates_and_exchange_that_somebody_typed_them() -> None:
    own = TypedRate(low=Decimal(9), high=Decimal(11), read_as="paid_hour", on=DAY)
    dinar = ExchangeRate(currency="RSD", per_eur=117.2, on=DAY, kind="typed")
    overrides = Overrides(
        rates={"east": own}, exchange=(dinar,), ranges={"rate.south": Range(low=17.0, high=20.0)}
    )
    made = estimate_record(RECORD, overrides=overrides)
    plain = cost_json(made, overrides.ranges)
    said = {path: (origin["kind"], origin["id"]) for path, origin in plain["from"].items()}
    rates = {each["currency"]: place for place, each in enumerate(plain["exchange"])}
    assert said[f"exchange.{rates['RSD']}.per_eur"] == ("data", "own_figure.RSD")
    origins = {origin for origin in said.values() if origin[1].endswith((".east", ".south"))}
    assert ("data", "own_figure.east") in origins
    # Nothing says any longer that the trade article named what was typed over it.
    assert ("data", "rates.east") not in origins
    assert ("data", "own_figure.south") in origins
    assert ("data", "rates.south") in origins


def test_the_rate_answered_in_the_requirements_stays_an_answer() -> None:
    plain = cost_json(estimate_record(RECORD))
    assert plain["exchange"][0]["currency"] == "CNY"
    assert plain["from"]["exchange.0.per_eur"] == {"kind": "question", "id": "fx_cny_per_eur"}


def test_no_line_of_a_service_in_china_names_a_publication_for_prices_typed_over_it() -> None:
    """A seat, a contact and a day of a temporary agent, each typed over; the hour stays as published."""
    own = TypedRate(low=Decimal(2), high=Decimal(3), read_as="paid_hour", on=DAY)
    typed = ("cn_dedicated_seat", "cn_per_enquiry", "cn_promo_temp")
    made = estimate_record(record_of("tmall-cosmetics"), overrides=Overrides(rates=dict.fromkeys(typed, own)))
    assert made.domestic is not None
    totals = [way.total for way in made.alternatives]
    totals += [model.year_one["paid_hour"].total for model in made.domestic.models.values()]
    named = {each.origin.id for total in totals for line in total.walk() for each in line.inputs}
    assert {f"own_figure.{name}" for name in typed} <= named
    assert {name for name in named if name.startswith("rates.")} == {"rates.cn_hourly"}
