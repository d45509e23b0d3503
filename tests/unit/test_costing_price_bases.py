"""Paid, logged-in and productive hours: a rate is converted between them, never relabelled."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.costing.band import Band
from domain.costing.hours import BASES, BillingBasis, HourShares
from domain.shared.outcomes import DomainError
from domain.shared.rounding import round_half_up
from tests.unit.test_costing_brief import costing_with

SHARES = HourShares(shrinkage=0.30, in_work_shrinkage=0.18)
RATE = Band(low=10, base=14, high=18)


def cents(band: Band) -> list[str]:
    return [str(round_half_up(end, 2)) for end in band.ends]


def test_a_paid_hour_is_converted_to_what_its_productive_part_costs() -> None:
    # 10 / 0.7, 14 / 0.7, 18 / 0.7
    assert cents(SHARES.convert(RATE, "paid_hour", "productive_hour")) == ["14.29", "20.00", "25.71"]


def test_a_logged_in_hour_has_a_productive_part_of_its_own() -> None:
    # 14 / 0.82 = 17.073...; back to paid hours x 0.7 = 11.951...
    productive = SHARES.convert(RATE, "logged_in_hour", "productive_hour")
    assert cents(productive)[1] == "17.07"
    assert cents(SHARES.convert(RATE, "logged_in_hour", "paid_hour"))[1] == "11.95"


def test_a_rate_read_as_what_it_is_stays_as_it_is() -> None:
    assert SHARES.convert(RATE, "productive_hour", "productive_hour") == RATE


def test_the_same_figure_is_43_percent_dearer_per_paid_hour_and_22_per_logged_in_hour() -> None:
    # 1 / 0.70 - 1 and 1 / 0.82 - 1
    gaps = [str(round_half_up(SHARES.gap(basis) * 100)) for basis in BASES]
    assert gaps == ["43", "22", "0"]


def test_without_shrinkage_all_hours_are_the_same() -> None:
    same = HourShares(shrinkage=0, in_work_shrinkage=0.18)
    assert [same.gap(basis) for basis in BASES] == [0, 0, 0]


def test_no_more_is_lost_at_work_than_altogether() -> None:
    little = HourShares(shrinkage=0.10, in_work_shrinkage=0.18)
    assert little.productive_share("logged_in_hour") == pytest.approx(0.90)


@pytest.mark.parametrize("share", [1.0, 1.5, -0.1, float("nan")])
def test_an_hour_cannot_lose_more_than_itself(share: float) -> None:
    with pytest.raises(DomainError) as refusal:
        HourShares(shrinkage=share, in_work_shrinkage=0.18)
    assert refusal.value.code == "costing.shrinkage_outside"


@given(
    st.floats(0, 0.9), st.floats(0, 0.9), st.sampled_from(BASES), st.sampled_from(BASES), st.floats(0.1, 9e4)
)
def test_the_month_is_the_same_whichever_hour_bills_it(
    shrinkage: float, in_work: float, basis: BillingBasis, to: BillingBasis, hours: float
) -> None:
    shares = HourShares(shrinkage=shrinkage, in_work_shrinkage=in_work)
    month = RATE.scaled(shares.billed(hours, basis)).base
    converted = shares.convert(RATE, basis, to).scaled(shares.billed(hours, to)).base
    assert converted == pytest.approx(month, rel=1e-12)


@pytest.mark.parametrize(
    ("basis", "share"), [("paid_hour", 0.7), ("logged_in_hour", 0.82), ("productive_hour", 1)]
)
def test_a_share_of_one_estimate_writes_itself_as_a_plain_number(basis: BillingBasis, share: float) -> None:
    found = SHARES.productive_share(basis)
    assert found == pytest.approx(share)
    assert type(found) is float


def test_every_figure_of_domestic_service_is_a_plain_number() -> None:
    """Days of temporary agents come from logged-in hours, of which the lesser of two losses is taken."""
    domestic = costing_with("tmall-cosmetics").estimate.domestic
    assert domestic is not None
    lines = [
        line
        for model in domestic.models.values()
        for year in (*model.year_one.values(), *model.steady_state.values())
        for line in year.total.walk()
    ]
    assert "peak" in {line.id for line in lines}
    assert {type(end) for line in lines for end in line.amount.ends} == {float}
