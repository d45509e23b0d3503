"""The figures that checks get from the estimate and the pilot, on the worked example and without one."""

import math
from typing import Any

import pytest

from domain.pilot.sample_size import cases_to_prove, hoped_share
from domain.requirements.record import Record
from services.requirements import from_file
from services.requirements_checks import figures_of, findings_of
from services.samples import read_sample


def _record(sample: str = "shenzhen-eu", **changes: Any) -> Record:
    requirements = read_sample(sample)[0]
    answers = {key: value for key, value in (requirements["answers"] | changes).items() if value is not None}
    later = [question for question in requirements["later"] if question not in changes]
    return from_file({**requirements, "answers": answers, "later": later})[1]


@pytest.mark.parametrize(
    ("target", "true_share", "cases"),
    # Domain knowledge C.4: cases for an 80 % chance to pass, one-sided at 5 %.
    [
        (0.85, 0.88, 824), (0.85, 0.90, 283), (0.85, 0.92, 136), (0.80, 0.85, 368), (0.80, 0.90, 83),
        (0.70, 0.75, 501), (0.90, 0.93, 558), (0.90, 0.95, 184), (0.95, 0.98, 253), (0.05, 0.02, 253),
    ],
)  # fmt: skip
def test_the_cases_to_prove_a_target_are_those_of_the_table(
    target: float, true_share: float, cases: int
) -> None:
    assert cases_to_prove(target, true_share) == cases


def test_a_hoped_share_is_five_points_better_but_never_beyond_half_the_way() -> None:
    assert hoped_share(0.70, 0.05) == pytest.approx(0.75)
    assert hoped_share(0.96, 0.05) == pytest.approx(0.98)


def test_the_figures_of_the_worked_example_are_those_of_the_table() -> None:
    figures = figures_of(_record())
    # E.3: peak hours 1,641.25 over 950.625.
    assert figures.peak_hours_ratio == pytest.approx(1641.25 / 950.625)
    ticket = figures.ticket
    assert ticket is not None
    # E.3: 390 s at 10 EUR an hour and 80 %: 1.35 EUR; X-15: 3.4 to 6.9 minutes at 14 EUR.
    assert ticket.aht_s == pytest.approx(390)
    assert ticket.rate == 14
    assert ticket.needed == pytest.approx(1.354, abs=0.001)
    assert ticket.claim_low_pays_s / 60 == pytest.approx(3.43, abs=0.01)
    assert ticket.claim_high_pays_s / 60 == pytest.approx(6.86, abs=0.01)
    assert ticket.wanted == pytest.approx(20000 / 6000)


def test_the_pilot_gives_four_weeks_of_a_month_as_cases() -> None:
    evidence = {each.question: each for each in figures_of(_record()).evidence}
    # 6,000 contacts x 12 / 52 x 4 weeks = 5,538; 15 % of the customers rate; 600 calls give 554.
    assert evidence["resolution_target"].cases == pytest.approx(5538.46, abs=0.01)
    assert evidence["csat_target"].cases == pytest.approx(830.77, abs=0.01)
    assert evidence["phone_answer_share"].cases == pytest.approx(553.85, abs=0.01)
    assert (evidence["csat_target"].needed, evidence["fcr_target"].needed) == (184, 501)


def test_without_a_pilot_or_with_a_perfect_target_nothing_is_to_be_proven() -> None:
    assert figures_of(_record(pilot_planned=False)).evidence == ()
    assert "csat_target" not in {each.question for each in figures_of(_record(csat_target=1)).evidence}


def test_where_nothing_can_be_estimated_the_other_checks_still_speak() -> None:
    record = _record(languages_share=None, standard_reply_h=3)
    figures = figures_of(record)
    assert (figures.peak_hours_ratio, figures.ticket) == (None, None)
    codes = {finding.code.rpartition(".")[2] for finding in findings_of(record)}
    assert {"missing", "high_value_slower"} <= codes
    assert "reserve_below_peak" not in codes


def test_no_contacts_at_all_give_no_figures_and_break_nothing() -> None:
    nobody = dict.fromkeys(("email", "marketplace", "chat", "phone"), 0)
    figures = figures_of(_record(contacts_month=nobody, billing_model="per_ticket"))
    assert figures.ticket is None
    assert figures.peak_hours_ratio is None or not math.isnan(figures.peak_hours_ratio)


def test_domestic_service_is_not_measured_by_european_rates() -> None:
    assert figures_of(_record("tmall-cosmetics")).ticket is None


def test_the_same_answers_are_checked_once_and_others_anew() -> None:
    assert findings_of(_record()) is findings_of(_record())
    codes = {finding.code.rpartition(".")[2] for finding in findings_of(_record(extra_staff_priced=True))}
    assert codes == {"target_out_of_reach"}


def test_times_of_kpis_are_those_of_the_channels_in_use_in_the_unit_of_the_question() -> None:
    # Definitions: e-mail and marketplace 24 h (3 h only where a plan agrees to them), chat 30 s, phone 20 s.
    times = figures_of(_record()).kpi_times
    assert {question: set(values) for question, values in times.items()} == {
        "standard_reply_h": {24.0},
        "chat_reply_s": {30.0},
        "phone_answer_s": {20.0},
    }
    assert set(figures_of(_record("tmall-cosmetics")).kpi_times) == {"chat_reply_s"}


def test_a_target_that_its_kpi_cannot_take_stops_the_requirements() -> None:
    # data/kpis: both may be set between 50 % and 98 %; the questions let 99 % through.
    for question in ("csat_target", "phone_answer_share"):
        blockers = [
            finding.place
            for finding in findings_of(_record("shenzhen-eu", **{question: 0.99}))
            if finding.code.endswith("target_outside_kpi") and finding.severity == "blocker"
        ]
        assert blockers == [question]
