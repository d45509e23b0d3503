"""The first page of a request, its twelve months, and the terms of the contract it names."""

from datetime import date

import pytest

from services.costing import estimate_record
from services.costing_staffing import staffing_plan
from services.samples import SAMPLES
from services.sourcing import make_request, request_json
from tests.sourcing_sample import TODAY, ids, made, record_of


@pytest.mark.parametrize("sample", SAMPLES)
@pytest.mark.parametrize("start", [None, "2027-05-15"])
def test_request_and_cost_count_the_same_twelve_months(sample: str, start: str | None) -> None:
    record = record_of(sample, contract_start=start)
    told = request_json(make_request(record, None, anonymous=False, today=TODAY))["figures"]["months"]
    year = staffing_plan(record).year
    assert [each["contacts"] for each in told] == pytest.approx([month.contacts for month in year.months])


def test_a_launch_alone_opens_the_year_that_request_and_cost_count() -> None:
    """6,000 contacts, growth 100 %, a launch doubling 1 September to 26 October 2027 (8 weeks), no start, no peaks.

    September is month 1: factor 2 x (1 + 0.5/12) = 2.083333; October month 2, 26 of 31 days doubled:
    57/31 x (1 + 1.5/12) = 2.068548; months 3 to 12: 10 + (2.5 + 3.5 + ... + 11.5)/12 = 10 + 70/12 = 15.833333.
    Together 19.985215 ordinary months, 119,911.29 contacts. Counted from January it would be more.
    """
    launch = {"name": "Tent", "on": "2027-09-01", "weeks": 8, "multiplier": 2.0}
    record = record_of(contract_start=None, growth_year=1.0, peaks=[], launches=[launch])
    assert sum(record.value("contacts_month").values()) == 6_000
    told = request_json(make_request(record, None, anonymous=False, today=TODAY))["figures"]["months"]
    cost = estimate_record(record)
    assert sum(each["contacts"] for each in told) == pytest.approx(119_911.29, abs=0.005)
    assert 12 * cost.work.contacts_month == pytest.approx(119_911.29, abs=0.005)
    assert cost.pricing.on is None


def test_months_have_no_calendar_while_the_start_is_not_known() -> None:
    request = made(contract_start=None, launches=[])
    table = next(table for table in request.part("volumes").tables if table.id == "months")
    assert [row[0].en for row in table.table.rows] == [f"Month {number}" for number in range(1, 13)]
    # Peaks need a calendar, so the note says which month comes first: the January the cost begins with.
    assert table.note is not None
    assert "months are counted from Jan on" in table.note.en
    assert "暂从1月起计" in table.note.zh
    # Double in November and December.
    assert [row[1].en for row in table.table.rows[-2:]] == ["× 2", "× 2"]


def test_the_cover_names_reference_version_issue_and_validity() -> None:
    cover = {label.en: text.en for label, text in made().cover}
    assert cover["Date of issue"] == "22 Nov 2026"
    assert cover["Proposals hold until"] == "1 Feb 2027 at least (start of the contract)"
    assert cover["Reference"] == f"RFP-{made().mark}"
    assert made().mark in cover["Version"]
    open_start = {label.en: text.en for label, text in made(contract_start=None).cover}
    assert open_start["Proposals hold until"] == "a date the vendor states in its proposal"


def test_the_version_follows_the_content_alone() -> None:
    later = make_request(record_of(), None, anonymous=False, today=date(2027, 1, 5), reference="AB12")
    assert later.mark == made().mark
    assert made(growth_year=0.5).mark != made().mark
    assert next(text.en for label, text in later.cover if label.en == "Reference") == "RFP-AB12"


def test_terms_settled_in_the_contract_are_told_and_proposals_of_clauses_are_not() -> None:
    typed = {"arbitration_seat": "paris", "court_venue": "merchant", "term_months": 24, "audits_per_year": 2}
    request = make_request(record_of(), None, anonymous=False, today=TODAY, terms=typed)
    told = {item.id: item.text for item in request.part("contract").items if item.id.startswith("term.")}
    # The sample asks for arbitration, so a court is nobody's business; audits are no main term.
    assert {name: (text.zh, text.en) for name, text in told.items()} == {
        "term.arbitration_seat": ("法国巴黎", "Paris, France"),
        "term.term_months": ("24 个月", "24 months"),
    }
    assert not [name for name in ids(made()) if name.startswith("term.")]


@pytest.mark.parametrize(
    ("law", "zh", "en"),
    [
        ("merchant", "采购方所在国法律：中国", "The law of the buyer’s country: China"),
        ("vendor", "服务商所在国法律：波兰", "The law of the vendor’s country: Poland"),
        ("hk", "中国香港法律", "Law of Hong Kong, China"),
    ],
)
def test_the_law_of_a_party_is_called_by_its_country(law: str, zh: str, en: str) -> None:
    item = next(item for item in made(governing_law=law).asked if item.id == "governing_law")
    assert (item.text.zh, item.text.en) == (zh, en)
