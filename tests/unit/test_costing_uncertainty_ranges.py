"""What is drawn, between which values, and from which distribution."""

from dataclasses import replace

import numpy as np
import pytest

from domain.costing.draws import Pert, Range
from domain.shared.outcomes import DomainError
from domain.shared.provenance import OriginOf
from tests.uncertainty_case import BUSY, CASES, assessed, made
from tests.unit.test_costing_estimate import SMALL


def test_ranges_come_from_the_parameters_and_contain_the_answer() -> None:
    found = {each.id: each for each in assessed(made(BUSY)).inputs}
    assert (found["aht_s.email"].low, found["aht_s.email"].likely, found["aht_s.email"].high) == (
        240,
        500,
        720,
    )
    assert found["aht_s.email"].origin == OriginOf("data", "parameters.aht_email_s")
    assert (found["shrinkage"].low, found["shrinkage"].high) == (0.2, 0.4)
    assert (found["aht_s.social"].low, found["aht_s.social"].high) == (150, 480)
    # Slower than is usual (1080 s): the range reaches up to the answer.
    slow = {
        each.id: each for each in assessed(made(replace(BUSY, aht_s={**BUSY.aht_s, "chat": 1500}))).inputs
    }
    assert (slow["aht_s.chat"].low, slow["aht_s.chat"].high) == (420, 1500)


def test_an_answer_at_the_end_of_what_is_possible_still_has_a_range() -> None:
    slow = replace(BUSY, aht_s={**BUSY.aht_s, "social": 7200.0}, occupancy=0.95, shrinkage=0.6)
    found = {each.id: each for each in assessed(made(slow)).inputs}
    assert (found["aht_s.social"].low, found["aht_s.social"].high) == (150, 7200)
    assert (found["occupancy"].high, found["shrinkage"].high) == (0.95, 0.6)


def test_a_domestic_service_has_the_usual_chats_of_china() -> None:
    found = {each.id: each for each in assessed(CASES["a service in China"]).inputs}
    assert (found["aht_s.chat"].low, found["aht_s.chat"].high) == (120, 420)
    # What each price is paid for.
    units = {name: each.unit for name, each in found.items() if name.startswith("rate.cn_")}
    assert units == {
        "rate.cn_dedicated_seat": "seat_month",
        "rate.cn_hourly": "rate",
        "rate.cn_per_enquiry": "ticket",
        "rate.cn_promo_temp": "person_day",
    }


def test_a_typed_range_counts_and_names_its_question() -> None:
    found = {each.id: each for each in assessed(made(), {"volume": Range(low=0.9, high=1.1)}).inputs}
    volume = found["volume"]
    assert (volume.low, volume.high, volume.typed) == (0.9, 1.1, True)
    assert volume.origin == OriginOf("question", "contacts_month")
    assert not found["occupancy"].typed


@pytest.mark.parametrize(
    ("name", "low", "high"),
    [
        ("occupancy", 0.7, 1.2),  # nobody is busy for more than the hour
        ("shrinkage", -0.1, 0.4),
        ("volume", 1.1, 1.3),  # the most likely value lies outside
        ("peak_multiplier", 0.5, 3.0),
        ("rate.east", -1.0, 18.0),
        ("aht_s.email", -240.0, 500.0),
    ],
)
def test_a_range_that_cannot_be_is_refused(name: str, low: float, high: float) -> None:
    with pytest.raises(DomainError) as refused:
        assessed(made(), {name: Range(low=low, high=high)})
    assert (refused.value.code, refused.value.values["uncertain"]) == ("costing.range_outside", name)


def test_a_range_for_an_input_the_estimate_has_not_is_refused() -> None:
    with pytest.raises(DomainError) as refused:
        assessed(made(), {"aht_s.social": Range(low=100, high=300)})
    assert refused.value.code == "costing.range_unknown"


def test_draws_have_the_mean_and_the_spread_of_pert() -> None:
    pert = Pert(id="aht_s.email", unit="second", low=240, likely=420, high=720, origin=OriginOf("data", "x"))
    drawn = pert.draw(seed=1, count=200_000)
    mean = (240 + 4 * 420 + 720) / 6  # 440 s
    assert drawn.mean() == pytest.approx(mean, abs=0.7)
    # Variance of PERT with lambda 4: (mean - low)(high - mean) / 7.
    assert drawn.var() == pytest.approx((mean - 240) * (720 - mean) / 7, rel=0.01)
    assert drawn.min() >= 240
    assert drawn.max() <= 720


def test_a_symmetric_input_has_the_percentiles_of_its_beta_distribution() -> None:
    # Beta(3, 3): F(x) = x^3 (10 - 15 x + 6 x^2), which is 0.1 at 0.24664.
    pert = Pert(id="rate.x", unit="rate", low=10, likely=14, high=18, origin=OriginOf("data", "rates.x"))
    p10, p50, p90 = np.percentile(pert.draw(seed=3, count=200_000), [10, 50, 90])
    assert (p10, p50, p90) == pytest.approx((10 + 8 * 0.24664, 14, 18 - 8 * 0.24664), abs=0.03)


def test_an_input_more_leaves_the_draws_of_the_others_alone() -> None:
    few, more = assessed(made(SMALL)), assessed(made())
    volumes = [next(each for each in found.inputs if each.id == "volume") for found in (few, more)]
    assert (volumes[0].p10, volumes[0].p90) == (volumes[1].p10, volumes[1].p90)
