"""The built-in sample is the worked example of the cost model, to the figure."""

import re

from catalog.checks import load_check_rules
from catalog.questions import load_questions
from catalog.reader import DATA, read_toml
from domain.requirements.checks import check_record
from domain.requirements.file import parse_file, to_file
from domain.requirements.record import Record, read_record

SAMPLE = DATA / "samples" / "shenzhen-eu" / "requirements.toml"
BOOK = load_questions()
NAME, ANSWERS = parse_file(read_toml(SAMPLE), BOOK, origin="sample")


def _record() -> Record:
    return read_record(BOOK, ANSWERS)


def test_the_demand_is_six_thousand_contacts_in_five_languages() -> None:
    record = _record()
    assert record.value("contacts_month") == {"email": 3300, "marketplace": 600, "chat": 1500, "phone": 600}
    assert sum(record.value("contacts_month").values()) == 6000
    assert record.value("languages_share") == {"de": 0.40, "fr": 0.25, "es": 0.15, "it": 0.10, "en": 0.10}


def test_handling_times_pools_and_staffing_are_those_of_the_example() -> None:
    record = _record()
    assert record.value("aht_s") == {"email": 420, "marketplace": 300, "chat": 720, "phone": 390}
    assert record.value("chat_concurrency") == 2
    assert record.value("language_pools") == [["de", "en"], ["fr", "it"]]
    assert (record.value("occupancy"), record.value("shrinkage")) == (0.80, 0.30)


def test_coverage_is_sixty_hours_a_week_and_260_a_month() -> None:
    hours_week = _record().coverage_hours_week
    assert hours_week == 60
    assert hours_week * 52 / 12 == 260


def test_the_case_is_a_chinese_seller_without_eu_establishment() -> None:
    record = _record()
    assert record.value("merchant_country") == "CN"
    assert record.value("vendor_country") in {"PL", "RO"}
    assert record.value("eu_establishment") is False
    assert record.value("eu_representative")
    assert record.value("returns_owner") == "overseas_warehouse"
    assert record.value("high_value_threshold") == {"amount": "500", "currency": "USD"}
    assert {"own_shop"} < set(record.value("platforms"))
    [peak] = record.value("peaks")
    assert (peak["months"], peak["multiplier"]) == ([11, 12], 2.0)


def test_the_sample_is_complete_and_nothing_stands_in_its_way() -> None:
    record = _record()
    assert record.missing == ()
    assert check_record(record, load_check_rules()) == ()
    assert all(not part.missing for part in record.progress)
    assert {record.origin(question) for question in ANSWERS if record.value(question) is not None} == {
        "sample"
    }


def test_the_sample_says_that_it_is_invented() -> None:
    text = SAMPLE.read_text(encoding="utf-8")
    assert "synthetic" in NAME
    assert "虚构" in NAME
    assert re.search(r"synthetic", ANSWERS["merchant_name"].value)
    assert text.startswith("# SYNTHETIC / 虚构")


def test_the_sample_comes_back_from_its_file() -> None:
    assert parse_file(to_file(NAME, ANSWERS), BOOK) == (NAME, ANSWERS)
