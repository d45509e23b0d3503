"""Several people at one questionnaire, in both languages: two answers to a question, comments, ready."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from domain.shared.people import Actor
from services.catalog import catalog
from services.comments import add_comment, read_comments, resolve_comments
from services.projects import create_project, move_project
from services.requirements import read_requirements, save_answer, set_aside
from services.samples import open_sample
from services.unit import clock_set_to
from services.versions import list_versions
from tests.colleagues_case import colleague_of
from tests.requirements_case import Desk, a_desk
from words import LANGUAGES, say

AT = datetime(2026, 11, 22, 14, 32, tzinfo=UTC)


@pytest.fixture(params=LANGUAGES)
def desk(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    with a_desk(tmp_path, monkeypatch, request.param) as made, clock_set_to(lambda: AT):
        yield made


@pytest.fixture
def colleague(desk: Desk) -> Actor:
    return colleague_of(desk.actor, "Wang")


@pytest.fixture
def project(desk: Desk) -> str:
    return create_project(desk.actor, "Five-language desk")


def words(desk: Desk, key: str, **values: str | int) -> str:
    return say(desk.actor.language, key, **values)


def key(question: str, part: str = "", visit: int = 1, filled: int = 0) -> str:
    return f"answer_{visit}_{filled}_{question}{'_' + part if part else ''}"


def stored(desk: Desk, project: str, question: str) -> Any:
    entry = read_requirements(desk.actor, project).entries.get(question)
    return entry and entry.value


def buttons(screen: AppTest) -> list[str]:
    return [str(button.key) for button in screen.button]


def type_over(desk: Desk, project: str, other: Actor, mine: str = "Mine") -> AppTest:
    """Somebody else answers while the person at the desk has the page open and then types."""
    screen = desk.open(project, "company")
    with clock_set_to(lambda: AT - timedelta(minutes=2)):
        save_answer(other, project, "merchant_name", "Theirs")
    screen.text_input(key=key("merchant_name")).set_value(mine)
    return desk.run()


def test_both_answers_are_shown_with_who_and_when(desk: Desk, project: str, colleague: Actor) -> None:
    type_over(desk, project, colleague)
    assert stored(desk, project, "merchant_name") == "Theirs"
    assert len(desk.problems) == 1
    said = {
        "zh": ("您的答案，14:32，尚未保存", "Wang 的答案，已保存 14:30"),
        "en": ("Your answer, 14:32, not saved", "Answer of Wang, saved 14:30"),
    }
    for head, answer in zip(said[desk.actor.language], ("Mine", "Theirs"), strict=True):
        assert f"[{head}]" in desk.text
        assert answer in [element.value for element in desk.screen.markdown]


def test_the_other_window_of_the_same_person_is_called_so(desk: Desk, project: str) -> None:
    type_over(desk, project, desk.actor)
    assert words(desk, "conflict.own", time="14:30") in desk.text


def test_mine_is_saved_on_demand(desk: Desk, project: str, colleague: Actor) -> None:
    screen = type_over(desk, project, colleague)
    screen.button(key="mine_merchant_name").click()
    desk.run()
    assert stored(desk, project, "merchant_name") == "Mine"
    assert not desk.problems
    assert screen.text_input(key=key("merchant_name", filled=1)).value == "Mine"


def test_theirs_is_kept_on_demand(desk: Desk, project: str, colleague: Actor) -> None:
    screen = type_over(desk, project, colleague)
    screen.button(key="theirs_merchant_name").click()
    desk.run()
    assert stored(desk, project, "merchant_name") == "Theirs"
    assert not desk.problems
    assert screen.text_input(key=key("merchant_name", filled=1)).value == "Theirs"


def test_an_answer_given_while_the_choice_was_open_is_not_overwritten_unseen(
    desk: Desk, project: str, colleague: Actor
) -> None:
    screen = type_over(desk, project, colleague)
    save_answer(colleague, project, "merchant_name", "Third")
    screen.button(key="mine_merchant_name").click()
    desk.run()
    assert stored(desk, project, "merchant_name") == "Third"
    assert "Third" in [element.value for element in desk.screen.markdown]
    screen.button(key="mine_merchant_name").click()
    desk.run()
    assert stored(desk, project, "merchant_name") == "Mine"


def test_an_answer_taken_away_meanwhile_is_shown_as_such(desk: Desk, project: str, colleague: Actor) -> None:
    save_answer(desk.actor, project, "merchant_name", "First")
    screen = desk.open(project, "company")
    save_answer(colleague, project, "merchant_name", None)
    screen.text_input(key=key("merchant_name")).set_value("Mine")
    desk.run()
    assert words(desk, "said.nothing") in [element.value for element in screen.markdown]
    assert words(desk, "conflict.theirs", name="Wang", time="14:32") in desk.text
    screen.button(key="mine_merchant_name").click()
    desk.run()
    assert stored(desk, project, "merchant_name") == "Mine"


def test_what_was_typed_stays_in_view_when_a_colleague_set_the_question_aside(
    desk: Desk, project: str, colleague: Actor
) -> None:
    screen = desk.open(project, "company")
    set_aside(colleague, project, "merchant_name", "later")
    screen.text_input(key=key("merchant_name")).set_value("Mine")
    desk.run()
    shown = [element.value for element in screen.markdown]
    assert "Mine" in shown
    assert words(desk, "said.later") in shown


def test_setting_aside_what_a_colleague_just_answered_asks_as_well(
    desk: Desk, project: str, colleague: Actor
) -> None:
    screen = desk.open(project, "company")
    save_answer(colleague, project, "merchant_size", "large")
    screen.menu_button(key="ways_merchant_size").set_value("later")
    desk.run()
    assert words(desk, "said.later") in [element.value for element in screen.markdown]
    assert stored(desk, project, "merchant_size") == "large"
    screen.button(key="mine_merchant_size").click()
    desk.run()
    assert read_requirements(desk.actor, project).set_aside("merchant_size") == "later"


def test_two_people_on_two_questions_of_a_section_do_not_meet(
    desk: Desk, project: str, colleague: Actor
) -> None:
    screen = desk.open(project, "company")
    save_answer(colleague, project, "share_high_value", 0.07)
    screen.text_input(key=key("merchant_name")).set_value("Mine")
    desk.run()
    assert not desk.problems
    assert stored(desk, project, "merchant_name") == "Mine"
    assert stored(desk, project, "share_high_value") == 0.07


def test_what_waits_for_a_choice_outlasts_a_walk_through_the_sections(
    desk: Desk, project: str, colleague: Actor
) -> None:
    screen = type_over(desk, project, colleague)
    screen.button(key="section_on").click()
    desk.run()
    assert "to_merchant_name" in buttons(screen)
    screen.button(key="section_back").click()
    desk.run()
    screen.button(key="mine_merchant_name").click()
    desk.run()
    assert stored(desk, project, "merchant_name") == "Mine"


def test_signs_in_an_answer_mean_nothing_beside_the_other(desk: Desk, project: str, colleague: Actor) -> None:
    type_over(desk, project, colleague, mine="*a* [b](c)")
    assert "\\*a\\* \\[b\\]\\(c\\)" in [element.value for element in desk.screen.markdown]


def unfold(desk: Desk, project: str, question: str = "merchant_name") -> AppTest:
    screen = desk.open(project, "company")
    if any(button.key == f"comments_{question}" for button in screen.button):
        screen.button(key=f"comments_{question}").click()
    else:
        screen.menu_button(key=f"ways_{question}").set_value("comment")
    return desk.run()


def test_a_comment_is_written_at_its_question_and_counted_there(desk: Desk, project: str) -> None:
    screen = unfold(desk, project)
    assert screen.query_params["comments"] == "merchant_name"
    screen.text_area(key="comment_text_merchant_name").set_value("Which company?\n*GmbH* or Ltd.?")
    screen.button(key="send_merchant_name").click()
    desk.run()
    (kept,) = read_comments(desk.actor, project)["merchant_name"]
    assert kept.text == "Which company?\n*GmbH* or Ltd.?"
    assert "Which company?  \n\\*GmbH\\* or Ltd.?" in [element.value for element in screen.markdown]
    assert words(desk, "comments.open", count=1) in screen.button(key="comments_merchant_name").label
    assert screen.text_area(key="comment_text_merchant_name").value == ""
    screen.button(key="comments_merchant_name").click()
    desk.run()
    assert not [area for area in screen.text_area if str(area.key).startswith("comment_text")]


def test_an_empty_comment_is_refused_under_its_field(desk: Desk, project: str) -> None:
    screen = unfold(desk, project)
    screen.button(key="send_merchant_name").click()
    desk.run()
    assert any(words(desk, "comments.empty") in sentence for sentence in desk.problems)
    assert read_comments(desk.actor, project) == {}


def test_a_thread_is_settled_and_opened_again(desk: Desk, project: str, colleague: Actor) -> None:
    add_comment(colleague, project, "merchant_name", "Which company?")
    screen = unfold(desk, project)
    assert "Wang" in desk.text
    # Another's comment cannot be deleted.
    assert not [each for each in buttons(screen) if each.startswith("sure_")]
    screen.button(key="comments_resolve").click()
    desk.run()
    assert words(desk, "comments.resolved", name="Lin", time="14:32") in desk.text
    assert words(desk, "comments.comment") in screen.button(key="comments_merchant_name").label
    screen.button(key="comments_reopen").click()
    desk.run()
    assert read_comments(desk.actor, project)["merchant_name"][0].is_open


def test_ones_own_comment_is_deleted(desk: Desk, project: str) -> None:
    comment = add_comment(desk.actor, project, "merchant_name", "A slip")
    screen = unfold(desk, project)
    screen.button(key=f"sure_{comment}").click()
    desk.run()
    assert read_comments(desk.actor, project) == {}
    assert "A slip" not in desk.text


def test_open_comments_are_listed_with_a_way_to_their_thread(
    desk: Desk, project: str, colleague: Actor
) -> None:
    add_comment(colleague, project, "peaks", "Prime Day?")
    settled = add_comment(colleague, project, "markets", "Norway?")
    resolve_comments(colleague, project, [settled])
    screen = desk.open(project, "company")
    assert "talk_markets" not in buttons(screen)
    screen.button(key="talk_peaks").click()
    desk.run()
    assert screen.query_params["section"] == catalog().book.questions["peaks"].section
    assert "Prime Day?" in [element.value for element in screen.markdown]


def test_a_question_set_aside_can_still_be_talked_about(desk: Desk, project: str, colleague: Actor) -> None:
    set_aside(desk.actor, project, "merchant_name", "later")
    add_comment(colleague, project, "merchant_name", "I ask the lawyer.")
    unfold(desk, project)
    assert "I ask the lawyer." in [element.value for element in desk.screen.markdown]


LAST = catalog().book.sections[-1].id


def test_while_something_is_missing_nothing_is_ready(desk: Desk, project: str) -> None:
    screen = desk.open(project, LAST)
    count = len(read_requirements(desk.actor, project).unsettled)
    assert words(desk, "versions.not_ready", count=count) in desk.text
    assert "declare_ready" not in buttons(screen)


def test_ready_is_declared_in_the_last_section_and_counts_later_changes(desk: Desk) -> None:
    sample = open_sample(desk.actor)
    screen = desk.open(sample, LAST)
    screen.button(key="declare_ready").click()
    desk.run()
    (version,) = list_versions(desk.actor, sample)
    assert version.occasion == "ready"
    since = words(desk, "versions.ready_since", number=1, name="Lin", time="14:32")
    assert since in desk.text
    assert "declare_ready" not in buttons(screen)
    save_answer(desk.actor, sample, "merchant_name", "Another")
    desk.run()
    assert words(desk, "versions.changed_since", count=1) in desk.text
    assert "declare_ready" in buttons(screen)


def test_a_deleted_project_is_not_declared_ready(desk: Desk) -> None:
    sample = open_sample(desk.actor)
    screen = desk.open(sample, LAST)
    move_project(desk.actor, sample, "deleted")
    screen.button(key="declare_ready").click()
    desk.run()
    assert len(screen.error) == 1
    assert list_versions(desk.actor, sample) == ()


def test_the_versions_are_one_click_away(desk: Desk, project: str) -> None:
    screen = desk.open(project, "company")
    screen.button(key="to_versions").click()
    desk.run()
    assert "version_keep" in buttons(screen)


def test_another_organisation_finds_no_comment(desk: Desk, project: str) -> None:
    add_comment(desk.actor, project, "merchant_name", "Between us")
    elsewhere = replace(desk.actor, organisation_id="0" * 32)
    with pytest.raises(Exception, match="not_found"):
        read_comments(elsewhere, project)
