"""A date that was stored before its limits existed, or that no field can show: no page breaks, one says what is wrong."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from services.record import save_entry
from services.requirements import SUBJECT, read_requirements
from services.samples import open_sample
from tests.requirements_case import ROOT, Desk, a_desk

DATES = (
    "contract_start",
    "rfp_reply_by",
    "rfp_questions_by",
    "decision_on",
    "fx_date",
    "data_terms_signed_on",
)
FAR_LAUNCH = [{"name": "Lamp", "on": "9999-12-31", "weeks": 4, "multiplier": 2}]


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    with a_desk(tmp_path, monkeypatch, "en") as made:
        yield made


@pytest.fixture
def project(desk: Desk) -> str:
    """The sample, its dates stored raw as an older edition would have left them."""
    sample = open_sample(desk.actor)
    for question in DATES:
        store(desk, sample, question, "9999-12-31")
    store(desk, sample, "launches", FAR_LAUNCH)
    return sample


def store(desk: Desk, project: str, question: str, value: Any) -> None:
    save_entry(desk.actor, project, SUBJECT, question, value=value)


def opened(desk: Desk, project: str, page: str) -> AppTest:
    desk.screen = AppTest.from_file(str(ROOT / "ui" / "frame.py"), default_timeout=30)
    desk.run()
    desk.screen.switch_page(f"../pages/{page}")
    desk.screen.query_params["project"] = project
    return desk.run()


def test_a_far_date_is_a_draft_with_its_sentence(desk: Desk, project: str) -> None:
    drafts = read_requirements(desk.actor, project).drafts
    assert set(drafts) == {*DATES, "launches"}
    assert {refusal.code for _, refusal in drafts.values()} == {"answer.year_outside"}


@pytest.mark.parametrize(
    "page",
    ["costing/estimate.py", "sourcing/request.py", "contract/draft.py", "pilot/scorecard.py"],
)
def test_a_far_date_breaks_no_other_page(desk: Desk, project: str, page: str) -> None:
    screen = opened(desk, project, page)
    assert not screen.error


def test_the_questionnaire_shows_the_refusal_at_every_far_date(desk: Desk, project: str) -> None:
    book = read_requirements(desk.actor, project).record.book
    sections = {book.questions[question].section for question in (*DATES, "launches")}
    for section in sections:
        desk.open(project, section)
        asked = [q for q in (*DATES, "launches") if book.questions[q].section == section]
        far = [problem for problem in desk.problems if "9999-12-31" in problem and "2100" in problem]
        assert len(far) == len([q for q in asked if read_requirements(desk.actor, project).record.applies(q)])


@pytest.mark.parametrize("text", ["soon", "2027-02-30", "20270x"])
def test_text_that_is_no_date_is_said_under_the_empty_field(desk: Desk, project: str, text: str) -> None:
    store(desk, project, "contract_start", text)
    book = read_requirements(desk.actor, project).record.book
    desk.open(project, book.questions["contract_start"].section)
    assert any(text in problem for problem in desk.problems)
