"""The answer sheet of a request: filled in with a spreadsheet program it comes back; what is wrong is named by its cell."""

import subprocess
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from domain.shared.outcomes import DomainError
from domain.shared.paper import FORMS, Form
from domain.sourcing.request import Request
from services.sourcing_answers import answer_workbook, read_answers
from tests.sourcing_sample import made
from words import LANGUAGES, say

GIVEN: dict[str, Any] = {
    "coverage": "met",
    "peaks": "part",
    "remarks.hours": "Saturdays from March.",
    "price.hour.de": Decimal("14.5"),
    "price.saturday": Decimal("0.25"),
    "q45": True,
    "q40": Decimal(24),
    "q01": "Demo Nord GmbH",
}


def _filled(workbook: bytes, request: Request, given: dict[str, Any]) -> bytes:
    """The sheet as a vendor fills it in with a spreadsheet program: labels chosen, numbers typed."""
    book = openpyxl.load_workbook(BytesIO(workbook))
    labels = {"met": "满足 / Met", "part": "部分满足 / Met in part", True: "是"}
    numbers = {item.number: item.id for item in request.asked}
    unlocked = 0
    for sheet in book.worksheets:
        assert sheet.protection.sheet or sheet.sheet_state != "visible"
        for row in sheet.iter_rows():
            id_ = next((numbers[cell.value] for cell in row if cell.value in numbers), None)
            if id_ is None:
                continue
            (answer,) = [cell for cell in row if not cell.protection.locked]
            unlocked += 1
            if id_ in given:
                value = given[id_]
                answer.value = labels.get(value, value) if isinstance(value, str | bool) else value
    assert unlocked == len(request.asked)
    return _saved(book)


def _saved(book: openpyxl.Workbook) -> bytes:
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def _changed(workbook: bytes, cell: str, value: Any) -> bytes:
    """The sheet with something else in one cell of its first tab."""
    book = openpyxl.load_workbook(BytesIO(workbook))
    book.worksheets[0][cell] = value
    return _saved(book)


def _answer_cell(workbook: bytes, number: str) -> str:
    """Where the answer to a numbered row of the first tab stands."""
    sheet = openpyxl.load_workbook(BytesIO(workbook)).worksheets[0]
    row = next(row for row in sheet.iter_rows() if any(cell.value == number for cell in row))
    return next(str(cell.coordinate) for cell in row if not cell.protection.locked)


def _told(problem: DomainError) -> list[str]:
    return [say(language, problem.code, **problem.values) for language in LANGUAGES]


@pytest.mark.parametrize("form", FORMS)
def test_answers_come_back_under_their_ids_from_any_form(form: Form) -> None:
    request = made()
    found = read_answers(request, _filled(answer_workbook(request, form), request, GIVEN))
    assert found.problems == ()
    assert found.values == GIVEN


def test_every_sheet_says_to_which_version_of_the_request_it_belongs() -> None:
    request = made()
    book = openpyxl.load_workbook(BytesIO(answer_workbook(request, "en")))
    visible = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    for sheet in visible:
        words = " ".join(str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value)
        assert f"For version {request.mark} of the request" in words
        # Two lines or more above the head, over all columns: none of them is cut off.
        (over,) = [each for each in sheet.merged_cells.ranges if each.min_row == 2]
        assert over.max_col == sheet.max_column
        assert sheet.row_dimensions[2].height >= 2 * 12


@pytest.mark.needs("libreoffice")
@pytest.mark.xdist_group("libreoffice")
def test_answers_filled_in_and_saved_by_libreoffice_come_back(tmp_path: Path) -> None:
    request = made()
    (tmp_path / "sent.xlsx").write_bytes(_filled(answer_workbook(request, "bilingual"), request, GIVEN))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "xlsx", "--outdir", "back", "sent.xlsx"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=120)
    found = read_answers(request, (tmp_path / "back" / "sent.xlsx").read_bytes())
    assert found.problems == ()
    assert found.values == GIVEN


def test_an_answer_that_cannot_be_taken_is_named_by_its_cell_and_the_others_are_read() -> None:
    request = made()
    number = next(item.number for item in request.asked if item.id == "coverage")
    sheet = _filled(answer_workbook(request, "en"), request, {**GIVEN, "coverage": "perhaps"})
    found = read_answers(request, sheet)
    assert found.values == {name: value for name, value in GIVEN.items() if name != "coverage"}
    (problem,) = found.problems
    assert problem.code == "forms.not_a_choice"
    assert all(_answer_cell(sheet, number) in sentence for sentence in _told(problem))


@pytest.mark.parametrize(
    ("change", "code", "cell"),
    [
        (("A1", "kefu.request/999/0"), "other_version", "A1"),
        (("A1", "kefu.requirements/1/0"), "other_form", "A1"),
        (("B1", None), "columns", "A1"),
    ],
)
def test_a_sheet_of_another_version_or_form_or_with_its_keys_changed_is_refused_by_its_cell(
    change: tuple[str, Any], code: str, cell: str
) -> None:
    request = made()
    sheet = answer_workbook(request, "en")
    book = openpyxl.load_workbook(BytesIO(sheet)).worksheets[0]
    # The keys of the columns stand in the first row; without all of them no answer can be found.
    cells = [each.coordinate for each in book[1][1:]] if change[1] is None else [change[0]]
    for each in cells:
        sheet = _changed(sheet, each, change[1])
    with pytest.raises(DomainError) as refused:
        read_answers(request, sheet)
    assert refused.value.code == f"forms.{code}"
    assert all(f"{book.title}!{cell}" in sentence for sentence in _told(refused.value))


def test_a_formula_in_place_of_an_answer_is_refused_by_its_cell() -> None:
    request = made()
    sheet = answer_workbook(request, "en")
    cell = _answer_cell(sheet, request.asked[0].number)
    other = _answer_cell(sheet, request.asked[1].number)
    found = read_answers(request, _changed(_changed(sheet, cell, "=1+1"), other, "Second"))
    (problem,) = [each for each in found.problems if each.code == "forms.formula"]
    assert all(cell in sentence for sentence in _told(problem))
    assert request.asked[0].id not in found.values
    # What stands in the other cells is read all the same, or told for itself.
    told = [str(each.values.get("cell", "")) for each in found.problems]
    assert request.asked[1].id in found.values or any(place.endswith(f"!{other}") for place in told)


def test_a_row_that_was_deleted_is_named_by_its_number() -> None:
    request = made()
    book = openpyxl.load_workbook(BytesIO(answer_workbook(request, "en")))
    sheet = book.worksheets[0]
    row = next(row for row in sheet.iter_rows() if any(cell.value == "R-05" for cell in row))
    sheet.delete_rows(row[0].row)
    with pytest.raises(DomainError) as refused:
        read_answers(request, _saved(book))
    assert (refused.value.code, refused.value.values) == ("forms.row_missing", {"row": "R-05"})


@pytest.mark.parametrize(
    ("content", "code"), [(b"%PDF-1.7", "not_a_spreadsheet"), (b"PK\x03\x04 cut off", "damaged")]
)
def test_what_is_no_answer_sheet_is_refused(content: bytes, code: str) -> None:
    with pytest.raises(DomainError) as refused:
        read_answers(made(), content)
    assert refused.value.code == f"forms.{code}"


def test_a_workbook_of_somebody_else_is_refused() -> None:
    book = openpyxl.Workbook()
    with pytest.raises(DomainError) as refused:
        read_answers(made(), _saved(book))
    assert refused.value.code == "forms.foreign"


def test_a_sheet_of_an_earlier_state_of_the_request_is_read_and_says_so() -> None:
    earlier, now = made(), made(breach_notice_h=12)
    sheet = _filled(answer_workbook(earlier, "en"), earlier, GIVEN)
    found = read_answers(now, sheet)
    assert found.values == GIVEN
    (problem,) = found.problems
    assert problem.code == "forms.earlier_state"
    assert all("!A1" in sentence for sentence in _told(problem))


def test_a_sheet_of_the_edition_without_names_is_of_the_same_state() -> None:
    named, nameless = (
        made(merchant_name="Aurora GmbH", tone="Sign as Aurora."),
        made(merchant_name="Aurora GmbH", tone="Sign as Aurora.", anonymous=True),
    )
    sheet = _filled(answer_workbook(nameless, "en"), nameless, GIVEN)
    assert read_answers(named, sheet, editions=[nameless]).problems == ()


@pytest.mark.parametrize(
    ("typed", "meant"), [("部分满足", "part"), ("Met in part", "part"), ("满足", "met"), ("Met", "met")]
)
def test_either_half_of_a_label_in_both_languages_is_understood(typed: str, meant: str) -> None:
    request = made()
    blank = answer_workbook(request, "bilingual")
    number = next(item.number for item in request.asked if item.id == "coverage")
    cell = _answer_cell(blank, str(number))
    assert read_answers(request, _changed(blank, cell, typed)).values == {"coverage": meant}
