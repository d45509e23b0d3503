"""The views of the cost page in both languages: every one with figures worked out by hand, and wrong addresses."""

import re
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from domain.costing.pool_steps import pool_steps
from services.costing_kept import costing_of
from services.projects import create_project
from services.requirements import read_requirements, save_answer
from services.samples import open_sample
from tests.requirements_case import Desk, words
from ui.cost_page import VIEWS
from ui.kit import nb


def bare(cell: Any) -> str:
    """A cell without the marks that keep it on one line or make it bold."""
    return re.sub("[\u2060*]", "", str(cell)).replace("\u00a0", " ")


def rows(screen: AppTest, place: int) -> list[list[str]]:
    return [[bare(cell) for cell in row] for row in screen.table[place].value.to_numpy().tolist()]


def notes(screen: AppTest) -> str:
    return " ".join(element.value for element in screen.info)


def test_every_view_can_be_chosen_and_stands_in_the_address(desk: Desk) -> None:
    screen = desk.visit("cost", open_sample(desk.actor))
    for view in (*VIEWS[1:], VIEWS[0]):
        screen.pills(key="view").set_value(view)
        desk.run()
        assert desk.screen.query_params["view"] == view


def test_an_unknown_view_basis_or_place_shows_the_first_one(desk: Desk) -> None:
    project = open_sample(desk.actor)
    screen = desk.visit("cost", project, view="nonsense", basis="minutes", places="moon")
    assert rows(screen, 0)[0][2] == "13,580 – 19,013 – 24,445"


def test_countries_stand_in_a_table_of_their_own_each_with_its_source(desk: Desk) -> None:
    """Serbia: 10-18 euro read as paid hours, as the region it belongs to: 1,358.04 paid hours x 14 = 19,013."""
    screen = desk.visit("cost", open_sample(desk.actor), places="country")
    shown = {row[0]: row for row in rows(screen, 0)}
    serbia = shown["塞尔维亚" if desk.actor.language == "zh" else "Serbia"]
    assert serbia[2] == "13,580 – 19,013 – 24,445"
    assert words(desk, "source.kind.article") in serbia[4]
    assert not [name for name in shown if name in {"东欧", "Eastern Europe"}], "kinds are never mixed"


def test_logged_in_hours_are_converted_not_renamed(desk: Desk) -> None:
    """Of a logged-in hour 1 - in-work shrinkage is productive, so a month lies between the two other readings."""
    screen = desk.visit("cost", open_sample(desk.actor), basis="logged_in_hour", places="country")
    month = next(row[2] for row in rows(screen, 0) if row[0] in {"波兰", "Poland"})
    base = float(month.split(" – ")[1].replace(",", ""))
    assert 13_309 < base < 19_013


def test_a_year_unfolds_to_lines_that_add_up(desk: Desk) -> None:
    """Base 13,580.36-24,444.64 a month at 10-18 euro for 1,358.04 paid hours; base at 14 is 19,012.50."""
    project = open_sample(desk.actor)
    desk.visit("cost", project, view="lines")
    first = costing_of(read_requirements(desk.actor, project).record).estimate.year_one["east"]["paid_hour"]
    parts = [line.amount.base for line in first.total.walk() if not line.parts]
    assert sum(parts) == pytest.approx(first.month.base)
    for key in ("cost_view.lines_first", "cost_view.lines_later", "cost_view.waterfall_first"):
        assert words(desk, key) in desk.text or key.endswith("waterfall_first")
    assert words(desk, "cost_view.left_out.setup_fee") in desk.text


def test_the_first_year_of_the_worked_example_is_said(desk: Desk) -> None:
    """E.3, read as productive hours in Eastern Europe: 225,508 euro a year."""
    screen = desk.visit("cost", open_sample(desk.actor), view="lines", basis="productive_hour", place="east")
    assert "225,508" in desk.text
    assert screen.selectbox(key="place").value == "east"


def test_volumes_beyond_which_other_people_share_languages_and_a_year_costs_less_are_said(desk: Desk) -> None:
    project = open_sample(desk.actor)
    save_answer(desk.actor, project, "contacts_month", {"email": 2000})
    desk.visit("cost", project, view="lines", place="east")
    whole = words(desk, "cost_view.pool_step", contacts="|", year="", before="", after="")
    sentence = bare(whole.partition("|")[2])[5:20]
    assert sentence not in desk.text, "the same people whatever the volume"
    save_answer(desk.actor, project, "pooling", "cheapest")
    steps = pool_steps(costing_of(read_requirements(desk.actor, project).record).estimate, "east")
    desk.visit("cost", project, view="lines", place="east")
    assert desk.text.count(sentence) == len(steps) == 2, "the first year and a later one"
    for step in steps:
        assert f"{step.contacts:,.0f}" in desk.text
        assert f"{step.before.base:,.0f}" in desk.text
        assert f"{step.after.base:,.0f}" in desk.text


def test_a_month_is_split_by_language_and_channel(desk: Desk) -> None:
    """Spanish waits for coverage: 260 of 950.6 hours are its own, 27.4 % of the month."""
    screen = desk.visit("cost", open_sample(desk.actor), view="lines")
    spanish = next(row for row in rows(screen, 0) if row[0] in {"西班牙语", "Spanish"})
    assert spanish[2] == "27.4%"
    assert len(rows(screen, 1)) == 4, "four channels"


def test_three_ways_of_pooling_stand_beside_each_other(desk: Desk) -> None:
    """Worked example: separate 1,365.0; pools given 950.6; the cheapest pairs 869.4 productive hours."""
    screen = desk.visit("cost", open_sample(desk.actor), view="people")
    assert [row[2] for row in rows(screen, 1)] == ["1,365.0", "950.6", "869.4"]
    assert words(desk, "cost_view.priced") in rows(screen, 1)[1][0]


def test_the_page_says_which_hours_the_price_is_made_from_and_why_the_hourly_plan_needs_more(
    desk: Desk,
) -> None:
    """950.6 hours by the workload formula, 1,473 planned hour by hour: 1.55 times as many."""
    desk.visit("cost", open_sample(desk.actor), view="people")
    for figure in ("950.6", "1,473", "1.55"):
        assert figure in notes(desk.screen)


def test_every_channel_says_how_it_is_calculated(desk: Desk) -> None:
    desk.visit("cost", open_sample(desk.actor), view="people")
    for method in ("erlang_a", "slots", "backlog"):
        assert words(desk, f"costing.method.{method}") in desk.text


def test_one_seat_takes_more_people_the_longer_it_is_kept(desk: Desk) -> None:
    """E.1-9: at 30 % shrinkage and 40 hours a week: 40 h 1.43, 60 h 2.14, 112 h 4.00, 168 h 6.00."""
    screen = desk.visit("cost", open_sample(desk.actor), view="people")
    last = rows(screen, len(screen.table) - 1)
    assert [row[1] for row in last] == ["1.43", "2.14", "4.00", "6.00"]


def test_the_group_chosen_changes_the_week(desk: Desk) -> None:
    """Spanish alone is open ten hours a day on six days, each with somebody there, and closed on Sunday."""
    screen = desk.visit("cost", open_sample(desk.actor), view="people", group="es")
    by_day = next(rows(screen, place) for place in range(len(screen.table)) if len(rows(screen, place)) == 7)
    assert all(float(row[1]) >= 10 for row in by_day[:6])
    assert by_day[6][1:3] == ["0.0", "0.0"]


def test_price_models_are_brought_to_a_contact(desk: Desk) -> None:
    """19,012.50 a month over 6,000 contacts is 3.17; handling alone 812.5 h of 950.6 h is 2.71."""
    screen = desk.visit("cost", open_sample(desk.actor), view="models", per="contact")
    east = rows(screen, 0)[0]
    assert east[1] == "2.26 – 3.17 – 4.07"
    assert "1.93 – 2.71 – 3.48" in east


def test_a_price_per_ticket_is_explained(desk: Desk) -> None:
    """14 euro x 390 s / 3,600 / 0.8 = 1.90 for the work alone; 1 euro pays for 3,600 x 0.8 / 14 = 206 s."""
    screen = desk.visit("cost", open_sample(desk.actor), view="models")
    offer = rows(screen, 1)[0]
    assert offer[1:4] == ["1.00", "206", "1.90"]
    assert words(desk, "costing.ticket_reason.narrow_ticket") in desk.text


def test_wage_floors_stand_beside_published_prices(desk: Desk) -> None:
    """E.4: Germany 13.90 euro an hour with 21.1 % contributions cannot be served below about 34 productive."""
    screen = desk.visit("cost", open_sample(desk.actor), view="models")
    countries = {row[0]: row for row in rows(screen, 2)}
    assert len(countries) == 8
    germany = countries["德国" if desk.actor.language == "zh" else "Germany"]
    assert float(germany[3]) > float(germany[2]) > float(germany[1]) > 13.9


def test_undated_prices_are_said_to_be_so(desk: Desk) -> None:
    desk.visit("cost", open_sample(desk.actor), view="models")
    assert words(desk, "cost_view.ages") in desk.text


def test_ways_of_service_are_advised_and_cross_where_the_waiting_ends(desk: Desk) -> None:
    """Dedicated: 19,012.50 + 8 seats x 60 + 900 = 20,392.50; shared desk: 6,000 x 2.20 + 900 = 14,100."""
    screen = desk.visit("cost", open_sample(desk.actor), view="ways")
    months = {row[0]: row[1] for row in rows(screen, 0)}
    assert months[words(desk, "costing.alternative.dedicated")].split(" – ")[1] == "20,393"
    assert months[words(desk, "costing.alternative.shared_desk")].split(" – ")[1] == "14,100"
    assert words(desk, "costing.advice.cheapest") in notes(screen)


def test_the_small_brand_is_told_to_ask_for_a_shared_desk_and_why(desk: Desk) -> None:
    """800 contacts x 2.20 euro + 900 for its own manager = 2,660, where dedicated agents take 20,800."""
    screen = desk.visit("cost", open_sample(desk.actor, "shopify-two"))
    assert "2,660" in screen.metric[0].value
    assert words(desk, "costing.advice.mostly_waiting") in desk.text
    assert words(desk, "costing.holds_if.reply_times_warranted") in desk.text


def test_service_for_chinese_shoppers_leads_with_domestic_models_in_yuan(desk: Desk) -> None:
    """1,000 h / 0.85 / 0.75 = 1,568.6 paid hours over 173.3 a month: 10 seats x 4,500-5,500 yuan."""
    screen = desk.visit("cost", open_sample(desk.actor, "tmall-cosmetics"))
    assert "50,000" in screen.metric[0].value
    assert "€" not in screen.metric[0].value
    first = rows(screen, 0)[0]
    assert first[2] == "45,000 – 50,000 – 55,000"
    assert bare(words(desk, "cost.detail.domestic")) in desk.text
    assert words(desk, "cost.kind.region") in [*screen.segmented_control(key="places").options]


def test_a_commission_nobody_named_is_not_compared(desk: Desk) -> None:
    project = open_sample(desk.actor, "tmall-cosmetics")
    assert len(rows(desk.visit("cost", project), 0)) == 3, "seat, hour, enquiry"
    screen = desk.visit("cost", project, view="models")
    assert len(rows(screen, 0)) == 5
    name = next(row[0] for row in rows(screen, 0) if "1,500" in row[1])
    assert words(desk, "cost_view.bill_without.commission", name=name) in bare(desk.text)


def test_both_middles_stand_beside_each_other_under_uncertainty(desk: Desk) -> None:
    """The estimate's first year month, 26,083 in Eastern Europe, and the likely one with the hourly plan, above it."""
    screen = desk.visit("cost", open_sample(desk.actor), view="certainty")
    east = rows(screen, 0)[0]
    formula, likely = (float(cell.replace(",", "")) for cell in east[1:3])
    assert formula == 26_083
    assert likely > formula
    low, middle, high = (float(cell.replace(",", "")) for cell in east[3].split(" – "))
    assert low < middle < high
    assert "1.55" in notes(screen)
    assert "10,000" in notes(screen)


def test_a_project_without_contacts_has_no_views(desk: Desk) -> None:
    screen = desk.visit("cost", create_project(desk.actor, "Nordics"), view="certainty")
    assert words(desk, "cost.missing_title") in desk.text
    assert not screen.table


def test_an_answer_nothing_can_be_calculated_with_is_one_sentence(desk: Desk) -> None:
    project = open_sample(desk.actor)
    save_answer(desk.actor, project, "contacts_month", {"email": 0, "chat": 0, "phone": 0, "marketplace": 0})
    screen = desk.visit("cost", project)
    assert not screen.exception
    for view in VIEWS:
        assert not desk.visit("cost", project, view=view).exception


def test_a_scenario_that_does_not_exist_is_refused(desk: Desk) -> None:
    screen = desk.visit("cost", open_sample(desk.actor), scenario="0" * 32)
    assert [error.value for error in screen.error] == [words(desk, "accounts.not_found")]
    assert not screen.table


def test_short_labels_of_the_views_do_not_break(desk: Desk) -> None:
    labels = desk.visit("cost", open_sample(desk.actor)).pills(key="view").options
    expected = [nb(words(desk, f"cost.view.{view}")) for view in VIEWS]
    assert [name for name, label in zip(expected, labels, strict=True) if name not in str(label)] == []


def test_a_plan_busier_than_the_limit_has_no_verdict_no_advice_and_no_way_to_the_request(desk: Desk) -> None:
    project = open_sample(desk.actor)
    save_answer(desk.actor, project, "occupancy", 0.95)
    screen = desk.visit("cost", project)
    assert words(desk, "cost.refused") in desk.text
    assert not screen.metric
    assert "cost_action" not in {button.key for button in screen.button}
    screen = desk.visit("cost", project, view="ways")
    assert [each.value for each in screen.error] == [words(desk, "cost.refused")]
    assert words(desk, "costing.advice.cheapest") not in notes(screen)
