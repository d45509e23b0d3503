"""Which region's rate a contract proposes: the one that speaks of the vendor's country."""

import pytest

from services.contract_prefills import prefills
from services.costing import estimate_record
from services.requirements import from_file
from services.samples import read_sample


def _proposed(**answers: object) -> object:
    requirements, _, _ = read_sample()
    kept = {
        key: value
        for key, value in requirements["answers"].items()
        if key not in {"region_chosen", "vendor_country"}
    }
    _, record = from_file({**requirements, "answers": {**kept, **answers}})
    given = prefills(record, estimate_record(record), None)
    return given["costing.rate_hour"].value.amount if "costing.rate_hour" in given else None


# Productive-hour readings of the published midpoints at 30 % shrinkage: 14, 18.5 and 30 divided by 0.7.
@pytest.mark.parametrize(
    ("country", "amount"),
    [("PL", "20.00"), ("RO", "20.00"), ("ES", "26.43"), ("PT", "26.43"), ("DE", "42.86")],
)
def test_the_rate_is_that_of_the_vendors_country(country: str, amount: str) -> None:
    assert str(_proposed(vendor_country=country)) == amount


def test_a_country_no_rate_speaks_of_gets_no_price() -> None:
    assert _proposed(vendor_country="CN", region_chosen="east") is None
    assert _proposed(vendor_country="CZ") is None


def test_elsewhere_in_europe_the_merchants_own_choice_counts() -> None:
    assert str(_proposed(vendor_country="CZ", region_chosen="east")) == "20.00"


def test_before_a_country_is_known_the_cheapest_region_is_proposed() -> None:
    assert str(_proposed()) == "20.00"
    assert str(_proposed(region_chosen="south")) == "26.43"
