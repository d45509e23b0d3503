"""The sample for Chinese shoppers: one model leads, its first year is calculated by hand, the budget is set against it."""

from dataclasses import replace

import pytest

from domain.costing.alternatives import alternatives
from domain.costing.band import Band
from domain.costing.budget import budget_left, month_to_budget
from domain.costing.domestic import DomesticPrice
from domain.costing.estimate import Estimate
from domain.costing.make_or_buy import GroupWork, LanguageWork
from services.costing import cost_json
from services.costing_brief import brief_document
from services.costing_kept import costing_of
from services.requirements import from_file
from services.samples import read_sample
from tests.unit.test_costing_brief import TODAY, brief_of, costing_with, texts
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
    verdict = cost_verdict(costing.estimate, costing.record, "paid_hour", "en", costing.uncertainty)
    assert "Dedicated seat" in verdict.sentence
    # Nothing is read as an hour where a seat is paid by the month.
    assert "paid hours" not in verdict.facts
    assert "the formula alone takes CN¥73,000" in verdict.facts
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


def test_make_or_buy_pays_the_whole_seats_of_the_price_models() -> None:
    made = estimate_of_sample()
    dedicated = next(way for way in made.alternatives if way.id == "dedicated")
    lines = {line.id: line.amount.ends for line in dedicated.total.parts}
    # 9.05 people are 10 seats x 4,500 / 5,000 / 5,500 yuan; 10 x 100 for tools, 3,000 for the manager.
    assert lines == {
        "service": (45_000, 50_000, 55_000),
        "tools": (1_000, 1_000, 1_000),
        "manager": (3_000, 3_000, 3_000),
    }
    assert dedicated.service.ends == domestic().models[SEAT].month["paid_hour"].ends
    (service,) = [line for line in dedicated.total.parts if line.id == "service"]
    assert service.formula == "price_seat_month"
    assert [each.origin.id for each in service.inputs] == ["units_seat_month", f"rates.{SEAT}"]


def test_a_bot_in_front_saves_whole_seats_only() -> None:
    """It settles 25 % of 45,000 chats, 11,250 x 0.30 yuan: 1,000 h x 75 % / 0.85 / 0.75 / 173.33 = 6.79 people, 7 seats."""
    bot = next(way for way in estimate_of_sample().alternatives if way.id == "bot_first")
    lines = {line.id: line.amount.base for line in bot.total.parts}
    assert lines["service"] == 7 * 5_000
    assert lines["tools"] == 700
    assert lines["bot"] == pytest.approx(3_375)


def test_small_groups_share_the_seat_that_is_paid_anyway() -> None:
    """Three groups of agents, one seat gives 100 h; a seat is 5,000 yuan with 100 for tools, a shared contact 2 yuan.

    Chinese fills 150 of its 160 h. English and French wait: 30 h of coverage and 20 contacts, 80 h and 500.
    Agents for all: 270 h, 3 seats, 15,300. English shared: 240 h, 15,300 + 40. French shared: 190 h, 2 seats,
    10,200 + 1,000 = 11,200, the least. Both shared: 160 h, 10,200 + 1,040.
    One by one, English at 40 yuan against 30 h x 51 would have gone as well, though its seat is paid.
    """
    case = replace(
        estimate_of_sample().make_or_buy,
        groups=(group("zh", 150, 160, 4000), group("en", 1, 30, 20), group("fr", 5, 80, 500)),
        productive_hours_seat=100.0,
        agent_price=Band.exact(5000),
        tools_per_seat_month=100.0,
        shared_ticket=Band.exact(2),
        manager_month=0.0,
        shared_desk_share=0.5,
    )
    (mix,) = [way for way in alternatives(case) if way.id == "hybrid_by_language"]
    assert mix.shared_languages == ("fr",)
    assert mix.month.base == pytest.approx(11_200)


def group(language: str, needed_h: float, floor_h: float, contacts: float) -> GroupWork:
    work = LanguageWork(
        language=language, contacts=contacts, productive_hours=needed_h, text_contacts=0, text_hours=0
    )
    return GroupWork(languages=(work,), floor_hours=floor_h)


def test_the_brief_says_that_its_bars_are_normal_months_and_the_budget_is_for_the_first_year() -> None:
    (english,) = [
        text for text in texts(brief_of("tmall-cosmetics", "en")) if "Bars are normal months" in text
    ]
    for amount in ("73,000", "63,000", "83,000"):
        assert amount in english
    assert any("条为按公式计算的平常月份" in text for text in texts(brief_of("tmall-cosmetics", "zh")))


def test_a_brief_without_a_budget_says_nothing_of_one_under_its_bars() -> None:
    content = read_sample("tmall-cosmetics")[0]
    del content["answers"]["budget_month"]
    brief = brief_document(costing_of(from_file(content, sample=True)[1]), "en", name="x", today=TODAY)
    assert not [text for text in texts(brief) if "Bars are normal months" in text]
