"""The Request page: both editions, all downloads, what is missing, a returned answer sheet, other people's projects."""

import json
from dataclasses import replace
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from domain.shared.outcomes import DomainError
from services.projects import create_project
from services.requirements import save_answer
from services.samples import open_sample
from services.sourcing_project import read_project_request
from tests.requirements_case import Desk
from ui import request as request_page
from words import say


def sheet(screen: AppTest) -> str:
    """What the sheet shows."""
    for element in screen.main:
        proto = getattr(element, "proto", None)
        if proto is not None and "-request_sheet" in getattr(proto, "id", ""):
            return str(json.loads(proto.json)["blocks"])
    raise AssertionError("no sheet")


def said(desk: Desk, key: str, **values: str | int) -> str:
    return say(desk.actor.language, f"request_page.{key}", **values)


def test_the_sample_shows_its_request_with_a_warning_about_the_timetable(desk: Desk) -> None:
    screen = desk.visit("request", open_sample(desk.actor))
    assert not screen.exception
    assert "R-01" in sheet(screen)
    # Decision on 18 December, start on 1 February: 45 days, of 28 and four weeks of pilot.
    assert "45" in desk.text
    assert "56" in desk.text


def test_the_anonymous_edition_hides_the_name_and_says_what_it_hides(desk: Desk) -> None:
    project = open_sample(desk.actor)
    assert "imaginary-home" in sheet(desk.visit("request", project)).lower()
    screen = desk.visit("request", project, edition="anonymous")
    assert "imaginary" not in sheet(screen).lower()
    assert "■■■" in desk.text
    assert "imaginary" in desk.text.lower()


def test_the_edition_follows_the_requirements_until_the_address_says_otherwise(desk: Desk) -> None:
    project = open_sample(desk.actor)
    save_answer(desk.actor, project, "anonymous_request", value=True)
    assert "imaginary" not in sheet(desk.visit("request", project)).lower()
    assert "imaginary-home" in sheet(desk.visit("request", project, edition="named")).lower()


def test_all_four_files_are_made_at_the_click(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    offered: dict[str, Any] = {}
    monkeypatch.setattr(
        request_page, "download", lambda label, data, **more: offered.__setitem__(more["name"], data)
    )
    desk.visit("request", open_sample(desk.actor), form="en")
    kinds = {name.rsplit(".", 1)[1]: data() for name, data in offered.items()}
    assert set(kinds) == {"docx", "pdf", "xlsx", "json"}
    assert kinds["pdf"].startswith(b"%PDF")
    assert kinds["docx"][:2] == kinds["xlsx"][:2] == b"PK"
    assert json.loads(kinds["json"])["kind"] == "kefu.request"


def test_the_anonymous_files_are_not_named_after_the_project(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    offered: list[str] = []
    monkeypatch.setattr(request_page, "download", lambda _label, _data, **more: offered.append(more["name"]))
    desk.visit("request", open_sample(desk.actor), edition="anonymous")
    assert len(offered) == 4
    project_name = say(desk.actor.language, "sample.shenzhen-eu")
    assert not [name for name in offered if project_name in name]


def test_without_volumes_the_page_leads_to_the_question(desk: Desk) -> None:
    screen = desk.visit("request", create_project(desk.actor, "Empty"))
    assert not screen.exception
    assert said(desk, "no_request") in desk.text
    assert screen.button(key="to_questions").label


def test_a_returned_sheet_is_counted(desk: Desk) -> None:
    project = open_sample(desk.actor)
    request = read_project_request(desk.actor, project)
    screen = desk.visit("request", project)
    screen.file_uploader(key="answer_sheet").upload(
        "answers.xlsx", request.write("xlsx", "en", anonymous=False)
    )
    desk.run()
    asked = len(request.request(anonymous=False).asked)
    assert said(desk, "answers_found", count=0, asked=asked) in desk.text


def test_a_foreign_file_gets_a_sentence(desk: Desk) -> None:
    project = open_sample(desk.actor)
    screen = desk.visit("request", project)
    screen.file_uploader(key="answer_sheet").upload("answers.xlsx", b"no workbook at all")
    desk.run()
    assert not screen.exception
    assert screen.error


def test_another_organisation_sees_nothing(desk: Desk) -> None:
    project = open_sample(desk.actor)
    with pytest.raises(DomainError) as refused:
        read_project_request(replace(desk.actor, organisation_id="0" * 32), project)
    assert refused.value.code == "accounts.not_found"
