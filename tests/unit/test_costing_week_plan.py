"""A week hour by hour: promises kept, idle time explained, and the ratio to the monthly formula."""

from dataclasses import replace

import pytest

import words
from domain.costing.inputs import EstimateInputs
from domain.costing.week import ALWAYS, HOURS_A_WEEK, hours_open, open_shares, spread_over, union
from domain.costing.week_plan import NO_WEEK, WeekPlan, plan_week
from domain.shared.outcomes import DomainError
from tests.costing_case import CALENDAR, example, one_language, staffed, week_inputs, windows


def planned(inputs: EstimateInputs) -> WeekPlan:
    plan = plan_week(inputs, staffed(inputs).pooled, CALENDAR)
    assert isinstance(plan, WeekPlan)
    return plan


def test_open_hours_are_counted_once_where_windows_meet_or_overlap() -> None:
    assert union([((0, 60), (120, 180)), ((60, 90), (150, 240))]) == ((0, 90), (120, 240))
    assert hours_open(union([windows(9, 17), windows(12, 20)])) == 6 * 11
    assert hours_open(ALWAYS) == HOURS_A_WEEK


def test_an_hour_that_opens_at_half_past_is_half_open() -> None:
    shares = open_shares(((9 * 60 + 30, 12 * 60),))
    assert shares[8:13].tolist() == [0, 0.5, 1, 1, 0]


def test_arrivals_without_any_weight_in_open_hours_come_evenly() -> None:
    shares = open_shares(windows(9, 17, days=5))
    night = 1 - (shares > 0)
    assert spread_over(night.astype(float), shares).tolist() == pytest.approx((shares / 40).tolist())


def test_a_week_is_not_planned_when_only_the_number_of_open_hours_is_known() -> None:
    inputs = example(week=None)
    assert plan_week(inputs, staffed(inputs).pooled, CALENDAR) is NO_WEEK


def test_written_work_alone_needs_exactly_the_hours_of_the_monthly_formula() -> None:
    # 13,000 mails of 360 s are 1,300 h; at 80 % occupancy 1,625 h, far above the floor of 173.3 h.
    plan = planned(one_language({"email": 13_000}))
    assert plan.required_hours_month == pytest.approx(1_625)
    assert plan.ratio == pytest.approx(1.0)


def test_little_work_leaves_the_coverage_floor_and_says_so() -> None:
    # 100 mails of 360 s are 10 h of work; somebody is there for 40 x 52 / 12 = 173.3 h.
    idle = planned(one_language({"email": 100})).idle_breakdown
    assert idle.hours == pytest.approx(40 * 52 / 12)
    assert idle.work_hours == pytest.approx(10)
    assert idle.occupancy_hours == pytest.approx(2.5)
    assert idle.floor_hours == pytest.approx(40 * 52 / 12 - 12.5)
    assert idle.service_hours == pytest.approx(0)


def test_being_ready_for_calls_costs_hours_beyond_floor_and_work() -> None:
    # 1,040 calls a month are six an hour, 0.65 erlangs. Two agents: B = 0.65 x 0.3939 / (2 + 0.65 x 0.3939)
    # = 0.1135, wait = 2B / (2 - 0.65 (1 - B)) = 0.1594, in time 1 - 0.1594 e^(-1.35 x 20 / 390) = 85.1 %;
    # one agent holds 36 %. The formula has the floor of one seat.
    plan = planned(one_language({"phone": 1_040}))
    group = plan.groups["de"]
    assert {need for need, share in zip(group.required, group.open_shares, strict=True) if share} == {2.0}
    assert plan.idle_breakdown.service_hours > 0
    assert plan.ratio == pytest.approx(2.0)


def test_written_contacts_fill_the_time_between_calls() -> None:
    calls = planned(one_language({"phone": 1_040}))
    # Two agents at 80 % have 1.6 - 0.65 hours an hour left: 38 a week, 1,646 mails a month.
    blended = planned(one_language({"phone": 1_040, "email": 1_600}))
    assert blended.required_hours_month == pytest.approx(calls.required_hours_month)
    assert (
        planned(one_language({"phone": 1_040, "email": 1_800})).required_hours_month
        > calls.required_hours_month
    )


def test_calls_when_the_shop_is_closed_are_not_expected_but_mails_are() -> None:
    night = tuple(0.0 if 9 <= hour % 24 < 17 else 1.0 for hour in range(HOURS_A_WEEK))
    week = week_inputs(arrivals={"email": night, "phone": night})
    plan = planned(one_language({"email": 13_000, "phone": 1_000}, week))
    group = plan.groups["de"]
    assert all(need == 0 for need, share in zip(group.required, group.open_shares, strict=True) if not share)
    # Mails come in 16 hours of each day. A day or more before Monday 9:00 lie seven of them on Friday, 16 on
    # Saturday and nine on Sunday.
    assert plan.late_share == pytest.approx((7 + 16 + 9) / (7 * 16))


def test_hours_carry_over_a_weekend_and_nothing_is_lost() -> None:
    always = dict.fromkeys(("email",), (1.0,) * HOURS_A_WEEK)
    plan = planned(one_language({"email": 13_000}, week_inputs(arrivals=always)))
    assert plan.idle_breakdown.work_hours == pytest.approx(1_300)


def test_a_longer_promise_never_needs_more_people() -> None:
    always = dict.fromkeys(("email",), (1.0,) * HOURS_A_WEEK)
    hours = [
        planned(
            one_language({"email": 2_000}, week_inputs(arrivals=always, answer_within_h={"email": within}))
        ).required_hours_month
        for within in (1.0, 4.0, 24.0, 72.0)
    ]
    assert hours == sorted(hours, reverse=True)
    assert hours[0] > hours[-1]


def test_the_parts_of_the_idle_time_add_up_to_the_hours_required() -> None:
    plan = planned(example())
    grid = sum(
        need * share
        for group in plan.groups.values()
        for need, share in zip(group.required, group.open_shares, strict=True)
    )
    assert plan.idle_breakdown.hours == pytest.approx(grid * 52 / 12)
    assert plan.required_hours_month == plan.idle_breakdown.hours
    assert min(plan.idle_breakdown.service_hours, plan.idle_breakdown.floor_hours) >= 0


def test_every_group_has_its_grid_and_every_channel_its_method() -> None:
    plan = planned(example())
    assert set(plan.required) == set(plan.covered) == {"de+en", "fr+it", "es"}
    assert {len(hours) for hours in (*plan.required.values(), *plan.covered.values())} == {HOURS_A_WEEK}
    assert plan.methods == {
        "email": "backlog",
        "marketplace": "backlog",
        "chat": "slots",
        "phone": "erlang_a",
    }


def test_whole_shifts_cover_what_is_required_and_sometimes_more() -> None:
    plan = planned(example())
    for group in plan.groups.values():
        assert min(group.over) >= 0
        assert max(group.over) > 0  # the hours in which one shift hands over to the next
    assert plan.covered_hours_month >= plan.required_hours_month


def test_keeping_live_promises_takes_more_than_the_monthly_formula_in_a_small_team() -> None:
    small, large = (
        planned(example()),
        planned(
            replace(example(), contacts_month={name: 20 * n for name, n in example().contacts_month.items()})
        ),
    )
    assert isinstance(small.ratio, float)
    assert isinstance(large.ratio, float)
    assert small.ratio > 1.2
    # In a large team the promises come nearly free.
    assert large.ratio == pytest.approx(1.0, abs=0.05)


def test_people_take_calls_and_chats_alike_where_fewer_suffice_and_it_is_said() -> None:
    plan = planned(example())
    assert plan.takes_both
    assert not planned(one_language({"phone": 1_040})).takes_both
    assert all(words.say(language, "costing.method.takes_both") for language in words.LANGUAGES)


def test_languages_with_other_hours_widen_the_floor_of_their_pool() -> None:
    known = example().week
    assert known is not None
    week = replace(known, open_windows={**known.open_windows, "en": windows(12, 22)})
    groups = {group.languages: group.floor_hours for group in staffed(example(week=week)).pooled.groups}
    # German 9 to 19 and English 12 to 22: 13 hours on six days, 338 h a month; the others stay at 260.
    assert groups == {("de", "en"): 338.0, ("fr", "it"): 260.0, ("es",): 260.0}


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"open_windows": {"de": ()}}, "costing.no_open_hours"),
        ({"arrivals": {"email": (1.0,) * 24}}, "costing.arrivals_outside"),
        ({"arrivals": {"email": (-1.0,) * 168}}, "costing.arrivals_outside"),
        ({"answer_within_h": {"email": 0.0}}, "costing.answer_within_outside"),
        ({"patience_s": 0.0}, "costing.patience_outside"),
    ],
)
def test_a_week_that_makes_no_sense_is_refused(change: dict[str, object], code: str) -> None:
    with pytest.raises(DomainError) as refused:
        week_inputs(**change)
    assert refused.value.code == code
