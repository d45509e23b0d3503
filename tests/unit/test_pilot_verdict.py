from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from domain.pilot.measurement import Measurement
from domain.pilot.plan import PilotPlan, ReportMarks, VendorStatement
from domain.pilot.scorecard import Scorecard, score
from domain.shared.outcomes import NotAssessed
from tests.pilot_case import kpis, rules

MARKS = ReportMarks(
    reports=4,
    marks={"on_time": 4, "complete": 4, "recomputable": 3, "root_cause": 3, "actions": 3},
)
# A vendor who keeps every target beyond doubt: hits and cases per instance.
GOOD = {
    "accuracy_rate": (297, 300),
    "csat_top2": (290, 300),
    "escalation_on_time": (150, 150),
    "frt_within.email": (580, 600),
    "frt_within.marketplace": (150, 150),
    "frt_within.marketplace_3h": (148, 150),
    "frt_within.chat": (290, 300),
    "qa_critical_error_rate": (0, 300),
    "service_level_phone": (140, 150),
}


def counted(changes: dict[str, tuple[int, int]] | None = None) -> dict[str, Measurement]:
    """Measurements; (0, 0) stands for no data at all."""
    made = {}
    for instance, (k, n) in (GOOD | (changes or {})).items():
        gap = None if n else NotAssessed("nothing_sampled")
        made[instance] = Measurement(instance=instance, n_total=n, n=n, k=k, gap=gap)
    return made


def card(
    measured: dict[str, Measurement] | None = None,
    *,
    weeks: int = 2,
    marks: ReportMarks | None = MARKS,
    gates: dict[str, bool] | None = None,
) -> Scorecard:
    plan = PilotPlan(
        start=date(2026, 10, 5),
        weeks=weeks,
        zone="UTC",
        vendors={"A": VendorStatement(marks=marks, gates_missed=gates or {})},
    )
    return score("A", measured or counted(), kpis=kpis(), rules=rules(), plan=plan)


def grounds(scorecard: Scorecard) -> set[tuple[str, str]]:
    return {(ground.code, ground.about) for ground in scorecard.grounds}


def test_a_vendor_who_keeps_everything_passes() -> None:
    assert card().verdict == "pass"
    assert grounds(card()) == {("all_met", "")}


def test_the_total_is_the_weighted_mean_of_the_criteria() -> None:
    # Speed, accuracy, complaints and satisfaction at 100; reports 17 of 20: target 15, stretch 17.5,
    # so 80 + 20 x 2 / 2.5 = 96. Satisfaction 290/300 = 0.9667 is above the stretch 0.95.
    result = card()
    assert {one.id: one.points for one in result.criteria}["reporting"] == pytest.approx(96)
    assert result.points == pytest.approx(25 + 25 + 20 + 20 + 9.6)


def test_a_missed_must_kpi_fails_even_with_full_points_elsewhere() -> None:
    result = card(counted({"frt_within.chat": (200, 300)}))
    assert result.verdict == "fail"
    assert ("must_failed", "frt_within.chat") in grounds(result)


def test_a_missed_kpi_that_is_not_a_must_does_not_fail_by_itself() -> None:
    # 115/150 = 0.767, bounds 0.706 and 0.818: inconclusive at 80 %; 100/150 has an upper bound of 0.727.
    result = card(counted({"service_level_phone": (100, 150)}))
    assert result.kpis["service_level_phone"].status == "fail"
    assert result.verdict == "pass"


def test_an_inconclusive_must_kpi_extends_until_the_longest_pilot_is_reached() -> None:
    measured = counted({"csat_top2": (273, 300)})
    assert card(measured, weeks=3).verdict == "extend"
    last = card(measured, weeks=4)
    assert last.verdict == "fail"
    assert ("no_time_left", "") in grounds(last)


def test_a_criterion_without_data_is_not_assessed_and_cannot_pass() -> None:
    result = card(marks=None)
    assert result.verdict == "extend"
    assert result.points is None
    assert {one.id: one.points for one in result.criteria}["reporting"] is None
    assert card(marks=None, weeks=4).verdict == "fail"


def test_a_must_kpi_that_nobody_could_assess_cannot_pass() -> None:
    # Accuracy as a criterion is assessed by its critical errors alone, its must-KPI is not.
    result = card(counted({"accuracy_rate": (0, 0)}))
    assert result.verdict == "extend"
    assert ("must_not_assessed", "accuracy_rate") in grounds(result)


def test_a_channel_without_tickets_holds_nobody_up() -> None:
    measured = counted()
    measured["frt_within.chat"] = Measurement(instance="frt_within.chat", gap=NotAssessed("channel_absent"))
    assert card(measured).verdict == "pass"


def test_a_time_that_nobody_agreed_to_is_not_judged() -> None:
    # 60 of 150 misses 90 % beyond doubt; the plan of `card` names no target for three hours.
    late = counted({"frt_within.marketplace_3h": (60, 150)})
    silent = card(late)
    assert silent.kpis["frt_within.marketplace_3h"].reason == NotAssessed("target_not_agreed")
    assert silent.verdict == "pass"
    plan = PilotPlan(
        start=date(2026, 10, 5),
        weeks=2,
        zone="UTC",
        targets={"frt_within.marketplace_3h": Decimal("0.90")},
        vendors={"A": VendorStatement(marks=MARKS)},
    )
    assert (
        score("A", late, kpis=kpis(), rules=rules(), plan=plan).kpis["frt_within.marketplace_3h"].status
        == "fail"
    )


@pytest.mark.parametrize(
    ("errors", "sampled", "status", "verdict"),
    [
        # One-sided bounds: 0/52 up to 4.95 %, 0/51 up to 5.04 %; 5/30 from 8.4 % on.
        (0, 52, "kept", "pass"),
        (0, 51, "open", "extend"),
        (5, 30, "missed", "fail"),
        (0, 0, "open", "extend"),
    ],
)
def test_the_gate_of_critical_errors_uses_its_own_counts(
    errors: int, sampled: int, status: str, verdict: str
) -> None:
    result = card(counted({"qa_critical_error_rate": (errors, sampled)}))
    assert result.gates[0].status == status
    assert result.verdict == verdict


def test_a_stated_gate_that_was_missed_fails() -> None:
    result = card(gates={"data_incident": True, "dpa_unsigned": False})
    assert result.verdict == "fail"
    statuses = {gate.id: gate.status for gate in result.gates}
    assert statuses["data_incident"] == "missed"
    assert statuses["dpa_unsigned"] == "kept"
    assert statuses["falsified_report"] == "not_stated"


def test_a_criterion_below_sixty_blocks_a_pass_and_is_final_when_nothing_is_open() -> None:
    # Reports with 13 of 20: floor 12, target 15, so 80 x 1/3 = 26.7 points.
    weak = ReportMarks(
        reports=2, marks={"on_time": 3, "complete": 3, "recomputable": 3, "root_cause": 2, "actions": 2}
    )
    result = card(marks=weak)
    assert {one.id: one.points for one in result.criteria}["reporting"] == pytest.approx(80 / 3)
    assert result.verdict == "fail"
    assert grounds(result) == {("criterion_low", "reporting")}


def test_a_total_exactly_at_the_pass_mark_passes() -> None:
    # 75 points: only the threshold moves, to the very total of this vendor.
    result = card()
    assert result.points is not None
    at = replace(rules().pass_score, value=type(rules().pass_score.value)("99.6"))
    plan = PilotPlan(
        start=date(2026, 10, 5), weeks=4, zone="UTC", vendors={"A": VendorStatement(marks=MARKS)}
    )
    again = score("A", counted(), kpis=kpis(), rules=replace(rules(), pass_score=at), plan=plan)
    assert again.verdict == "pass"


def test_without_a_plan_reporting_is_not_assessed_and_nothing_can_pass() -> None:
    result = score("A", counted(), kpis=kpis(), rules=rules(), plan=None)
    assert result.kpis["report_quality"].status == "not_assessed"
    assert result.verdict == "extend"
    assert result.weeks is None


def test_a_scorecard_carries_the_rules_and_versions_it_rests_on() -> None:
    result = card()
    assert result.rules.version == 1
    assert {one.version for one in result.kpis.values()} == {1}
    assert [criterion.weight for criterion in result.rules.criteria] == [25, 25, 20, 20, 10]
