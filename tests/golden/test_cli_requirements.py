"""`kefu requirements check`: what the three samples are told, against lists written by hand, and how it refuses."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

import words
from services.samples import SAMPLES, sample_path
from services.unit import clock_set_to
from tests.cli_case import REQUIREMENTS, Kefu

# The day on which the samples are looked at: before the days they name.
TODAY = datetime(2026, 11, 23, 9, tzinfo=UTC)
# Written by hand from the rules of the trade; not made anew by `make golden`.
EXPECTED = Path(__file__).parent / "files"


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    with clock_set_to(lambda: TODAY):
        yield


@pytest.mark.parametrize("sample", SAMPLES)
def test_a_sample_is_told_exactly_what_was_expected_of_it(kefu: Kefu, sample: str) -> None:
    ran = kefu("requirements", "check", sample_path(sample, "requirements.toml"), "--json")
    assert ran.code == 0
    expected = json.loads((EXPECTED / f"checks.{sample}.json").read_text(encoding="utf-8"))
    assert [{"code": each["code"], "question": each["question"]} for each in ran.json["findings"]] == expected
    assert ran.json["missing"] == []


def test_the_worked_example_lacks_53_percent_of_its_hours_in_a_peak(kefu: Kefu) -> None:
    """E.3: 1,641.25 hours in a peak month over 950.625, less one, less a reserve of 20 %."""
    *_, finding = kefu("requirements", "check", REQUIREMENTS, "--json").json["findings"]
    assert (finding["rules"], finding["severity"], finding["source"]) == (["SR-13"], "warning", "computed")
    assert set(finding["sentence"]) == set(words.LANGUAGES)
    assert all("53%" in sentence for sentence in finding["sentence"].values())


def test_what_is_missing_is_named_by_question_and_is_no_refusal(kefu: Kefu, tmp_path: Path) -> None:
    file = tmp_path / "case.toml"
    file.write_text('kind = "kefu.requirements"\nversion = 1\nname = "empty"\n', encoding="utf-8")
    ran = kefu("requirements", "check", file, "--json")
    assert ran.code == 0
    assert {"merchant_name", "markets", "contacts_month"} <= set(ran.json["missing"])
    blockers = [each["question"] for each in ran.json["findings"] if each["severity"] == "blocker"]
    assert blockers == ran.json["missing"]


def test_people_read_a_line_per_finding_and_a_clean_file_says_so(kefu: Kefu, tmp_path: Path) -> None:
    *hours, line = kefu("requirements", "check", REQUIREMENTS).out.splitlines()
    assert all(each.startswith("Look at · coverage: “") for each in hours)
    assert line.startswith("Look at · extra_staff_priced: ")
    file = tmp_path / "case.toml"
    # The domestic shop is open in the hours its platform measures; only its limit on leavers is lax.
    text = sample_path("tmall-cosmetics", "requirements.toml").read_text(encoding="utf-8")
    file.write_text(
        text.replace("attrition_month_max = 0.10", "attrition_month_max = 0.05"), encoding="utf-8"
    )
    assert kefu("requirements", "check", file).out == "Nothing to point out.\n"


def test_a_year_later_the_days_of_a_sample_have_passed(kefu: Kefu) -> None:
    with clock_set_to(lambda: datetime(2027, 11, 23, tzinfo=UTC)):
        found = kefu("requirements", "check", REQUIREMENTS, "--json").json["findings"]
    passed = [each for each in found if each["code"] == "requirements.check.day_passed"]
    days = {"contract_start", "rfp_questions_by", "rfp_reply_by", "decision_on"}
    assert {each["question"] for each in passed} == days
    (start,) = [each["sentence"] for each in passed if each["question"] == "contract_start"]
    assert "1 Feb 2027" in start["en"]
    assert "2027年2月1日" in start["zh"]


def test_what_cannot_be_read_is_refused_in_one_sentence(kefu: Kefu, tmp_path: Path) -> None:
    file = tmp_path / "case.toml"
    text = REQUIREMENTS.read_text(encoding="utf-8").replace("reserve_share = 0.20", "reserve_share = 20")
    file.write_text(text, encoding="utf-8")
    ran = kefu("requirements", "check", file, "--json")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"{file}: answers.reserve_share: ")
    assert ran.err.count("\n") == 1
    missing = kefu("requirements", "check", tmp_path / "none.toml")
    assert (missing.code, missing.out) == (2, "")
    assert "does not exist" in missing.err
