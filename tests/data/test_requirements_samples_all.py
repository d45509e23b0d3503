"""The three samples: complete, clearly invented, and each the case it is told for."""

import pytest

from catalog.questions import load_questions
from catalog.reader import read_toml
from domain.requirements.file import parse_file, to_file
from domain.requirements.record import Record, read_record
from services.costing import estimate_record
from services.samples import SAMPLES, sample_path
from words import LANGUAGES, say

BOOK = load_questions()


def _sample(name: str) -> tuple[str, Record]:
    project, answers = parse_file(read_toml(sample_path(name, "requirements.toml")), BOOK, origin="sample")
    return project, read_record(BOOK, answers)


@pytest.mark.parametrize("sample", SAMPLES)
def test_a_sample_is_complete_and_says_that_it_is_invented(sample: str) -> None:
    name, record = _sample(sample)
    assert record.missing == ()
    assert ("synthetic" in name, "虚构" in name) == (True, True)
    assert "synthetic" in record.value("merchant_name")
    assert "虚构" in record.value("merchant_name")
    assert (
        sample_path(sample, "requirements.toml").read_text(encoding="utf-8").startswith("# SYNTHETIC / 虚构")
    )
    assert "synthetic" in say("en", f"sample.{sample}")
    assert "虚构" in say("zh", f"sample.{sample}")
    assert all(say(language, f"sample_about.{sample}") for language in LANGUAGES)


@pytest.mark.parametrize("sample", SAMPLES)
def test_a_sample_comes_back_from_its_file(sample: str) -> None:
    name, record = _sample(sample)
    assert parse_file(to_file(name, record.answers), BOOK) == (name, dict(record.answers))


def test_the_small_brand_waits_more_than_it_works() -> None:
    """Domain knowledge E.3: 108 productive hours, a floor of 1,040, 14,560 EUR at 14 EUR, 18.20 a contact."""
    _, record = _sample("shopify-two")
    assert sum(record.value("contacts_month").values()) == 800
    made = estimate_record(record)
    assert made.demand.effective_aht_s == pytest.approx(390)
    assert made.staffing.productive_hours == pytest.approx(108.33, abs=0.01)
    assert made.staffing.pooled.floor_hours == pytest.approx(1040)
    assert made.regions["east"].productive_basis.base == pytest.approx(14560)
    assert made.regions["east"].productive_basis.base / 800 == pytest.approx(18.20)
    assert "costing.shared_desk_advised" in {finding.code for finding in made.findings}


def test_the_cosmetics_shop_is_a_domestic_case_with_chinese_parameters() -> None:
    _, record = _sample("tmall-cosmetics")
    assert record.value("contacts_month") == {"chat": 45000}
    # Domain knowledge E.5: a session of 240 s, three at once; nobody typed them, so they are assumptions.
    assert record.value("aht_s") == {"chat": 240}
    assert record.value("chat_concurrency") == 3
    assert {"aht_s", "chat_concurrency"} <= set(record.assumptions)
    assert max(peak["multiplier"] for peak in record.value("peaks")) == 3
    assert record.value("budget_month")["currency"] == "CNY"
    assert (record.value("governing_law"), record.value("vendor_country")) == ("prc", "CN")
    # 15 hours a day on seven days: the whole window of the platform.
    assert record.coverage_hours_week == 105
    # 45,000 x 240 / 3,600 / 3 = 1,000 hours.
    assert estimate_record(record).demand.workload_hours == pytest.approx(1000)
