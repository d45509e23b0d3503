"""A form opened and saved by LibreOffice is the same record, with what was typed in between."""

import subprocess
from pathlib import Path
from typing import Any

import pytest

from documents.requirements_form import write_requirements_form
from documents.requirements_form_reading import read_requirements_form
from domain.requirements.file import parse_file
from domain.shared.contents import Content
from services.samples import SAMPLES, read_sample
from tests.form_case import BOOK, typed
from words import LANGUAGES, Language

# What no sample holds: hours drawn by hand, drafts of odd shapes, answers set aside, texts that programs like to change.
BESIDES: dict[str, Content] = {
    "hour_profiles": Content(
        value={
            "email": {
                "weights": {day: [0.1] * 24 for day in ("mon", "tue", "wed", "thu", "fri", "sat", "sun")}
            }
        }
    ),
    "channel_languages": Content(value={"chat": {"de": 1 / 3, "fr": 2 / 3}}),
    "launches": Content(value=[{"name": "=1+1", "on": "2027-03-01", "weeks": 3, "multiplier": 1.5}]),
    "coverage_by_market": Content(value={"DE": {"mon": [["09:00", "12:00"], ["13:00", "24:00"]]}}),
    "shops": Content(value="007\n1-2\n3/4\n  indented", state="answered"),
    "product_industry": Content(value="a\x01b\u200b𠮷" * 3000, state="draft"),
    "occupancy": Content(value=7, state="draft"),
    "languages_share": Content(value={"de": 0.4}, state="draft"),
    "orders_month": Content(value="many", state="later"),
    "return_rules": Content(value="keep this", state="not_applicable"),
    "peaks": Content(value=[]),
}


def contents_of(sample: str) -> dict[str, Content]:
    _, answers = parse_file(read_sample(sample)[0], BOOK, origin="sample")
    held = {key: Content(value=a.value, state=a.state, origin=a.origin) for key, a in answers.items()}
    return held | BESIDES


def saved_by_libreoffice(folder: Path, form: bytes) -> bytes:
    (folder / "form.xlsx").write_bytes(form)
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", "xlsx", "--outdir", "back", "form.xlsx"]
    subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=180)
    return (folder / "back" / "form.xlsx").read_bytes()


@pytest.mark.needs("libreoffice")
@pytest.mark.parametrize("language", LANGUAGES)
def test_opened_and_saved_untouched_it_is_the_same_record(tmp_path: Path, language: Language) -> None:
    contents = contents_of(SAMPLES[0])
    form = write_requirements_form("x", contents, BOOK, language)
    back = read_requirements_form(saved_by_libreoffice(tmp_path, form), BOOK)
    assert (back.touched, back.problems, back.strange) == (set(), {}, [])
    assert {key: each for key, each in back.contents.items() if not each.is_nothing} == contents


@pytest.mark.needs("libreoffice")
def test_what_was_typed_before_saving_is_all_that_changed(tmp_path: Path) -> None:
    contents = contents_of(SAMPLES[-1])
    answers: dict[tuple[str, str], Any] = {
        ("shrinkage", "answer"): 0.275,
        ("merchant_name", "answer"): "新公司",
        ("launches/2", "name"): "Spring",
        ("weekend", "state"): "Ask me later",
    }
    form = typed(write_requirements_form("x", contents, BOOK, "en"), answers)
    back = read_requirements_form(saved_by_libreoffice(tmp_path, form), BOOK)
    assert back.touched == {"shrinkage", "merchant_name", "launches", "weekend"}
    assert back.contents["shrinkage"] == Content(value=0.275, origin="import")
    assert back.contents["merchant_name"] == Content(value="新公司", origin="import")
    assert back.contents["launches"].value == [*contents["launches"].value, {"name": "Spring"}]
    assert back.contents["weekend"].state == "later"
    others = {key: each for key, each in contents.items() if key not in back.touched}
    assert {key: back.contents[key] for key in others} == others
