"""The vendor's answers come back under the ids they were asked under, and what cannot be taken names its cell."""

import subprocess
from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from time import struct_time
from typing import Any
from zipfile import ZipFile

import pytest

from documents.answer_sheet import (
    Answered,
    AnswerRow,
    AnswerSheet,
    ReadAnswers,
    read_answer_sheet,
    write_answer_sheet,
)
from domain.shared.outcomes import DomainError
from tests.form_case import typed
from words import LANGUAGES, Language, say

KIND = "kefu.request"
BASES = (("paid_hour", "Paid hour"), ("productive_hour", "Productive hour"))
SHEETS = [
    AnswerSheet(
        name="Prices",
        intro="Net of VAT.",
        rows=[
            AnswerRow(text="Prices", kind="heading"),
            AnswerRow(
                id="price",
                number="R-01",
                text="Hour",
                kind="number",
                minimum=Decimal(0),
                maximum=Decimal(500),
            ),
            AnswerRow(id="basis", number="R-02", text="Basis", kind="choice", choices=BASES),
            AnswerRow(id="discount", number="R-03", text="Discount", kind="share"),
        ],
    ),
    AnswerSheet(
        name="Questions",
        rows=[
            AnswerRow(id="iso", number="R-04", text="=ISO 27001?", kind="yes_no"),
            AnswerRow(id="agents", number="R-05", text="Agents", kind="integer", minimum=Decimal(1)),
            AnswerRow(id="since", number="R-06", text="Since", kind="date"),
            AnswerRow(id="about", number="R-07", text="About you", maximum=Decimal(20)),
        ],
    ),
]
ANSWERS: dict[str, Answered] = {
    "price": Decimal("18.50"),
    "basis": "productive_hour",
    "discount": Decimal("0.035"),
    "iso": False,
    "agents": 123_456_789_012_345,
    "since": date(2019, 1, 31),
    "about": "=1+1，客服",
}


def sheet(answers: dict[str, Answered] | None = None, language: Language = "en") -> bytes:
    return write_answer_sheet(
        SHEETS, kind=KIND, content="1", title="Answers", language=language, answers=answers
    )


def read(content: bytes) -> ReadAnswers:
    return read_answer_sheet(content, SHEETS, kind=KIND)


@pytest.mark.parametrize("language", LANGUAGES)
def test_answers_come_back_by_id_exactly_as_they_were_given(language: Language) -> None:
    assert read(sheet(ANSWERS, language)) == ReadAnswers(values=ANSWERS, problems=())


def test_a_blank_answer_is_absent() -> None:
    assert read(sheet()) == ReadAnswers(values={}, problems=())


@pytest.mark.parametrize("said", ["Yes", "是", "yes"])
def test_yes_is_understood_in_either_language(said: str) -> None:
    assert read(typed(sheet(), {("iso", "answer"): said})).values == {"iso": True}


@pytest.mark.parametrize(
    ("row", "given", "value"),
    [
        ("price", "18,50", Decimal("18.5")),
        ("discount", "5 %", Decimal("0.05")),
        ("agents", "１２", 12),
        ("since", "2019/3/1", date(2019, 3, 1)),
        ("iso", "✓", True),
    ],
)
def test_text_that_can_mean_one_thing_is_read(row: str, given: Any, value: Any) -> None:
    assert read(typed(sheet(), {(row, "answer"): given})).values == {row: value}


def test_a_day_of_a_far_year_is_none() -> None:
    (problem,) = read(typed(sheet(), {("since", "answer"): "9999-12-31"})).problems
    assert problem.code == "forms.not_a_date"


def test_a_price_with_two_readings_is_refused_with_both() -> None:
    wide = [AnswerSheet(name="Prices", rows=[AnswerRow(id="price", text="Hour", kind="number")])]
    made = write_answer_sheet(wide, kind=KIND, content="1", title="x", language="en")
    (problem,) = read_answer_sheet(typed(made, {("price", "answer"): "1.250"}), wide, kind=KIND).problems
    assert (problem.code, problem.values["first"], problem.values["second"]) == (
        "forms.number_ambiguous",
        "1250",
        "1.25",
    )


@pytest.mark.parametrize(
    ("row", "given", "code", "cell"),
    [
        ("price", "18,50 EUR", "not_number", "Prices!E5"),
        ("price", 501, "outside", "Prices!E5"),
        ("basis", "per minute", "not_a_choice", "Prices!E6"),
        ("discount", 35, "outside", "Prices!E7"),
        ("iso", "perhaps", "not_a_choice", "Questions!E4"),
        ("agents", 2.5, "not_whole", "Questions!E5"),
        ("agents", 0, "outside", "Questions!E5"),
        ("since", "last year", "not_a_date", "Questions!E6"),
        ("about", "x" * 21, "too_long", "Questions!E7"),
    ],
)
def test_an_answer_that_cannot_be_taken_names_its_cell_and_the_others_are_read(
    row: str, given: Any, code: str, cell: str
) -> None:
    made = read(typed(sheet(ANSWERS), {(row, "answer"): given}))
    assert made.values == {id_: value for id_, value in ANSWERS.items() if id_ != row}
    (problem,) = made.problems
    assert (problem.code, problem.values["cell"]) == (f"forms.{code}", cell)
    for language in LANGUAGES:
        assert cell in say(language, problem.code, **problem.values)


def test_what_the_file_claims_about_itself_is_not_believed() -> None:
    # The row says that 501 is fine; the caller's rows say at most 500.
    wide = [AnswerSheet(name="Prices", rows=[AnswerRow(id="price", text="Hour", kind="number")])]
    made = write_answer_sheet(
        wide, kind=KIND, content="1", title="x", language="en", answers={"price": Decimal(501)}
    )
    narrow = [AnswerSheet(name="Prices", rows=[SHEETS[0].rows[1]])]
    assert [each.code for each in read_answer_sheet(made, narrow, kind=KIND).problems] == ["forms.outside"]


def test_a_row_that_was_asked_and_is_gone_is_named_by_its_number() -> None:
    with pytest.raises(DomainError) as caught:
        read(_without_prices())
    assert (caught.value.code, caught.value.values) == ("forms.row_missing", {"row": "R-01"})


def _without_prices() -> bytes:
    return write_answer_sheet(SHEETS[1:], kind=KIND, content="1", title="x", language="en")


@pytest.mark.needs("libreoffice")
def test_libreoffice_saves_the_same_answers(tmp_path: Path) -> None:
    (tmp_path / "sent.xlsx").write_bytes(sheet(ANSWERS))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", "xlsx", "--outdir", "back", "sent.xlsx"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=120)
    assert read((tmp_path / "back" / "sent.xlsx").read_bytes()) == ReadAnswers(values=ANSWERS, problems=())


def test_the_same_sheet_is_the_same_file_whenever_it_is_written(monkeypatch: pytest.MonkeyPatch) -> None:
    first = sheet()
    # A second later, as the packing would see it: ZIP keeps times to two seconds.
    monkeypatch.setattr("time.localtime", lambda *_: struct_time((2031, 5, 6, 7, 8, 9, 1, 126, 0)))
    assert sheet() == first
    with ZipFile(BytesIO(first)) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"dcterms:" not in package.read("docProps/core.xml")
        assert b"<Application>Kefu</Application>" in package.read("docProps/app.xml")
