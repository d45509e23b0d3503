"""`kefu requirements schema`, `form` and `read`."""

import json
import tomllib
from pathlib import Path

import pytest

from domain.requirements.file import parse_file
from tests.cli_case import REQUIREMENTS, Kefu
from tests.form_case import BOOK, typed
from tests.portal_server import ROOT


def test_the_schema_that_is_printed_is_the_published_one(kefu: Kefu) -> None:
    ran = kefu("requirements", "schema")
    assert ran.code == 0
    assert ran.out == (ROOT / "docs" / "requirements.schema.json").read_text(encoding="utf-8")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_form_made_from_a_file_is_read_back_as_that_file(kefu: Kefu, tmp_path: Path, language: str) -> None:
    made = kefu("requirements", "form", REQUIREMENTS, "--language", language, "--out", tmp_path)
    assert list(made.json["files"]) == ["requirements.xlsx"]
    read = kefu("requirements", "read", tmp_path / "requirements.xlsx")
    assert (read.code, read.err) == (0, "")
    original = tomllib.loads(REQUIREMENTS.read_text(encoding="utf-8"))
    assert parse_file(read.json, BOOK) == parse_file(original, BOOK)


def test_an_empty_form_needs_no_file(kefu: Kefu, tmp_path: Path) -> None:
    assert kefu("requirements", "form", "--out", tmp_path).code == 0
    assert kefu("requirements", "read", tmp_path / "requirements.xlsx").json["answers"] == {}


def test_an_answer_that_cannot_be_taken_is_named_by_its_cell_and_ends_with_2(
    kefu: Kefu, tmp_path: Path
) -> None:
    form = tmp_path / "requirements.xlsx"
    kefu("requirements", "form", REQUIREMENTS, "--out", tmp_path)
    form.write_bytes(typed(form.read_bytes(), {("occupancy", "answer"): 7}))
    ran = kefu("requirements", "read", form)
    assert ran.code == 2
    assert "occupancy" not in json.loads(ran.out)["answers"]
    (line,) = ran.err.splitlines()
    assert line.startswith(f"{form}: ")
    assert "!E" in line
    assert "700%" in line


def test_a_file_that_is_no_form_is_one_sentence(kefu: Kefu, tmp_path: Path) -> None:
    other = tmp_path / "x.xlsx"
    other.write_bytes(b"hello")
    ran = kefu("requirements", "read", other)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"{other}: This is not a spreadsheet")
