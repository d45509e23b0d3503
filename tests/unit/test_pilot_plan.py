from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from domain.pilot.coverage import Coverage, windows
from domain.pilot.measurement import Measurement, WeekCount, frame_without_plan
from domain.pilot.plan import PilotPlan, VendorStatement, instances, target_of, vendors_without_tickets
from domain.pilot.plan_file import parse_plan
from domain.pilot.weekly import weekly
from domain.shared.outcomes import DomainError
from tests.pilot_case import kpis, rules
from words import LANGUAGES, say

PLAN: dict[str, Any] = {"start": date(2026, 10, 5), "weeks": 4, "zone": "Europe/Berlin"}
BERLIN = ZoneInfo("Europe/Berlin")
MARKS = {"reports": 4, "on_time": 4, "complete": 3, "recomputable": 3, "root_cause": 2, "actions": 3}


def parse(**changes: Any) -> PilotPlan:
    return parse_plan(PLAN | changes, kpis=kpis(), rules=rules())


def refusal(mapping: dict[str, Any]) -> DomainError:
    with pytest.raises(DomainError) as refused:
        parse_plan(mapping, kpis=kpis(), rules=rules())
    return refused.value


def test_a_plan_runs_from_local_midnight_to_local_midnight_across_the_end_of_summer_time() -> None:
    plan = parse()
    # Berlin is two hours ahead on 5 October and one hour ahead on 2 November.
    assert plan.starts_at == datetime(2026, 10, 4, 22, tzinfo=UTC)
    assert plan.ends_at == datetime(2026, 11, 1, 23, tzinfo=UTC)
    assert plan.frame().week_starts[3] == datetime(2026, 10, 25, 23, tzinfo=UTC)
    assert plan.frame().cut_off == plan.ends_at


def test_a_file_taken_before_the_end_cuts_off_when_it_was_taken() -> None:
    assert parse(exported_at="2026-10-20T18:00:00").frame().cut_off == datetime(2026, 10, 20, 16, tzinfo=UTC)
    assert parse(exported_at="2026-12-01T00:00:00Z").frame().cut_off == parse().ends_at


@pytest.mark.parametrize("weeks", [2, 3, 4])
def test_two_to_four_weeks_are_a_pilot(weeks: int) -> None:
    assert parse(weeks=weeks).weeks == weeks


@pytest.mark.parametrize("weeks", [1, 5, 0, -2, 2.5, "3", True])
def test_any_other_length_is_refused_with_the_limits(weeks: object) -> None:
    error = refusal(PLAN | {"weeks": weeks})
    assert error.code == "pilot.weeks_outside"
    assert (error.values["lowest"], error.values["highest"]) == (2, 4)
    assert "2" in say("en", error.code, **error.values)


@pytest.mark.parametrize(
    ("changes", "code", "key"),
    [
        ({"wekes": 3}, "pilot.plan_unknown_key", "wekes"),
        ({"zone": "Europe/Berlln"}, "pilot.zone_unknown", "zone"),
        ({"zone": "../etc/passwd"}, "pilot.zone_unknown", "zone"),
        ({"start": "5 October"}, "pilot.plan_not_a_day", "start"),
        ({"start": 5}, "pilot.plan_not_a_day", "start"),
        ({"kind": "kefu.requirements"}, "pilot.plan_kind", "kind"),
        ({"targets": {"frt_within.fax": 0.9}}, "pilot.plan_unknown_key", "targets.frt_within.fax"),
        ({"targets": {"frt_within.email": 0.3}}, "pilot.target_outside", "targets.frt_within.email"),
        ({"targets": {"frt_within.email": 1.0}}, "pilot.target_outside", "targets.frt_within.email"),
        ({"targets": {"frt_within.email": 90}}, "pilot.target_in_percent", "targets.frt_within.email"),
        ({"targets": {"frt_within.email": 1.2}}, "pilot.target_outside", "targets.frt_within.email"),
        ({"targets": {"csat_top2": "many"}}, "pilot.plan_not_a_number", "targets.csat_top2"),
        ({"targets": {"csat_top2": True}}, "pilot.plan_not_a_number", "targets.csat_top2"),
        ({"targets": {"csat_top2": float("nan")}}, "pilot.plan_not_a_number", "targets.csat_top2"),
        ({"targets": [1]}, "pilot.plan_not_a_table", "targets"),
        ({"coverage": {"funday": []}}, "pilot.plan_unknown_key", "coverage.funday"),
        ({"coverage": {"monday": [["9:00", "19:00"]]}}, "pilot.plan_hours", "coverage.monday"),
        ({"coverage": {"monday": [["09:00", "24:30"]]}}, "pilot.plan_hours", "coverage.monday"),
        ({"coverage": {"monday": "09:00-19:00"}}, "pilot.plan_hours", "coverage.monday"),
        ({"coverage": {"monday": [["19:00", "09:00"]]}}, "pilot.plan_hours_order", "coverage.monday"),
        (
            {"coverage": {"monday": [["09:00", "12:00"], ["11:00", "13:00"]]}},
            "pilot.plan_hours_order",
            "coverage.monday",
        ),
        (
            {"vendors": {"A": {"rubric": {"reports": 2}}}},
            "pilot.plan_key_missing",
            "vendors.A.rubric.on_time",
        ),
        (
            {"vendors": {"A": {"rubric": MARKS | {"on_time": 5}}}},
            "pilot.marks_outside",
            "vendors.A.rubric.on_time",
        ),
        (
            {"vendors": {"A": {"rubric": MARKS | {"on_time": 2.5}}}},
            "pilot.plan_not_whole",
            "vendors.A.rubric.on_time",
        ),
        (
            {"vendors": {"A": {"gates": {"data_incident": "no"}}}},
            "pilot.plan_not_yes_or_no",
            "vendors.A.gates.data_incident",
        ),
        (
            {"vendors": {"A": {"gates": {"critical_errors": False}}}},
            "pilot.plan_unknown_key",
            "vendors.A.gates.critical_errors",
        ),
        ({"exported_at": "soon"}, "pilot.plan_not_a_moment", "exported_at"),
        ({"start": "0001-01-01"}, "pilot.year_outside", "start"),
        ({"start": date(9999, 12, 30)}, "pilot.year_outside", "start"),
        ({"exported_at": "0001-01-01T00:00:00"}, "pilot.year_outside", "exported_at"),
        ({"exported_at": "9999-12-31T23:00:00-08:00"}, "pilot.year_outside", "exported_at"),
        (
            {"coverage": {"monday": [["09:00", "19:00"]]}, "closed_days": ["0001-01-01"]},
            "pilot.year_outside",
            "closed_days",
        ),
        ({"exported_at": "2026-10-04T23:59:00"}, "pilot.exported_before_start", "exported_at"),
        # Berlin is two hours ahead: midnight in Berlin is 22:00 UTC of the day before.
        ({"exported_at": "2026-10-04T22:00:00Z"}, "pilot.exported_before_start", "exported_at"),
    ],
)
def test_a_mistake_in_a_plan_is_refused_by_its_key(
    changes: dict[str, Any], code: str, key: str | None
) -> None:
    error = refusal(PLAN | changes)
    assert error.code == code
    assert error.values.get("key") == key
    for language in LANGUAGES:
        assert say(language, error.code, **error.values)


@pytest.mark.parametrize("key", ["start", "weeks", "zone"])
def test_a_plan_without_its_time_is_refused(key: str) -> None:
    error = refusal({name: value for name, value in PLAN.items() if name != key})
    assert (error.code, error.values["key"]) == ("pilot.plan_key_missing", key)


def test_a_misspelled_key_names_the_nearest_one() -> None:
    assert refusal(PLAN | {"wekes": 3}).values["nearest"] == "weeks"


def test_json_and_toml_spellings_of_a_plan_mean_the_same() -> None:
    as_json = parse(start="2026-10-05", targets={"csat_top2": 0.85})
    as_toml = parse(targets={"csat_top2": Decimal("0.85")})
    assert as_json == as_toml


def test_a_file_taken_in_the_first_minutes_of_the_pilot_is_accepted() -> None:
    plan = parse(exported_at="2026-10-05T00:01:00")
    assert plan.frame().cut_off == datetime(2026, 10, 4, 22, 1, tzinfo=UTC)


@pytest.mark.parametrize("start", ["1990-01-01", "2100-12-31"])
def test_the_first_and_the_last_year_of_a_plan_are_computed(start: str) -> None:
    assert parse(start=start).frame().week_starts


def test_what_a_plan_does_not_agree_follows_the_definition() -> None:
    row = instances(kpis())["frt_within.email"][1]
    assert target_of(parse(targets={"frt_within.email": 0.85}), row) == Decimal("0.85")
    assert target_of(parse(), row) == Decimal("0.90")
    assert target_of(None, row) == Decimal("0.90")


def test_marks_add_up_and_gates_are_kept_as_stated() -> None:
    stated = parse(vendors={"A": {"rubric": MARKS, "gates": {"data_incident": True}}, "B": {}}).vendors
    assert stated["A"].marks is not None
    assert stated["A"].marks.total == 15
    assert stated["A"].gates_missed == {"data_incident": True}
    assert stated["B"] == VendorStatement()


def test_a_vendor_of_the_plan_without_tickets_is_pointed_out() -> None:
    plan = parse(vendors={"Demo Nord": {}, "Demo  Sur": {}})
    found = vendors_without_tickets(plan, ["Demo Nord", "Demo Sur"])
    assert [(finding.code, finding.place) for finding in found] == [
        ("pilot.vendor_without_tickets", "Demo  Sur")
    ]


def test_coverage_keeps_its_wall_clock_when_summer_time_ends() -> None:
    hours = Coverage(hours={5: ((540, 1140),), 0: ((540, 1140),)})
    found = windows(hours, date(2026, 10, 24), date(2026, 10, 26), BERLIN)
    # Saturday 09:00 is 07:00 UTC in summer, Monday 09:00 is 08:00 UTC in winter; Sunday is free.
    assert found == (
        (datetime(2026, 10, 24, 7, tzinfo=UTC), datetime(2026, 10, 24, 17, tzinfo=UTC)),
        (datetime(2026, 10, 26, 8, tzinfo=UTC), datetime(2026, 10, 26, 18, tzinfo=UTC)),
    )


def test_a_day_around_the_clock_ends_at_the_next_midnight_and_holidays_are_free() -> None:
    hours = Coverage(hours={3: ((0, 1440),), 4: ((0, 1440),)}, closed_days=frozenset({date(2026, 12, 25)}))
    found = windows(hours, date(2026, 12, 24), date(2026, 12, 25), ZoneInfo("UTC"))
    assert found == ((datetime(2026, 12, 24, tzinfo=UTC), datetime(2026, 12, 25, tzinfo=UTC)),)


def test_the_hours_of_a_plan_reach_the_frame() -> None:
    plan = parse(coverage={"monday": [["09:00", "12:00"], ["13:00", "24:00"]]}, closed_days=["2026-10-12"])
    frame = plan.frame()
    assert frame.coverage is not None
    assert len(frame.coverage) == 2 * 4  # five Mondays from 5 October to 2 November, one of them closed
    assert parse().frame().coverage is None


def test_without_a_plan_weeks_are_counted_from_the_first_ticket() -> None:
    first = datetime(2026, 10, 5, 8, tzinfo=UTC)
    frame = frame_without_plan(first, first + timedelta(days=15), weeks_most=3)
    assert frame.week_starts == (first, first + timedelta(days=7), first + timedelta(days=14))
    assert (frame.start, frame.end, frame.coverage) == (None, None, None)


def test_a_time_longer_than_the_limit_is_not_divided_into_weeks() -> None:
    first = datetime(1, 1, 1, tzinfo=UTC)
    assert frame_without_plan(first, datetime(2026, 10, 5, tzinfo=UTC), weeks_most=104).week_starts == ()
    # Day 21 begins week 4.
    assert len(frame_without_plan(first, first + timedelta(days=20), weeks_most=3).week_starts) == 3
    assert frame_without_plan(first, first + timedelta(days=21), weeks_most=3).week_starts == ()


def test_a_week_without_a_case_has_no_value_rather_than_zero() -> None:
    counts = Measurement(
        instance="csat_top2",
        weeks=(WeekCount(week=1, k=9, n=10), WeekCount(week=2, k=0, n=0), WeekCount(week=3, k=0, n=50)),
    )
    first, empty, third = weekly(counts)
    assert (first.value, round(first.lower or 0, 4), round(first.upper or 0, 4)) == (0.9, 0.6523, 0.9774)
    assert (empty.n, empty.value, empty.lower, empty.upper) == (0, None, None, None)
    assert third.value == 0.0
