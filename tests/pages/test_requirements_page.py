"""The Requirements page: every section in both languages, the ways between them, what is missing."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1.element_tree import Block

from services.catalog import catalog
from services.projects import create_project
from services.requirements import read_requirements, save_answer
from services.samples import open_sample
from services.settings import settings
from tests.requirements_case import Desk, a_desk, answers, key, restart, words
from words import LANGUAGES, Language, say

SECTIONS = [section.id for section in catalog().book.sections]


@pytest.fixture(params=["en"])
def desk(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    with a_desk(tmp_path, monkeypatch, request.param) as made:
        yield made


@pytest.fixture
def project(desk: Desk) -> str:
    return create_project(desk.actor, "Five-language desk")


@pytest.mark.parametrize("desk", LANGUAGES, indirect=True)
@pytest.mark.parametrize("section", SECTIONS)
def test_every_section_asks_its_questions_of_the_sample_in_both_languages(desk: Desk, section: str) -> None:
    sample = open_sample(desk.actor)
    screen = desk.open(sample, section)
    language: Language = desk.actor.language
    record = read_requirements(desk.actor, sample).record
    for question in catalog().book.of_section(section):
        assert (f"### {question.wording[language]}" in desk.text) == record.applies(question.id)
    assert screen.session_state["questionnaire_section"] == section
    assert not desk.problems


@pytest.mark.parametrize("section", SECTIONS)
def test_every_section_opens_while_nothing_is_answered(desk: Desk, project: str, section: str) -> None:
    desk.open(project, section)
    assert not desk.problems
    assert not answers(desk, project)


def test_an_unknown_section_in_the_address_opens_the_first(desk: Desk, project: str) -> None:
    desk.open(project, "nowhere")
    assert f"## {catalog().book.sections[0].title.en}" in desk.text


@pytest.mark.parametrize("address", ["", "0" * 32])
def test_without_a_project_of_ones_own_there_is_a_sentence_and_a_way_home(desk: Desk, address: str) -> None:
    screen = desk.open(address)
    assert len(screen.error) == 1
    assert [button.key for button in screen.button if button.key == "to_home"]


def test_how_many_required_answers_are_left_is_said_in_every_section(desk: Desk, project: str) -> None:
    desk.open(project, "budget")
    missing = read_requirements(desk.actor, project).record.missing
    assert say("en", "questionnaire.required_left", given=0, all=len(missing), left=len(missing)) in desk.text
    save_answer(desk.actor, project, "product_industry", "Lamps")
    desk.open(project, "company")
    left = len(missing) - 1
    assert say("en", "questionnaire.required_left", given=1, all=len(missing), left=left) in desk.text


def test_what_is_missing_is_a_way_to_its_question(desk: Desk, project: str) -> None:
    screen = desk.open(project, "company")
    missing = read_requirements(desk.actor, project).record.missing
    assert {f"to_{question}" for question in missing} <= {button.key for button in screen.button}
    screen.button(key="to_time_zone").click().run()
    assert screen.query_params["section"] == "hours"
    assert "## Hours and coverage" in desk.text


def test_back_and_on_lead_through_all_sections(desk: Desk, project: str) -> None:
    screen = desk.open(project)
    for section in catalog().book.sections[1:]:
        screen.button(key="section_on").click().run()
        assert f"## {section.title.en}" in desk.text
    assert "to_cost" in [button.key for button in screen.button]
    screen.button(key="section_back").click().run()
    assert f"## {catalog().book.sections[-2].title.en}" in desk.text


def test_after_a_restart_everything_is_as_it_was(desk: Desk, project: str) -> None:
    screen = desk.open(project, "company")
    screen.text_input(key=key("merchant_name")).set_value("Muster").run()
    screen.menu_button(key="ways_merchant_size").set_value("later").run()
    screen.number_input(key=key("share_high_value")).set_value(140.0).run()
    before = (desk.text, [(each.key, each.value) for each in screen.number_input])
    restart(settings().database_url)
    screen = desk.open(project, "company")
    assert screen.text_input(key=key("merchant_name")).value == "Muster"
    assert (desk.text, [(each.key, each.value) for each in screen.number_input]) == before


def test_whoever_is_signed_out_meanwhile_saves_nothing(
    desk: Desk, project: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from ui import guard

    screen = desk.open(project, "company")
    monkeypatch.setattr(guard, "login_id", lambda: "")
    screen.text_input(key=key("merchant_name")).set_value("Muster").run()
    assert answers(desk, project) == {}
    assert not screen.text_input


def test_each_section_says_how_many_of_its_required_answers_are_left(desk: Desk, project: str) -> None:
    def marks() -> dict[str, str]:
        """The icon of each section by its words."""
        (pills,) = [each for each in desk.screen.button_group if each.key == "questionnaire_section"]
        options = [
            (option.content.replace("\u00a0", " "), option.content_icon) for option in pills.proto.options
        ]
        return {words: str(icon) for words, icon in options}

    desk.open(project, "markets")
    left = sum(question.required for question in catalog().book.of_section("company"))
    (company,) = [words for words in marks() if words.startswith("Company")]
    assert company.endswith(f", {left} required")
    assert "unchecked" in marks()[company]
    sample = open_sample(desk.actor)
    desk.open(sample, "markets")
    # Nothing required is missing any more, though optional questions may be open.
    assert not any("required" in words or "unchecked" in icon for words, icon in marks().items())


@pytest.mark.parametrize(("change", "said"), [({}, "all"), ({"merchant_name": "Own Ltd"}, "some")])
def test_the_head_says_how_much_of_a_project_is_invented(
    desk: Desk, change: dict[str, str], said: str
) -> None:
    sample = open_sample(desk.actor)
    for question, value in change.items():
        save_answer(desk.actor, sample, question, value)
    desk.open(sample)
    sentences = {"all": words(desk, "projects.sample_mark"), "some": words(desk, "projects.sample_mark_some")}
    facts = desk.text + "".join(str(element.value) for element in desk.screen.caption)
    assert {name for name, sentence in sentences.items() if sentence in facts} == {said}


def _in_order(block: Block) -> Iterator[str]:
    """What stands on the screen from above to below: texts and the heads of folded cards."""
    for each in block.children.values():
        if isinstance(each, Block):
            yield str(getattr(each, "label", ""))
            yield from _in_order(each)
        else:
            yield str(getattr(each, "value", ""))


def test_what_a_platform_asks_stands_under_the_question_for_platforms(desk: Desk, project: str) -> None:
    save_answer(desk.actor, project, "platforms", ["ebay"])
    desk.open(project, "markets")
    order = list(_in_order(desk.screen.main))
    wording = {name: f"### {catalog().book.questions[name].wording.en}" for name in ("platforms", "shops")}
    places = [
        next(place for place, text in enumerate(order) if text.startswith(start))
        for start in (wording["platforms"], "eBay: ", wording["shops"])
    ]
    assert places == sorted(places)
