"""The Contract page: the sheet, checks and terms, typing, refusing, taking back, downloads, other people's projects."""

import io
import json
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from domain.shared.outcomes import DomainError
from services import accounts
from services.accounts.logins import by_id, sign_in
from services.accounts.own import change_own_password
from services.contract import read_contract
from services.contract_terms import save_term
from services.projects import create_project
from services.requirements import save_answer
from services.samples import open_sample
from tests.requirements_case import Desk, a_desk
from ui import contract as contract_page
from ui import guard
from words import LANGUAGES, say


@pytest.fixture(params=["en"])
def desk(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    with a_desk(tmp_path, monkeypatch, request.param) as made:
        yield made


@pytest.fixture
def project(desk: Desk) -> str:
    return open_sample(desk.actor)


def component_data(screen: AppTest, key: str) -> dict[str, Any]:
    """What a component was given."""
    for element in screen.main:
        proto = getattr(element, "proto", None)
        if proto is not None and f"-{key}" in getattr(proto, "id", ""):
            return dict(json.loads(proto.json))
    raise AssertionError(key)


def sheet_text(screen: AppTest) -> str:
    return str(component_data(screen, "sheet")["blocks"])


@pytest.mark.parametrize("desk", LANGUAGES, indirect=True)
def test_the_page_shows_draft_checks_and_downloads_in_both_languages(desk: Desk, project: str) -> None:
    # The sample has signed its data terms; without them its pilot is blocked.
    save_answer(desk.actor, project, "data_terms_signed_on", None)
    screen, language = desk.visit("contract", project), desk.actor.language
    assert say(language, "contract_page.draft") in desk.text
    assert say(language, "contract_page.severity.blocker") in desk.text
    assert say(language, "contract.finding.no_dpa_before_pilot") in desk.text.replace("\\", "")
    assert "第一章 总则" in sheet_text(screen)
    assert "Chapter 1 General" in sheet_text(screen)
    labels = [element.proto.label for element in screen.get("download_button")]
    assert ["Word" in labels[0], "PDF" in labels[1]] == [True, True]


@pytest.mark.parametrize(("form", "there", "absent"), [("zh", "总则", "General"), ("en", "General", "总则")])
def test_the_form_stands_in_the_address(desk: Desk, project: str, form: str, there: str, absent: str) -> None:
    text = sheet_text(desk.visit("contract", project, form=form))
    assert there in text
    assert absent not in text


def test_typing_a_term_changes_the_sheet_and_the_document(desk: Desk, project: str) -> None:
    screen = desk.visit("contract", project, form="en", field="payment_days", place="invoicing_payment")
    screen.number_input(key="term_0_payment_days").set_value(25)
    desk.run()
    assert "25 days" in sheet_text(desk.screen)
    made = read_contract(desk.actor, project)
    with zipfile.ZipFile(io.BytesIO(made.file("en", "docx"))) as package:
        assert "25 days" in package.read("word/document.xml").decode()
    assert "Saved" in desk.text


def test_a_refused_value_stays_in_its_field_with_the_limits(desk: Desk, project: str) -> None:
    screen = desk.visit("contract", project, field="trial_months")
    screen.number_input(key="term_0_trial_months").set_value(9)
    desk.run()
    assert desk.screen.number_input(key="term_0_trial_months").value == 9
    assert ["between 1 and 3" in sentence for sentence in desk.problems] == [True]
    # Also after a reload.
    assert (
        desk.visit("contract", project, field="trial_months").number_input(key="term_0_trial_months").value
        == 9
    )


def test_what_was_typed_can_be_taken_back(desk: Desk, project: str) -> None:
    save_term(desk.actor, project, "trial_months", 2)
    screen = desk.visit("contract", project, field="trial_months")
    assert screen.number_input(key="term_0_trial_months").value == 2
    screen.button(key="take_back").click()
    desk.run()
    assert desk.screen.number_input(key="term_1_trial_months").value == 3
    assert read_contract(desk.actor, project).entries == {}


def test_a_text_may_differ_by_language_and_one_alone_stands_for_both(desk: Desk, project: str) -> None:
    screen = desk.visit("contract", project, field="system_of_record")
    screen.text_input(key="term_0_system_of_record_zh").set_value("甲方工单系统")
    desk.run()
    assert read_contract(desk.actor, project).entries["system_of_record"].value == "甲方工单系统"
    desk.screen.text_input(key="term_0_system_of_record_en").set_value("the Merchant's ticket system")
    desk.run()
    both = {"zh": "甲方工单系统", "en": "the Merchant's ticket system"}
    assert read_contract(desk.actor, project).entries["system_of_record"].value == both


def test_a_finding_leads_to_its_clause(desk: Desk, project: str) -> None:
    save_answer(desk.actor, project, "data_terms_signed_on", None)
    screen = desk.visit("contract", project)
    screen.button(key="jump_0").click()
    desk.run()
    assert desk.screen.query_params["place"] == "pilot_agreement"
    assert component_data(desk.screen, "sheet")["focus"] == {
        "anchor": "pilot_agreement",
        "field": "",
        "jump": 1,
    }
    assert any("For negotiators" in each.label for each in desk.screen.expander)


def test_every_term_opens_in_both_languages_without_an_error(desk: Desk, project: str) -> None:
    made = read_contract(desk.actor, project)
    assert made.contract is not None
    terms = made.contract.agreement.terms
    kinds = {terms[name].field.kind: name for name in sorted(made.contract.agreement.in_use)}
    assert len(kinds) >= 9
    for name in kinds.values():
        desk.visit("contract", project, field=name)
        assert f"**{terms[name].field.label.en}**" in desk.text.replace("\\", "")


def test_a_file_that_cannot_be_made_is_not_offered_but_explained(desk: Desk, project: str) -> None:
    save_answer(desk.actor, project, "shops", "Muster \U0001f4e6 Shop")
    screen = desk.visit("contract", project)
    assert not screen.get("download_button")
    assert any("U+1F4E6" in sentence.replace("\\", "") for sentence in desk.problems)


def test_a_download_asks_again_who_acts(desk: Desk, project: str, monkeypatch: pytest.MonkeyPatch) -> None:
    offered: list[Callable[[], bytes]] = []
    monkeypatch.setattr(contract_page, "download", lambda label, made, **_: offered.append(made))
    desk.visit("contract", project)
    assert offered[0]().startswith(b"PK")
    monkeypatch.setattr(accounts, "by_id", lambda _login: None)
    with pytest.raises(DomainError) as refused:
        offered[0]()
    assert refused.value.code == "accounts.signed_out"


def test_without_a_seat_of_the_vendor_there_is_one_sentence_and_the_way_to_the_question(desk: Desk) -> None:
    desk.visit("contract", create_project(desk.actor, "Empty"))
    assert say("en", "contract_page.no_draft") in desk.text
    assert "To the question" in desk.screen.button(key="to_question").label
    with pytest.raises(AssertionError):
        component_data(desk.screen, "sheet")


def test_another_organisation_sees_nothing(desk: Desk, project: str, monkeypatch: pytest.MonkeyPatch) -> None:
    handed = accounts.add_person(
        None, name="Ada", login="ada@example.org", role=desk.actor.role, language="en", organisation="Other"
    )
    _, known = sign_in(handed.login, handed.password, "test")
    stranger = by_id(known.login_id)
    assert stranger is not None
    own = "another horse battery"
    change_own_password(stranger.actor, known.login_id, current=handed.password, new=own, again=own)
    monkeypatch.setattr(guard, "login_id", lambda: known.login_id)
    desk.visit("contract", project)
    assert [error.value for error in desk.screen.error] == [say("en", "accounts.not_found")]
    assert "Imaginary" not in desk.text
    with pytest.raises(AssertionError):
        component_data(desk.screen, "sheet")
    with pytest.raises(DomainError):
        save_term(stranger.actor, project, "payment_days", 20)
