"""Comments on questions: read by colleagues, settled, deleted by their writer, on both databases."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlmodel import col, select

from domain.shared.outcomes import DomainError
from domain.shared.people import Actor, Role
from models import AuditEntry, Comment
from services.comments import add_comment, delete_comment, read_comments, reopen_comments, resolve_comments
from services.projects import create_project, move_project
from services.sentences import explain
from services.unit import clock_set_to, look
from tests.colleagues_case import colleague_of
from words import LANGUAGES

START = datetime(2026, 11, 22, 8, tzinfo=UTC)


@pytest.fixture
def project(admin: Actor) -> str:
    return create_project(admin, "Nordics")


def audited() -> list[tuple[str, Any, Any]]:
    with look(None) as session:
        chosen = select(AuditEntry).where(col(AuditEntry.action).startswith("comments."))
        rows = session.exec(chosen.order_by(col(AuditEntry.id))).all()
        return [(entry.action, entry.before, entry.after) for entry in rows]


def test_comments_of_colleagues_are_one_thread_per_question_in_the_order_written(
    admin: Actor, project: str
) -> None:
    colleague = colleague_of(admin, "Wang")
    with clock_set_to(lambda: START):
        add_comment(admin, project, "peaks", "Is Prime Day missing?\nI think so.")
    with clock_set_to(lambda: START + timedelta(minutes=5)):
        add_comment(colleague, project, "peaks", "  Yes, July. ")
        add_comment(colleague, project, "shops", "Which ones?")
    threads = read_comments(admin, project)
    assert set(threads) == {"peaks", "shops"}
    first, second = threads["peaks"]
    assert (first.text, first.by, first.is_own, first.at) == (
        "Is Prime Day missing?\nI think so.",
        "Lin",
        True,
        START,
    )
    assert (second.text, second.by, second.is_own, second.is_open) == ("Yes, July.", "Wang", False, True)


def test_settling_takes_what_the_person_saw_and_leaves_what_came_meanwhile(
    admin: Actor, project: str
) -> None:
    seen = add_comment(admin, project, "peaks", "Is Prime Day missing?")
    add_comment(admin, project, "peaks", "And 618?")
    with clock_set_to(lambda: START):
        resolve_comments(colleague_of(admin, "Wang"), project, [seen])
    first, second = read_comments(admin, project)["peaks"]
    assert (first.is_open, first.resolved_by, first.resolved_at) == (False, "Wang", START)
    assert second.is_open


def test_a_settled_comment_is_opened_again(admin: Actor, project: str) -> None:
    comment = add_comment(admin, project, "peaks", "Is Prime Day missing?")
    resolve_comments(admin, project, [comment])
    resolve_comments(admin, project, [comment])
    reopen_comments(admin, project, [comment])
    (again,) = read_comments(admin, project)["peaks"]
    assert (again.is_open, again.resolved_by) == (True, "")
    # Settling what is settled is no change.
    assert [action for action, _, _ in audited()] == ["comments.add", "comments.resolve", "comments.reopen"]


def test_only_the_writer_deletes_a_comment_and_then_its_words_are_gone(admin: Actor, project: str) -> None:
    colleague = colleague_of(admin, "Wang")
    comment = add_comment(colleague, project, "peaks", "a word that must vanish")
    with pytest.raises(DomainError) as refused:
        delete_comment(admin, project, comment)
    assert refused.value.code == "comments.not_own"
    assert read_comments(admin, project)["peaks"]
    delete_comment(colleague, project, comment)
    assert read_comments(admin, project) == {}
    with look(None) as session:
        assert session.exec(select(Comment)).all() == []
    assert audited() == [
        ("comments.add", None, {"question": "peaks"}),
        ("comments.delete", {"question": "peaks"}, None),
    ]


@pytest.mark.parametrize(
    ("question", "text", "code"),
    [
        ("peaks", " \n\t", "comments.empty"),
        ("peaks", "\u200b", "comments.empty"),
        ("peaks", "客" * 2001, "comments.long"),
        ("nowhere", "Hello", "comments.no_question"),
    ],
)
def test_a_comment_that_cannot_be_kept_is_refused_with_a_sentence(
    admin: Actor, project: str, question: str, text: str, code: str
) -> None:
    with pytest.raises(DomainError) as refused:
        add_comment(admin, project, question, text)
    assert refused.value.code == code
    assert all(explain(language, refused.value) for language in LANGUAGES)
    assert read_comments(admin, project) == {}


def test_a_comment_may_have_two_thousand_characters_and_loses_what_cannot_be_seen(
    admin: Actor, project: str
) -> None:
    add_comment(admin, project, "peaks", "客" * 2000 + "\x00\u202e")
    (kept,) = read_comments(admin, project)["peaks"]
    assert kept.text == "客" * 2000


def acts(comment: str) -> dict[str, Callable[[Actor, str], Any]]:
    return {
        "read": read_comments,
        "add": lambda actor, project: add_comment(actor, project, "peaks", "x"),
        "resolve": lambda actor, project: resolve_comments(actor, project, [comment]),
        "reopen": lambda actor, project: reopen_comments(actor, project, [comment]),
        "delete": lambda actor, project: delete_comment(actor, project, comment),
    }


def test_vendors_and_other_organisations_neither_see_nor_touch_comments(
    admin: Actor, stranger: Actor, project: str
) -> None:
    comment = add_comment(admin, project, "peaks", "Between us")
    before = read_comments(admin, project)
    for name, act in acts(comment).items():
        for actor, code in (
            (stranger, "accounts.not_found"),
            (replace(admin, role=Role.VENDOR), "accounts.not_allowed"),
        ):
            with pytest.raises(DomainError) as refused:
                act(actor, project)
            assert refused.value.code == code, name
    own = create_project(stranger, "Own")
    for name in ("resolve", "reopen", "delete"):
        with pytest.raises(DomainError, match="not_found"):
            acts(comment)[name](stranger, own)
    assert read_comments(admin, project) == before


def test_a_comment_of_another_project_is_not_found(admin: Actor, project: str) -> None:
    comment = add_comment(admin, create_project(admin, "Baltics"), "peaks", "x")
    for name in ("resolve", "reopen", "delete"):
        with pytest.raises(DomainError, match="not_found"):
            acts(comment)[name](admin, project)


def test_a_deleted_project_shows_its_comments_and_takes_no_change(admin: Actor, project: str) -> None:
    comment = add_comment(admin, project, "peaks", "x")
    move_project(admin, project, "deleted")
    assert read_comments(admin, project)["peaks"]
    for name in ("add", "resolve", "reopen", "delete"):
        with pytest.raises(DomainError, match=r"projects\.deleted"):
            acts(comment)[name](admin, project)
