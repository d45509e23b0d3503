from decimal import Decimal

import pytest

from domain.pilot.bounds import Bounds, wilson
from domain.pilot.decide import decide, judge, judge_reports, points
from domain.pilot.measurement import Measurement
from domain.pilot.plan import ReportMarks
from domain.shared.outcomes import NotAssessed
from tests.pilot_case import kpis, rules


@pytest.mark.parametrize(
    ("k", "n", "target", "status"),
    [
        # One-sided bounds of 270/300 are 0.8678 and 0.9250.
        (270, 300, "0.86", "pass"),
        (270, 300, "0.90", "inconclusive"),
        (270, 300, "0.93", "fail"),
    ],
)
def test_more_is_better_needs_the_lower_bound_to_pass(k: int, n: int, target: str, status: str) -> None:
    assert decide(wilson(k, n), Decimal(target), "up") == status


@pytest.mark.parametrize(
    ("k", "n", "target", "status"),
    [
        # One-sided bounds of 0/50 are 0 and 0.0513; of 45/50 0.8085 and 0.9505.
        (0, 50, "0.06", "pass"),
        (0, 50, "0.05", "inconclusive"),
        (45, 50, "0.80", "fail"),
    ],
)
def test_less_is_better_needs_the_upper_bound_to_pass(k: int, n: int, target: str, status: str) -> None:
    assert decide(wilson(k, n), Decimal(target), "down") == status


def test_a_bound_exactly_at_the_target_keeps_it() -> None:
    assert decide(Bounds(0.9, 0.95), Decimal("0.9"), "up") == "pass"
    assert decide(Bounds(0.8, 0.9), Decimal("0.9"), "up") == "inconclusive"
    assert decide(Bounds(0.0, 0.01), Decimal("0.01"), "down") == "pass"
    assert decide(Bounds(0.01, 0.02), Decimal("0.01"), "down") == "inconclusive"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        # Target 0.90: floor 0.90 - 0.2 x 0.90 = 0.72, stretch 0.90 + 0.5 x 0.10 = 0.95.
        (0.50, 0.0),
        (0.72, 0.0),
        (0.81, 40.0),
        (0.90, 80.0),
        (0.925, 90.0),
        (0.95, 100.0),
        (1.0, 100.0),
    ],
)
def test_points_run_from_floor_over_target_to_stretch(value: float, expected: float) -> None:
    scale = kpis()["frt_within"].scale
    assert points(value, Decimal("0.90"), scale, target_points=Decimal(80)) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        # Target 0.01, less is better: floor 0.01 + 0.2 x 0.99 = 0.208, stretch 0.005.
        (0.0, 100.0),
        (0.005, 100.0),
        (0.0075, 90.0),
        (0.01, 80.0),
        (0.109, 40.0),
        (0.208, 0.0),
        (0.5, 0.0),
    ],
)
def test_points_of_an_error_rate_run_the_other_way(value: float, expected: float) -> None:
    scale = kpis()["qa_critical_error_rate"].scale
    assert points(value, Decimal("0.01"), scale, target_points=Decimal(80)) == pytest.approx(expected)


def _counts(**given: object) -> Measurement:
    return Measurement(instance="frt_within.email", **given)  # type: ignore[arg-type]  # the tests give fields by name


def _status(counts: Measurement) -> tuple[str, str]:
    result = judge(counts, kpis()["frt_within"], Decimal("0.90"), rules())
    return result.status, result.reason.reason if result.reason else ""


def test_fifty_cases_are_enough_and_forty_nine_are_not() -> None:
    assert _status(_counts(n=50, k=50)) == ("pass", "")
    assert _status(_counts(n=49, k=49)) == ("not_assessed", "too_few")


def test_what_is_not_assessed_has_neither_value_nor_points_but_keeps_its_count() -> None:
    result = judge(_counts(n=49, k=49), kpis()["frt_within"], Decimal("0.90"), rules())
    assert (result.value, result.lower, result.upper, result.points) == (None, None, None, None)
    assert result.n == 49


def test_five_percent_missing_are_allowed_and_more_are_not() -> None:
    assert _status(_counts(n=95, k=95, n_missing=5)) == ("pass", "")
    assert _status(_counts(n=94, k=94, n_missing=6)) == ("not_assessed", "missing_values")


def test_a_survey_with_less_than_ten_percent_answers_is_not_assessed() -> None:
    assert _status(_counts(n=100, k=100, response_share=0.10)) == ("pass", "")
    assert _status(_counts(n=100, k=100, response_share=0.099)) == ("not_assessed", "low_response")


def test_without_any_data_there_is_no_n() -> None:
    result = judge(_counts(gap=NotAssessed("channel_absent")), kpis()["frt_within"], Decimal("0.90"), rules())
    assert (result.status, result.n) == ("not_assessed", None)


@pytest.mark.parametrize(("marks", "status"), [((3, 3, 3, 3, 3), "pass"), ((3, 3, 3, 3, 2), "fail")])
def test_fifteen_of_twenty_points_for_reports_pass(marks: tuple[int, ...], status: str) -> None:
    items = [item.id for item in rules().rubric.items]
    given = ReportMarks(reports=2, marks=dict(zip(items, marks, strict=True)))
    result = judge_reports(given, kpis()["report_quality"], "report_quality", Decimal(15), rules())
    assert (result.status, result.lower, result.upper) == (status, None, None)


def test_one_report_is_too_few_to_judge() -> None:
    given = ReportMarks(reports=1, marks={"on_time": 4})
    result = judge_reports(given, kpis()["report_quality"], "report_quality", Decimal(15), rules())
    assert result.status == "not_assessed"
    assert result.reason == NotAssessed("too_few_reports", {"n": 1, "n_min": 2})
