"""The page of named versions in both languages: kept by hand, compared in words, restored and taken back."""

import pytest
from streamlit.testing.v1 import AppTest

from models import Project
from services.catalog import catalog
from services.projects import create_project, move_project
from services.record import content_of, read_entries
from services.requirements import accept_default, save_answer
from services.samples import open_sample
from services.unit import work
from services.versions import keep_version, keep_version_within, list_versions
from tests.requirements_case import Desk, words


@pytest.fixture
def project(desk: Desk) -> str:
    made = create_project(desk.actor, "Five-language desk")
    save_answer(desk.actor, made, "merchant_name", "Muster")
    accept_default(desk.actor, made, "standard_reply_h")
    return made


def differences(screen: AppTest) -> list[list[str]]:
    """The rows of the table of differences."""
    return [[str(cell).replace("\\", "") for cell in row] for row in screen.table[0].value.to_numpy()]


def test_signs_in_a_name_stand_in_the_lists_to_choose_from_as_they_were_typed(
    desk: Desk, project: str
) -> None:
    name = "V <b>1</b> **x**"
    keep_version(desk.actor, project, name)
    screen = desk.visit("versions", project)
    titled = words(desk, "versions.title_by_hand", number=1, name=name)
    assert titled in screen.selectbox(key="version_before").options
    # In its card the name is Markdown, where signs must mean nothing.
    assert "<b>" not in desk.text
    assert titled not in desk.text


def test_a_version_is_kept_by_hand_and_listed(desk: Desk, project: str) -> None:
    screen = desk.visit("versions", project)
    assert not screen.table
    screen.text_input(key="version_name").set_value("First draft")
    screen.button(key="version_keep").click()
    desk.run()
    assert [line.name for line in list_versions(desk.actor, project)] == ["First draft"]
    assert f"**{words(desk, 'versions.title_by_hand', number=1, name='First draft')}**" in desk.text
    assert "Lin" in desk.text
    assert screen.text_input(key="version_name").value == ""
    assert words(desk, "versions.no_difference") in [info.value for info in screen.info]


def test_a_version_without_a_name_is_refused_with_a_sentence(desk: Desk, project: str) -> None:
    screen = desk.visit("versions", project)
    screen.button(key="version_keep").click()
    desk.run()
    assert [error.value for error in screen.error] == [words(desk, "versions.name_empty")]
    assert list_versions(desk.actor, project) == ()


@pytest.mark.parametrize("occasion", ["ready", "share", "import", "restore"])
def test_a_version_that_was_kept_by_itself_says_why(desk: Desk, project: str, occasion: str) -> None:
    with work(desk.actor) as session:
        found = session.get(Project, project)
        assert found is not None
        keep_version_within(session, found, occasion, "7")  # type: ignore[arg-type]  # one of the occasions
    desk.visit("versions", project)
    title = words(desk, f"versions.title_{occasion}", number=1, name="7")
    assert f"**{title}**" in desk.text
    assert "{" not in title


def test_the_difference_to_now_is_said_as_the_questionnaire_says_answers(desk: Desk, project: str) -> None:
    keep_version(desk.actor, project, "first")
    save_answer(desk.actor, project, "merchant_name", "Muster *Trading*")
    save_answer(desk.actor, project, "standard_reply_h", 30)
    save_answer(desk.actor, project, "coverage", {"mon": [["09:00", "18:00"]]})
    screen = desk.visit("versions", project)
    said = {
        "zh": [
            ("merchant_name", "Muster", "Muster *Trading*"),
            ("coverage", "未回答", "周一 09:00–18:00"),
            ("standard_reply_h", "24 小时（已接受的默认值）", "30 小时"),
        ],
        "en": [
            ("merchant_name", "Muster", "Muster *Trading*"),
            ("coverage", "Not answered", "Mon 09:00–18:00"),
            ("standard_reply_h", "24 hours (default accepted)", "30 hours"),
        ],
    }
    language, asked = desk.actor.language, catalog().book.questions
    assert differences(screen) == [
        [asked[question].wording[language], before, after] for question, before, after in said[language]
    ]


def test_two_answers_that_words_cannot_tell_apart_are_marked(desk: Desk, project: str) -> None:
    days = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
    save_answer(desk.actor, project, "channels", ["email"])
    for name, busy in (("first", 1), ("second", 9)):
        weights = {day: [busy] + [1] * 23 for day in days}
        save_answer(desk.actor, project, "hour_profiles", {"email": {"weights": weights}})
        keep_version(desk.actor, project, name)
    screen = desk.visit("versions", project, before="1", after="2")
    ((_, before, after),) = differences(screen)
    assert after == words(desk, "versions.other_details", answer=before)


def test_two_versions_are_compared_and_the_choice_stands_in_the_address(desk: Desk, project: str) -> None:
    keep_version(desk.actor, project, "first")
    save_answer(desk.actor, project, "merchant_name", "two")
    keep_version(desk.actor, project, "second")
    save_answer(desk.actor, project, "merchant_name", "three")
    screen = desk.visit("versions", project)
    screen.selectbox(key="version_before").set_value(1)
    desk.run()
    screen.selectbox(key="version_after").set_value(2)
    desk.run()
    assert (screen.query_params["before"], screen.query_params["after"]) == ("1", "2")
    assert [row[1:] for row in differences(screen)] == [["Muster", "two"]]
    # A version is restored in place of what there is now, so only the difference to now offers it.
    assert "version_restore" not in [button.key for button in screen.button]
    screen.button(key="compare_1").click()
    desk.run()
    assert [row[1:] for row in differences(screen)] == [["Muster", "three"]]


@pytest.mark.parametrize("query", [{"before": "99", "after": "x"}, {"before": "-1"}, {"after": "1"}])
def test_an_address_that_names_no_version_shows_the_newest(
    desk: Desk, project: str, query: dict[str, str]
) -> None:
    keep_version(desk.actor, project, "first")
    save_answer(desk.actor, project, "merchant_name", "two")
    screen = desk.visit("versions", project, **query)
    assert screen.selectbox(key="version_before").value == 1


def test_restoring_says_how_many_answers_change_and_is_undone_with_one_click(
    desk: Desk, project: str
) -> None:
    def stored() -> object:
        return {
            key: content_of(entry) for key, entry in read_entries(desk.actor, project, "requirements").items()
        }

    first = stored()
    keep_version(desk.actor, project, "first")
    save_answer(desk.actor, project, "merchant_name", "two")
    save_answer(desk.actor, project, "markets", ["DE"])
    second = stored()
    screen = desk.visit("versions", project)
    button = screen.button(key="version_restore")
    assert button.label == words(desk, "versions.restore", number=1, count=2)
    button.click()
    desk.run()
    assert stored() == first
    assert words(desk, "versions.restored", number=1, kept=2) in desk.text
    screen.button(key="version_undo").click()
    desk.run()
    assert stored() == second
    assert "version_undo" not in [each.key for each in screen.button]


def test_a_deleted_project_shows_its_versions_and_restores_none(desk: Desk, project: str) -> None:
    keep_version(desk.actor, project, "first")
    save_answer(desk.actor, project, "merchant_name", "two")
    move_project(desk.actor, project, "deleted")
    screen = desk.visit("versions", project)
    screen.button(key="version_restore").click()
    desk.run()
    assert [error.value for error in screen.error] == [
        words(desk, "projects.deleted", name="Five-language desk")
    ]
    assert len(list_versions(desk.actor, project)) == 1


def test_the_questions_are_one_click_away(desk: Desk) -> None:
    sample = open_sample(desk.actor)
    screen = desk.visit("versions", sample)
    screen.button(key="version_back").click()
    desk.run()
    assert screen.query_params["project"] == sample
    assert "questionnaire_section" in screen.session_state
