"""What a copy of a project leaves unanswered: the file, and that no party, day or vendor slips through."""

from pathlib import Path

import pytest

from catalog.reader import CatalogError
from catalog.template import load_template
from services.catalog import catalog

BOOK = catalog().book
LEFT_OUT = catalog().template.left_out(BOOK.questions.values())


def test_every_question_for_a_day_stays_behind_unnamed() -> None:
    days = [question.id for question in BOOK.questions.values() if question.kind in {"date", "launches"}]
    assert len(days) >= 4
    assert {LEFT_OUT[question] for question in days} == {"dates"}


def test_whatever_is_a_name_or_an_address_stays_behind() -> None:
    named = [question for question in BOOK.questions if question.endswith(("_name", "_representative"))]
    assert {"merchant_name", "vendor_name", "eu_representative"} <= set(named)
    assert {*named, "shops", "request_contact"} <= set(LEFT_OUT)


def test_whatever_tells_of_the_vendor_stays_behind() -> None:
    told = [question for question in BOOK.questions if question.startswith("vendor_")]
    assert told
    assert {LEFT_OUT[question] for question in told} == {"vendor"}


def test_the_kind_of_work_goes_along() -> None:
    for question in (
        "channels",
        "languages_share",
        "contacts_month",
        "coverage",
        "peaks",
        "scenarios",
        "aht_s",
    ):
        assert question not in LEFT_OUT


@pytest.mark.parametrize(
    ("content", "key", "reason"),
    [
        ('names = ["nobody_asks"]\ndates = []\nvendor = []', "names.0", "unknown_question"),
        ("names = []\ndates = []", "vendor", "missing_key"),
        ("names = []\ndates = []\nvendor = []\nmore = []", "more", "unknown_key"),
    ],
)
def test_a_mistake_in_the_file_is_named(tmp_path: Path, content: str, key: str, reason: str) -> None:
    path = tmp_path / "template.toml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(CatalogError) as refused:
        load_template(BOOK.questions, path)
    assert (refused.value.key, refused.value.reason) == (key, reason)
