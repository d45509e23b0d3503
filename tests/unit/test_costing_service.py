"""The record read as an estimate: the worked example from its file to the printed digit, and what is missing."""

import json
import tomllib
from dataclasses import replace
from typing import Any

import pytest

from domain.costing.budget import budget_left
from domain.requirements.answers import Answer
from domain.requirements.record import Record, read_record
from domain.shared.outcomes import DomainError
from domain.shared.rounding import round_half_up
from services.catalog import catalog
from services.costing import cost_json, estimate_record
from services.costing_inputs import estimate_inputs, exchange, missing_for_estimate
from services.requirements import from_file
from services.sentences import explain, finding_sentence
from tests.portal_server import ROOT
from words import LANGUAGES

SAMPLE = tomllib.loads((ROOT / "data/samples/shenzhen-eu/requirements.toml").read_text(encoding="utf-8"))


def record(without: tuple[str, ...] = (), **changes: Any) -> Record:
    answers = {key: value for key, value in {**SAMPLE["answers"], **changes}.items() if key not in without}
    return from_file({**SAMPLE, "later": [], "answers": answers})[1]


def shown(value: float, digits: int = 0) -> str:
    return f"{round_half_up(value, digits):,}"


def test_the_worked_example_from_its_file_to_the_printed_digit() -> None:
    cost = cost_json(estimate_record(record()))
    staffing = cost["staffing"]
    assert shown(cost["demand"]["workload_hours"]) == "650"
    assert {channel: shown(hours) for channel, hours in cost["demand"]["channels"].items()} == {
        "email": "385",
        "marketplace": "50",
        "chat": "150",
        "phone": "65",
    }
    assert shown(staffing["coverage_hours_month"]) == "260"
    assert shown(staffing["productive_hours"], 1) == "812.5"
    assert shown(staffing["separate_hours"]) == "1,365"
    assert shown(staffing["pooled_hours"], 1) == "950.6"
    assert shown(staffing["paid_hours"]) == "1,358"
    assert shown(staffing["fte"], 1) == "7.8"


# The monthly table of the worked example, low / base / high, in EUR.
MONTHLY = {
    ("east", "productive_basis"): ("9,506", "13,309", "17,111"),
    ("east", "paid_basis"): ("13,580", "19,013", "24,445"),
    ("south", "productive_basis"): ("14,259", "17,587", "20,914"),
    ("south", "paid_basis"): ("20,371", "25,124", "29,877"),
    ("west", "productive_basis"): ("23,766", "28,519", "33,272"),
    ("west", "paid_basis"): ("33,951", "40,741", "47,531"),
}


@pytest.mark.parametrize(("region", "basis"), MONTHLY)
def test_the_monthly_table_of_the_worked_example(region: str, basis: str) -> None:
    month = cost_json(estimate_record(record()))["regions"][region][basis]
    assert tuple(shown(month[end]) for end in ("low", "base", "high")) == MONTHLY[region, basis]


def test_the_keys_of_cost_json_are_the_documented_ones() -> None:
    cost = json.loads(json.dumps(cost_json(estimate_record(record())), allow_nan=False))
    band = {"low", "base", "high"}
    assert set(cost) == {
        *("currency", "demand", "staffing", "regions", "findings", "countries", "year_one", "steady_state"),
        *(
            "basis_gap",
            "budget_left",
            "domestic",
            "split",
            "comparison",
            "quotes",
            "pool_steps",
            "alternatives",
            "advice",
            "break_even",
            "floors",
            "exchange",
            "uncertainty",
            "from",
        ),
    }
    assert set(cost["demand"]) == {
        *("contacts_month", "workload_hours", "effective_aht_s", "channels", "languages"),
    }
    assert set(cost["staffing"]) == {
        "coverage_hours_month",
        "productive_hours",
        "separate_hours",
        "pooled_hours",
        "idle_hours",
        "paid_hours",
        "fte",
    }
    assert list(cost["regions"]) == ["east", "south", "west"]
    for region in cost["regions"].values():
        assert set(region) == {"productive_basis", "paid_basis", "logged_in_basis"}
        assert all(set(month) == band for month in region.values())
    assert cost["currency"] == "EUR"


def test_figures_are_stored_unrounded() -> None:
    """950.625 / 0.7 paid hours, x 14 EUR; 950.625 x 18.5."""
    cost = cost_json(estimate_record(record()))
    assert cost["staffing"]["pooled_hours"] == pytest.approx(950.625, rel=1e-12)
    assert cost["regions"]["east"]["paid_basis"]["base"] == pytest.approx(19012.5, rel=1e-12)
    assert cost["regions"]["south"]["productive_basis"]["base"] == pytest.approx(17586.5625, rel=1e-12)


def test_per_contact_and_peak_of_the_worked_example() -> None:
    made = estimate_record(record())
    east = made.regions["east"]
    contacts = [month.per_contact for month in (east.productive_basis, east.paid_basis)]
    assert [shown(band.base, 2) for band in contacts] == ["2.22", "3.17"]  # type: ignore[union-attr]  # there are contacts
    assert made.peak is not None
    assert shown(made.peak.hours, 2) == "1,641.25"
    assert shown(made.peak.hours_ratio, 2) == "1.73"  # type: ignore[arg-type]  # assessed
    assert (made.peak.peak.months, made.peak.peak.multiplier, made.peak.peak.surcharge) == (2, 2.0, 0.15)


def test_of_several_peaks_the_strongest_counts_with_the_months_it_takes() -> None:
    """Of June, July, November and December the last three are at 1.8; July belongs to the stronger peak."""
    peaks = [
        {"name": "Summer", "months": [6, 7], "multiplier": 1.2, "lead_weeks": 4},
        {"name": "Christmas", "months": [11, 12, 7], "multiplier": 1.8, "lead_weeks": 4},
    ]
    peak = estimate_inputs(record(peaks=peaks)).peak
    assert peak is not None
    assert (peak.months, peak.multiplier) == (3, 1.8)


def test_without_peaks_there_is_none() -> None:
    assert estimate_record(record(peaks=[])).peak is None
    assert estimate_record(record(("peaks",))).peak is None


def test_a_budget_in_yuan_is_compared_at_the_typed_rate() -> None:
    """164,000 CNY at 8.20 CNY a euro are 20,000 EUR; an average month of the first year is set against them."""
    budget = {"amount": "164000", "currency": "CNY"}
    made = estimate_record(record(budget_month=budget))
    assert made.inputs.budget_month == pytest.approx(20_000)
    left = budget_left(made, "east")
    assert left is not None
    # Paid hours: 1,358.036 base + 81.482 reserve + 25 training + 189.100 peak + 56.585 Saturdays = 1,710.203.
    # x 10 / 18 EUR, + 480 tools + 900 manager, x 1.03: 19,036.48 / 33,128.55.
    assert (shown(left.low), shown(left.high)) == ("964", "-13,129")


@pytest.mark.parametrize("without", [("fx_cny_per_eur",), ("fx_date",), ("fx_cny_per_eur", "fx_date")])
def test_without_a_rate_and_its_date_yuan_are_not_compared(without: tuple[str, ...]) -> None:
    case = record(without, budget_month={"amount": "164000", "currency": "CNY"})
    assert exchange(case) is None
    made = estimate_record(case)
    assert made.inputs.budget_month is None
    assert budget_left(made, "east") is None


@pytest.mark.parametrize("currency", ["EUR", "CNY"])
def test_a_budget_of_nothing_is_refused_with_the_least_that_can_be_typed(currency: str) -> None:
    with pytest.raises(DomainError) as refusal:
        record(budget_month={"amount": "0", "currency": currency})
    assert refusal.value.code == "answer.below"
    assert "0.01" in explain("en", refusal.value)


def test_a_budget_in_dollars_cannot_be_compared_and_no_budget_is_not_zero() -> None:
    assert estimate_inputs(record(budget_month={"amount": "9000", "currency": "USD"})).budget_month is None
    assert estimate_inputs(record(("budget_month",))).budget_month is None
    assert estimate_inputs(record(budget_month={"amount": "9000", "currency": "EUR"})).budget_month == 9000


def test_the_typed_rate_carries_its_day() -> None:
    rate = exchange(record())
    assert rate is not None
    assert (rate.cny_per_eur, rate.on.isoformat()) == (8.2, "2026-11-20")


@pytest.mark.parametrize("question", ["channels", "contacts_month", "languages_share", "coverage"])
def test_a_missing_answer_is_named_in_a_sentence(question: str) -> None:
    case = record((question,), need_24_7=False)
    assert question in missing_for_estimate(case)
    with pytest.raises(DomainError) as refused:
        estimate_record(case)
    assert refused.value.code == "costing.answers_missing"
    asked = catalog().book.questions[refused.value.values["question"]].wording
    for language in LANGUAGES:
        assert asked[language] in explain(language, refused.value)


def test_nothing_answered_misses_all_four() -> None:
    empty = read_record(catalog().book, {})
    assert missing_for_estimate(empty) == ("channels", "contacts_month", "languages_share", "coverage")


def test_a_contact_count_that_is_not_given_is_not_zero() -> None:
    answers = dict(record().answers)
    answers["contacts_month"] = replace(answers["contacts_month"], state="later", value=None)
    assert isinstance(answers["contacts_month"], Answer)
    with pytest.raises(DomainError, match="answers_missing"):
        estimate_record(read_record(catalog().book, answers))


def test_around_the_clock_is_168_hours_a_week() -> None:
    """168 x 52 / 12 = 728 hours a month."""
    made = estimate_record(record(("coverage", "weekend"), need_24_7=True))
    assert made.inputs.coverage_hours_week == 168
    assert shown(made.staffing.coverage_hours_month) == "728"


def test_every_finding_of_the_sample_can_be_said_in_both_languages() -> None:
    """1-2 EUR a ticket lies below the cost of a contact in every region; Germany asks more for three languages."""
    made = estimate_record(record())
    assert [finding.place for finding in made.findings] == [
        *("regions.east", "regions.south", "regions.west"),
        *("premium_de_en", "premium_de_fr_es"),
    ]
    for finding in made.findings:
        english, chinese = finding_sentence("en", finding), finding_sentence("zh", finding)
        assert english != chinese
        assert "{" not in english + chinese


def test_parallel_chats_count_in_chat_only() -> None:
    assert estimate_inputs(record()).concurrency == {"chat": 2.0}
    no_chat = record(
        channels=["email"], contacts_month={"email": 3300}, aht_s={"email": 420}, need_24_7=False
    )
    assert estimate_inputs(no_chat).concurrency == {}
