"""Comments by colleagues at a question of the Requirements page, in both languages."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from streamlit.testing.v1 import AppTest

from domain.shared.people import Actor
from services.catalog import catalog
from services.comments import add_comment, read_comments, resolve_comments
from services.projects import create_project
from services.requirements import save_answer, set_aside
from services.unit import clock_set_to
from tests.colleagues_case import colleague_of
from tests.requirements_case import Desk, buttons, words

AT = datetime(2026, 11, 22, 14, 32, tzinfo=UTC)


@pytest.fixture
def desk(desk: Desk) -> Iterator[Desk]:
    with clock_set_to(lambda: AT):
        yield desk


@pytest.fixture
def colleague(desk: Desk) -> Actor:
    return colleague_of(desk.actor, "Wang")


@pytest.fixture
def project(desk: Desk) -> str:
    return create_project(desk.actor, "Five-language desk")


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


def test_another_organisation_finds_no_comment(desk: Desk, project: str) -> None:
    add_comment(desk.actor, project, "merchant_name", "Between us")
    elsewhere = replace(desk.actor, organisation_id="0" * 32)
    with pytest.raises(Exception, match="not_found"):
        read_comments(elsewhere, project)


def test_comments_on_a_question_not_asked_any_more_are_listed_and_settled_where_they_are_listed(
    desk: Desk, project: str, colleague: Actor
) -> None:
    save_answer(desk.actor, project, "channels", ["phone"])
    add_comment(colleague, project, "phone_answer_s", "Twenty seconds?")
    save_answer(desk.actor, project, "channels", ["email"])
    screen = desk.open(project, "company")
    wording = catalog().book.questions["phone_answer_s"].wording[desk.actor.language]
    (way,) = [button for button in screen.button if button.key == "talk_phone_answer_s"]
    assert wording in way.label
    assert words(desk, "comments.not_asked") in way.label
    way.click()
    desk.run()
    assert "Twenty seconds?" in desk.text
    screen.button(key="comments_resolve").click()
    desk.run()
    (remark,) = read_comments(desk.actor, project)["phone_answer_s"]
    assert not remark.is_open
    # Settled by mistake: while its thread is unfolded it can be opened again.
    screen.button(key="comments_reopen").click()
    desk.run()
    assert "talk_phone_answer_s" in buttons(screen)
    screen.button(key="comments_resolve").click()
    desk.run()
    screen.button(key="talk_phone_answer_s").click()
    desk.run()
    assert "talk_phone_answer_s" not in buttons(screen)
