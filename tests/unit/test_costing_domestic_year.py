"""The sample for Chinese shoppers: one model leads, its first year is calculated by hand, the budget is set against it."""

import pytest

from domain.costing.budget import budget_left, month_to_budget
from domain.costing.domestic import DomesticPrice
from domain.costing.estimate import Estimate
from services.costing import cost_json
from tests.unit.test_costing_brief import brief_of, costing_with, texts
from ui.cost import cost_verdict

SEAT = "cn_dedicated_seat"


def estimate_of_sample() -> Estimate:
    return costing_with("tmall-cosmetics").estimate


def domestic() -> DomesticPrice:
    found = estimate_of_sample().domestic
    assert found is not None
    return found


def test_seats_by_the_month_lead() -> None:
    # 45,000 chats x 240 s / 3 at once = 1,000 h; / 0.85 / 0.75 / 173.33 = 9.05 people: 10 seats x 5,000 yuan.
    models = domestic().models
    assert domestic().leading("paid_hour").rate.id == SEAT
    assert models[SEAT].month["paid_hour"].ends == (45_000, 50_000, 55_000)
    # 1,568.63 paid hours x 35 yuan; 45,000 enquiries x 1.75 yuan.
    assert models["cn_hourly"].month["paid_hour"].base == pytest.approx(54_902, abs=0.5)
    assert models["cn_per_enquiry"].month["paid_hour"].base == 78_750


def test_its_first_year_is_made_of_seats_and_of_temporary_agents_in_peaks() -> None:
    """Volume grows by 15 % from February: 9.05 people x (1 + 0.15 (m - 0.5) / 12) need 10 seats in the first eight
    months and 11 in the last four: 10.333 on average.

    Peaks and the launch add 292.324 productive hours to an average month (618: 27 days x 2, Double 11: 26 days x 3,
    launch: 14 days x 1.3, day by day); logged in / 0.82, in days of 8 h: 44.562 days.
    """
    year = domestic().models[SEAT].year_one["paid_hour"]
    lines = {line.id: line.amount.base for line in year.total.walk()}
    seats = 124 / 12
    assert lines["seats"] == pytest.approx(seats * 5000)
    assert lines["reserve"] == pytest.approx(seats * 0.20 * 0.30 * 5000)
    # 11 x 1.2 = 13.2: 14 people x 60 h x 50 % / 12 = 35 h, at 5,000 yuan for 173.33 h.
    assert lines["training"] == pytest.approx(35 / (40 * 52 / 12) * 5000)
    assert lines["peak"] == pytest.approx(44.562 * 300, rel=1e-4)
    assert lines["tools"] == pytest.approx(seats * 100)
    assert lines["manager"] == 3000
    assert set(lines) == {"month", "service", "seats", "reserve", "training", "peak", "tools", "manager"}
    assert year.month.base == pytest.approx(73_178, abs=0.5)
    assert year.hours is None


def test_later_years_have_no_training_and_the_seats_that_growth_left() -> None:
    # 9.05 x 1.15 = 10.41 people: 11 seats all year.
    later = domestic().models[SEAT].steady_state["paid_hour"]
    lines = {line.id: line.amount.base for line in later.total.walk()}
    assert lines["seats"] == 55_000
    assert "training" not in lines


def test_a_vendor_paid_by_the_contact_has_tools_of_its_own() -> None:
    year = domestic().models["cn_per_enquiry"].year_one["paid_hour"]
    # 59,556.40 contacts of an average month x 1.75, and the manager.
    assert year.month.base == pytest.approx(59_556.40 * 1.75 + 3000, abs=0.1)
    assert [line.id for line in year.total.walk()] == ["month", "service", "shared_tickets", "manager"]


def test_the_budget_of_75_000_yuan_may_not_suffice_for_the_first_year() -> None:
    made = estimate_of_sample()
    left = budget_left(made, SEAT)
    assert left is not None
    # 75,000 less 63,144 / 73,178 / 83,212.
    assert [round(end) for end in left.ends] == [11_856, 1_822, -8_212]
    assert month_to_budget(made, SEAT, "paid_hour").base == pytest.approx(73_178, abs=0.5)


def test_page_and_brief_speak_of_the_year_of_the_model_that_leads() -> None:
    costing = costing_with("tmall-cosmetics")
    verdict = cost_verdict(costing.estimate, costing.record, "paid_hour", "en")
    assert "Dedicated seat" in verdict.sentence
    # Nothing is read as an hour where a seat is paid by the month.
    assert "paid hours" not in verdict.facts
    assert "CN¥73,000 a month (CN¥63,000 – CN¥83,000)" in verdict.facts
    words = " ".join(texts(brief_of("tmall-cosmetics", "en")))
    assert "China, Dedicated seat" in words
    # Twelve months of the same year.
    assert "878,137" in words


def test_the_cost_file_has_split_and_budget_in_yuan() -> None:
    cost = cost_json(estimate_of_sample())
    assert cost["domestic"]["leading"] == SEAT
    assert cost["budget_left"][SEAT]["base"] == pytest.approx(1_822, abs=0.5)
    assert cost["split"][SEAT] == {
        "languages": {"zh": {"low": 45_000, "base": 50_000, "high": 55_000}},
        "channels": {"chat": {"low": 45_000, "base": 50_000, "high": 55_000}},
    }
    assert cost["from"][f"budget_left.{SEAT}.base"] == {"kind": "calculation", "id": "budget_left"}
    assert cost["domestic"]["models"][SEAT]["year_one"]["paid_basis"]["rate_hours"] is None
