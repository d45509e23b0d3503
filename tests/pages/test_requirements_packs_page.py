"""Platform standards on the Requirements page: shown with whose they are, filled in at one click."""

from pathlib import Path

import pytest

from services.projects import create_project
from services.requirements import read_requirements, save_answer
from services.requirements_packs import answers_of_pack
from tests.requirements_case import a_desk
from words import LANGUAGES, Language, say

GUIDELINE = {"zh": "行业文章的建议", "en": "Guideline from a trade article"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_platform_shows_its_standards_and_fills_them_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: Language
) -> None:
    with a_desk(tmp_path, monkeypatch, language) as desk:
        project = create_project(desk.actor, "Shop")
        save_answer(desk.actor, project, "platforms", ["ebay"])
        save_answer(desk.actor, project, "high_value_reply_h", 8)
        desk.open(project, "markets")
        desk.screen.session_state["pack_ebay"] = True
        screen = desk.run()
        assert GUIDELINE[language] in desk.text
        assert say(language, "requirements.standing.guideline") in desk.text
        screen.button(key="fill_pack_ebay").click()
        desk.run()
        record = read_requirements(desk.actor, project).record
        assert record.origin("standard_reply_h") == "pack:ebay"
        # Undone, and done again.
        screen.button(key="take_back_pack_ebay").click()
        desk.run()
        record = read_requirements(desk.actor, project).record
        assert (record.origin("standard_reply_h"), answers_of_pack(record, "ebay")) == ("default", ())
        assert "take_back_pack_ebay" not in [button.key for button in screen.button]
        screen.button(key="fill_pack_ebay").click()
        desk.run()
        record = read_requirements(desk.actor, project).record
        assert record.value("high_value_reply_h") == 8
        desk.open(project, "standards")
        # One hint names the platform: the answer somebody typed has none.
        assert desk.text.count(say(language, "questionnaire.whence_pack", platform="eBay")) == len(
            [
                question
                for question in answers_of_pack(record, "ebay")
                if record.book.questions[question].section == "standards"
            ]
        )


def test_without_platforms_nothing_is_offered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with a_desk(tmp_path, monkeypatch, "en") as desk:
        desk.open(create_project(desk.actor, "Shop"), "markets")
        assert not any("standards for service" in box.label for box in desk.screen.expander)
