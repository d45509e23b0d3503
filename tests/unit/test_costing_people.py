"""The people behind full-time employees."""

from dataclasses import replace

import pytest

from domain.costing.people import TeamRules, build_team
from domain.shared.outcomes import DomainError
from services.costing_staffing import team_rules
from tests.costing_case import RECORD

RULES = TeamRules(
    agents_per_team_lead=12,
    agents_per_qa=25,
    agents_per_trainer=40,
    reserve_share=0.20,
    recruit_weeks=4,
    initial_training_h=60,
    attrition_year=0.40,
    ramp_weeks=4,
    ramp_output=0.70,
)


def test_7_point_83_full_time_people_take_8_seats_and_10_trainees() -> None:
    team = build_team(7.83, 40, RULES)
    assert (team.seats, team.trainees) == (8, 10)
    assert team.reserve == pytest.approx(1.6)
    assert team.start_training_hours == 600


def test_leaders_analysts_and_trainers_follow_their_ratios() -> None:
    team = build_team(60, 40, RULES)
    assert (team.team_leads_fte, team.qa_fte, team.trainers_fte) == (5.0, 2.4, 1.5)


def test_leavers_are_trained_again_every_year() -> None:
    team = build_team(10, 40, RULES)
    assert team.leavers_year == 4
    assert team.replacement_training_hours_year == 240


def test_the_first_contact_comes_after_hiring_and_training() -> None:
    # Four weeks to hire, 60 hours of training at 40 hours a week: 1.5 weeks more.
    assert build_team(10, 40, RULES).start_weeks == pytest.approx(5.5)
    assert build_team(10, 30, RULES).start_weeks == pytest.approx(6)


def test_new_people_get_less_done_for_some_weeks() -> None:
    # Four weeks of 40 hours at 70 %: each loses 48 hours.
    team = build_team(10, 40, RULES)
    assert team.start_ramp_hours == pytest.approx(10 * 48)
    assert team.replacement_ramp_hours_year == pytest.approx(4 * 48)


def test_nobody_is_needed_for_nothing() -> None:
    team = build_team(0, 40, RULES)
    assert (team.seats, team.trainees, team.start_training_hours) == (0, 0, 0)


def test_the_rules_of_the_sample_are_those_of_the_data_and_its_reserve() -> None:
    assert team_rules(RECORD) == RULES


@pytest.mark.parametrize(
    "change",
    [{"agents_per_team_lead": 0}, {"reserve_share": -0.1}, {"ramp_output": 0}, {"ramp_output": 1.1}],
)
def test_rules_that_make_no_sense_are_refused_by_name(change: dict[str, float]) -> None:
    with pytest.raises(DomainError) as refused:
        replace(RULES, **change)
    assert refused.value.code == "costing.team_rules_outside"
    assert refused.value.values["rule"] in change
