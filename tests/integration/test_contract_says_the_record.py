"""The contract says what the record says: holidays, prices, data terms, peaks, flows, clocks."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from domain.contract.terms import Term
from domain.shared.money import Money
from domain.shared.people import Actor
from services.catalog import catalog
from services.contract import ProjectContract, read_contract
from services.requirements import save_answer
from services.samples import open_sample
from tests.requirements_case import a_desk


@pytest.fixture
def actor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Actor]:
    with a_desk(tmp_path, monkeypatch, "en") as desk:
        yield desk.actor


@pytest.fixture
def project(actor: Actor) -> str:
    return open_sample(actor)


def term(made: ProjectContract, field: str) -> Term:
    assert made.contract is not None
    return made.contract.agreement.terms[field]


def text_of(made: ProjectContract, *places: str) -> str:
    """English words of these clauses and annexes."""
    assert made.contract is not None
    agreement = made.contract.agreement
    found = [p.text("en") for a in agreement.articles if a.clause.id in places for p in a.paragraphs]
    for annex in (each for each in agreement.annexes if each.id in places):
        for part in annex.parts:
            found += [paragraph.text("en") for paragraph in part.paragraphs]
            found += [cell.en for row in (part.table.rows if part.table else ()) for cell in row]
    return "\n".join(found)


def test_public_holidays_that_are_served_are_service_days_everywhere(actor: Actor, project: str) -> None:
    save_answer(actor, project, "holiday_calendar", "none")
    made = read_contract(actor, project)
    clause, annex = text_of(made, "hours_coverage"), text_of(made, "service")
    assert "Public holidays are days of service like any other" in clause
    assert "both the Service Clock and the Calendar Clock keep running" in clause
    assert "no human service" not in clause + annex
    assert "served like any other day" in annex
    # Business days, by which notices are counted, still need a calendar: the Polish vendor's.
    assert "of the following place: Poland" in text_of(made, "definitions")


def test_a_holiday_rule_nobody_chose_is_shown_as_a_default(actor: Actor, project: str) -> None:
    assert term(read_contract(actor, project), "holiday_service").detail is None
    save_answer(actor, project, "holiday_calendar", None)
    for field in ("holiday_service", "holiday_calendar"):
        detail = term(read_contract(actor, project), field).detail
        assert detail is not None
        assert detail.en == "default of the questionnaire, not confirmed"


BILLED = {
    "hourly": {"billing_basis", "rate_hour", "hours_month", "fee_month"},
    "per_ticket": {"rate_ticket"},
    "seat_month": {"rate_seat_month", "seats"},
    "fixed_month": {"fee_fixed_month"},
    "hybrid": {"fee_base_month", "tickets_in_base", "rate_ticket"},
}


@pytest.mark.parametrize("model", list(BILLED))
def test_a_billing_model_prints_its_own_prices_and_no_others(actor: Actor, project: str, model: str) -> None:
    save_answer(actor, project, "billing_model", model)
    made = read_contract(actor, project)
    assert made.contract is not None
    others = set().union(*BILLED.values()) - BILLED[model]
    assert BILLED[model] <= made.contract.agreement.in_use
    assert not others & made.contract.agreement.in_use
    # A price is the vendor's to name; where the estimate has none, the cover lists a blank.
    unpriced = {name for name in BILLED[model] if name not in {*BILLED["hourly"], "seats"}}
    assert unpriced <= set(made.contract.blanks)
    printed = text_of(made, "fees", "prices", "peak_plan", "forecast_volume")
    assert ("€20 " in printed) == (model == "hourly")
    assert ("Night surcharge" in printed) == (model == "hourly")
    assert ("minimum billable volume" in printed) == (model in {"hourly", "per_ticket", "hybrid"})
    assert "billable unit" in text_of(made, "fees")


def test_a_rate_billed_by_the_paid_hour_is_converted_with_its_hours(actor: Actor, project: str) -> None:
    save_answer(actor, project, "billing_basis", "paid_hour")
    made = read_contract(actor, project)
    # E.3: 14 EUR a paid hour, 1,358 paid hours; 950.6 productive hours are 70 % of them.
    assert term(made, "rate_hour").value == Money(amount=Decimal(14), currency="EUR")
    assert round(Decimal(str(term(made, "hours_month").value))) == 1358
    assert "the Paid Hour as defined" in text_of(made, "fees")


def test_a_rate_per_logged_in_hour_is_left_to_be_agreed(actor: Actor, project: str) -> None:
    save_answer(actor, project, "billing_basis", "logged_in_hour")
    made = read_contract(actor, project)
    assert made.contract is not None
    assert {"rate_hour", "hours_month", "fee_month"} <= set(made.contract.blanks)


def test_the_peak_plan_is_due_when_the_peak_calendar_says(actor: Actor, project: str) -> None:
    # The sample's peak has a lead time of four weeks; the clause's own default is two.
    made = read_contract(actor, project)
    assert "sign a peak plan at least 4 weeks in advance" in text_of(made, "peak_plan")
    assert "4 weeks" in text_of(made, "peaks")


def test_a_peak_with_days_of_its_own_is_not_stretched_to_whole_months(actor: Actor, project: str) -> None:
    cyber = {"name": "Cyber week", "start": "11-20", "end": "12-03", "multiplier": 2.0, "lead_weeks": 4}
    save_answer(actor, project, "peaks", [cyber])
    made = read_contract(actor, project)
    for part in ("peak_plan", "peaks"):
        assert "20 Nov–3 Dec" in text_of(made, part)


def test_the_day_the_data_terms_were_signed_is_printed_and_clears_the_pilot(
    actor: Actor, project: str
) -> None:
    made = read_contract(actor, project)
    assert made.contract is not None
    # The sample signed on 28 September 2026, a week before its pilot begins.
    assert made.contract.agreement.case.data_terms_signed_on == date(2026, 9, 28)
    assert "28 Sept 2026" in text_of(made, "pilot_agreement") or "28 Sep 2026" in text_of(
        made, "pilot_agreement"
    )
    assert [found for found in made.contract.findings if found.severity == "blocker"] == []
    save_answer(actor, project, "data_terms_signed_on", None)
    unsigned = read_contract(actor, project).contract
    assert unsigned is not None
    assert "contract.finding.no_dpa_before_pilot" in {found.code for found in unsigned.findings}
    assert "data_terms_signed_on" in unsigned.blanks


def test_only_flows_that_occur_are_listed(actor: Actor, project: str) -> None:
    # The sample sells in four EU countries and has no subsidiary there.
    flows = text_of(read_contract(actor, project), "transfers")
    assert "EEA vendor (processor)" in flows
    assert "EU subsidiary of the merchant" not in flows
    assert "consumers in China" not in flows


def test_the_kpi_annex_names_channel_and_clock_of_each_kpi(actor: Actor, project: str) -> None:
    made = read_contract(actor, project).contract
    assert made is not None
    for line in made.agreement.facts.kpis:
        assert "clock" in line.definition.en or "queue time" in line.definition.en, line.id
        assert "时钟" in line.definition.zh or "计时" in line.definition.zh, line.id
    short = next(line for line in made.agreement.facts.kpis if line.id == "service_level_phone")
    limit = catalog().pilot_rules.short_abandon_s.value
    assert f"more than {limit} seconds" in short.definition.en
    assert f"超过 {limit} 秒" in short.definition.zh
