"""What a scenario changes: stored and read back unchanged, told apart, and priced under its own source."""

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import words
from domain.costing.currency import CURRENCIES, ExchangeRate
from domain.costing.draws import Range
from domain.costing.hours import BASES
from domain.costing.scenario import (
    NO_OVERRIDES,
    OverrideChange,
    Overrides,
    TypedRate,
    as_plain,
    changes,
    from_plain,
    with_typed_rates,
)
from domain.shared.outcomes import DomainError
from services.catalog import catalog
from services.costing import estimate_record
from services.costing_baseline import checked, scenario_questions, with_overrides
from services.sentences import explain
from tests.costing_case import RECORD
from tests.portal_server import ROOT

DAY = date(2026, 11, 22)
SIXTEEN = TypedRate(low=Decimal("15.50"), high=Decimal("16.50"), read_as="productive_hour", on=DAY)

days = st.dates(date(2000, 1, 1), date(2100, 1, 1))
amounts = st.decimals("0.01", "9999", places=2)
typed_rates = st.builds(
    lambda ends, basis, on: TypedRate(low=min(ends), high=max(ends), read_as=basis, on=on),
    st.tuples(amounts, amounts),
    st.sampled_from(BASES),
    days,
)
exchanges = st.lists(
    st.builds(
        ExchangeRate,
        currency=st.sampled_from(CURRENCIES[1:]),
        per_eur=st.floats(0.001, 1000),
        on=days,
        kind=st.sampled_from(["typed", "ecb"]),
    ),
    max_size=4,
    unique_by=lambda rate: rate.currency,
).map(tuple)
ranges = st.builds(
    lambda ends: Range(low=min(ends), high=max(ends)), st.tuples(st.floats(0, 9000), st.floats(0, 9000))
)
overrides = st.builds(
    Overrides,
    answers=st.dictionaries(st.sampled_from(["occupancy", "shrinkage"]), st.floats(0.3, 0.9)),
    rates=st.dictionaries(st.sampled_from(["east", "PL"]), typed_rates),
    exchange=exchanges,
    ranges=st.dictionaries(st.sampled_from(["volume", "aht_s.email"]), ranges),
)


@given(overrides)
def test_what_is_stored_is_read_back_unchanged(given_: Overrides) -> None:
    assert from_plain(as_plain(given_)) == given_
    assert changes(given_, from_plain(as_plain(given_))) == ()


@given(overrides, overrides)
def test_changes_are_everything_that_differs_and_nothing_else(before: Overrides, after: Overrides) -> None:
    found = changes(before, after)
    assert bool(found) == (as_plain(before) != as_plain(after))
    assert all(each.before != each.after for each in found)


def test_a_change_says_what_was_and_what_is() -> None:
    before = Overrides(answers={"occupancy": 0.8, "shrinkage": 0.3})
    after = Overrides(answers={"occupancy": 0.75}, ranges={"aht_s.email": Range(low=300, high=500)})
    assert changes(before, after) == (
        OverrideChange(part="answers", key="occupancy", before=0.8, after=0.75),
        OverrideChange(part="answers", key="shrinkage", before=0.3, after=None),
        OverrideChange(part="ranges", key="aht_s.email", before=None, after={"low": 300, "high": 500}),
    )


@pytest.mark.parametrize(
    "broken",
    [
        {},
        {"answers": {}, "rates": {"east": {"low": "ten"}}, "exchange": {}, "ranges": {}},
        {"answers": {}, "rates": [], "exchange": {}, "ranges": {}},
        {
            "answers": {},
            "rates": {},
            "exchange": {"CNY": {"per_eur": 8, "on": "2026-11-22", "kind": "guess"}},
            "ranges": {},
        },
    ],
)
def test_what_no_scenario_wrote_is_refused(broken: dict[str, Any]) -> None:
    with pytest.raises(DomainError) as refused:
        from_plain(broken)
    assert refused.value.code == "costing.scenario_unreadable"


@pytest.mark.parametrize(("low", "high"), [("0", "10"), ("11", "10"), ("NaN", "10"), ("1", "Infinity")])
def test_a_rate_that_is_no_price_is_refused(low: str, high: str) -> None:
    with pytest.raises(DomainError) as refused:
        TypedRate(low=Decimal(low), high=Decimal(high), read_as="paid_hour", on=DAY)
    assert refused.value.code == "costing.quote_outside"


@pytest.mark.parametrize(("low", "high"), [(2.0, 1.0), (float("nan"), 1.0), (0.0, float("inf"))])
def test_a_range_that_is_none_is_refused(low: float, high: float) -> None:
    with pytest.raises(DomainError) as refused:
        Range(low=low, high=high)
    assert refused.value.code == "costing.range_disordered"
    assert explain("en", refused.value).startswith("A range needs two numbers")


def test_a_typed_rate_stands_in_its_place_under_its_own_source() -> None:
    published = catalog().rates
    east, south, west = with_typed_rates(published, {"east": SIXTEEN})
    assert (east.id, east.band.ends, east.read_as) == ("east", (15.5, 16.0, 16.5), "productive_hour")
    assert east.origin.source == "own_figure"
    assert catalog().sources[east.origin.source].kind == "own"
    assert (south, west) == published[1:]


def test_the_estimate_of_a_scenario_has_its_answers_rates_and_exchange() -> None:
    frozen = ExchangeRate(currency="CNY", per_eur=7.5, on=DAY, kind="ecb")
    made = estimate_record(
        RECORD,
        overrides=Overrides(
            answers={"occupancy": 0.75, "shrinkage": 0.25}, rates={"east": SIXTEEN}, exchange=(frozen,)
        ),
    )
    assert (made.inputs.occupancy, made.inputs.shrinkage) == (0.75, 0.25)
    # 650 hours of work over 0.75; pools DE+EN 433.3, FR+IT 303.3, ES on its floor of 260 hours.
    assert made.staffing.pooled_hours == pytest.approx(650 * 0.5 / 0.75 + 650 * 0.35 / 0.75 + 260)
    assert made.regions["east"].as_read.base == pytest.approx(made.staffing.pooled_hours * 16)
    assert made.exchange.rates["CNY"] == frozen


def test_a_country_and_a_domestic_model_can_be_typed_over_too() -> None:
    made = estimate_record(RECORD, overrides=Overrides(rates={"PL": SIXTEEN, "cn_hourly": SIXTEEN}))
    assert made.countries["PL"].rate.origin.source == "own_figure"
    hourly = next(model for model in made.pricing.rate_library.domestic if model.id == "cn_hourly")
    assert (hourly.low, hourly.read_as) == (Decimal("15.50"), "productive_hour")


def test_no_overrides_change_nothing() -> None:
    assert NO_OVERRIDES.is_empty
    assert with_overrides(RECORD, NO_OVERRIDES) is RECORD
    assert estimate_record(RECORD, overrides=NO_OVERRIDES) == estimate_record(RECORD)


def test_laying_a_scenario_over_twice_is_the_same_as_once() -> None:
    given_ = Overrides(answers={"contacts_month": {"email": 100}, "language_pools": []})
    once = with_overrides(RECORD, given_)
    assert with_overrides(once, given_) == once


def test_an_answer_its_question_refuses_by_now_leaves_the_record_as_it_is() -> None:
    refused = Overrides(answers={"occupancy": 7, "shrinkage": 0.2})
    changed = with_overrides(RECORD, refused)
    assert changed.value("occupancy") == RECORD.value("occupancy")
    assert changed.value("shrinkage") == 0.2


@pytest.mark.parametrize(
    "question",
    [
        "contacts_month",
        "aht_s",
        "coverage",
        "language_pools",
        "occupancy",
        "shrinkage",
        "region_chosen",
        "vendor_country",
        "billing_model",
        "billing_basis",
        "peaks",
        "chat_concurrency",
        "weekly_contract_hours",
    ],
)
def test_what_a_cost_depends_on_can_be_changed_in_a_scenario(question: str) -> None:
    assert question in scenario_questions()


def test_what_it_does_not_depend_on_cannot() -> None:
    with pytest.raises(DomainError) as refused:
        checked(Overrides(answers={"merchant_name": "Muster"}))
    assert refused.value.code == "scenarios.not_a_cost_question"
    assert "merchant_name" not in explain("en", refused.value)  # the question is named in words


def test_a_rate_of_nowhere_is_refused() -> None:
    with pytest.raises(DomainError) as refused:
        checked(Overrides(rates={"atlantis": SIXTEEN}))
    assert refused.value.code == "scenarios.place_unknown"


def test_answers_are_refused_as_in_the_questionnaire() -> None:
    with pytest.raises(DomainError) as refused:
        checked(Overrides(answers={"occupancy": 1.5}))
    assert refused.value.code.startswith("answer.")
    assert checked(replace(NO_OVERRIDES, answers={"occupancy": 0.7})).answers == {"occupancy": 0.7}


SERVICES = "\n".join(
    path.read_text(encoding="utf-8") for path in sorted((ROOT / "services").glob("costing_*.py"))
)
# What was done, for the audit, and names of files.
DONE = {"add", "change", "delete", "restore", "json"}
CODES = sorted(
    code
    for code in set(re.findall(r'"((?:scenarios|quotes)\.\w+)"', SERVICES))
    if code.partition(".")[2] not in DONE
)


@pytest.mark.parametrize("code", CODES)
def test_every_refusal_has_a_sentence_in_both_languages_with_the_same_values(code: str) -> None:
    zh, en = (set(re.findall(r"\{(\w+)\}", words.table(language)[code])) for language in words.LANGUAGES)
    assert zh == en


def test_there_are_refusals_to_check() -> None:
    assert {"scenarios.not_owner", "scenarios.is_baseline", "quotes.choice_unknown"} <= set(CODES)
