"""The one record: a save is kept, written down, and never overwrites somebody else's change unseen."""

import threading
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy.exc import StatementError
from sqlmodel import col, select

from domain.shared.contents import Content, LastChange, State
from domain.shared.outcomes import DomainError
from domain.shared.people import Actor
from models import AuditEntry, Project
from services.projects import create_project, move_project
from services.record import (
    NO_ENTRY,
    SUBJECTS,
    Entry,
    last_change,
    put_all,
    read_entries,
    replace_all,
    save_entry,
)
from services.sentences import explain
from services.unit import clock_set_to, find, look, work
from tests.colleagues_case import colleague_of


@pytest.fixture
def project(admin: Actor) -> str:
    return create_project(admin, "Nordics")


def entry(actor: Actor, project: str, key: str = "orders_month") -> Entry | None:
    return read_entries(actor, project, "requirements").get(key)


def save(actor: Actor, project: str, value: Any, **more: Any) -> int:
    return save_entry(actor, project, "requirements", "orders_month", value=value, **more)


def saves() -> list[AuditEntry]:
    with look(None) as session:
        chosen = select(AuditEntry).where(col(AuditEntry.action).like("%.save")).order_by(col(AuditEntry.id))
        return list(session.exec(chosen).all())


def test_every_save_has_a_new_version_and_its_line_in_the_audit(admin: Actor, project: str) -> None:
    assert [save(admin, project, value) for value in (100, 200, 300)] == [1, 2, 3]
    last = saves()[-1]
    assert len(saves()) == 3
    assert (last.action, last.user_id, last.kind) == ("requirements.save", admin.user_id, "record_entries")
    assert last.before == {"state": "answered", "value": 200}
    assert last.after == {"key": "orders_month", "state": "answered", "value": 300}


def test_the_same_value_again_changes_nothing(admin: Actor, project: str) -> None:
    save(admin, project, {"email": 1, "chat": 2})
    before = entry(admin, project)
    assert save(admin, project, {"chat": 2, "email": 1}) == 1
    assert entry(admin, project) == before
    assert len(saves()) == 1


@pytest.mark.parametrize("origin", ["default", "sample"])
def test_typing_the_value_that_a_default_or_a_sample_gave_makes_it_ones_own(
    admin: Actor, project: str, origin: str
) -> None:
    first = save(admin, project, 24, origin=origin)
    assert save(admin, project, 24, version=first) == first + 1
    kept = entry(admin, project)
    assert kept is not None
    assert (kept.value, kept.origin) == (24, "typed")
    assert saves()[-1].before == {"state": "answered", "value": 24, "origin": origin}


def test_a_default_never_makes_a_typed_value_an_assumption(admin: Actor, project: str) -> None:
    save(admin, project, 24)
    assert save(admin, project, 24, origin="default") == 1
    kept = entry(admin, project)
    assert kept is not None
    assert kept.origin == "typed"


def test_a_deleted_project_takes_no_change_until_it_is_restored(admin: Actor, project: str) -> None:
    save(admin, project, 100)
    move_project(admin, project, "deleted")
    for subject in SUBJECTS:
        with pytest.raises(DomainError) as refused:
            save_entry(admin, project, subject, "orders_month", value=200)
        assert refused.value.code == "projects.deleted"
        assert "Nordics" in explain("en", refused.value)
    kept = entry(admin, project)
    assert kept is not None
    assert kept.value == 100
    move_project(admin, project, "active")
    assert save(admin, project, 200) == 2


def test_a_value_that_was_never_there_can_be_taken_away(admin: Actor, project: str) -> None:
    assert save(admin, project, None) == NO_ENTRY
    assert saves() == []


def test_taking_an_answer_away_leaves_nothing_but_its_line_in_the_audit(admin: Actor, project: str) -> None:
    save(admin, project, 100)
    assert save(admin, project, None) == NO_ENTRY
    assert entry(admin, project) is None
    assert saves()[-1].before == {"state": "answered", "value": 100}


def test_a_save_over_somebody_elses_change_is_refused_and_changes_nothing(admin: Actor, project: str) -> None:
    read = save(admin, project, 100)
    save(admin, project, 200, version=read)
    with pytest.raises(DomainError) as refused:
        save(admin, project, 300, version=read)
    assert refused.value.code == "accounts.overtaken"
    kept = entry(admin, project)
    assert kept is not None
    assert (kept.value, kept.version) == (200, 2)
    assert len(saves()) == 2


def test_a_first_answer_over_somebody_elses_first_answer_is_refused(admin: Actor, project: str) -> None:
    save(admin, project, 100, version=NO_ENTRY)
    with pytest.raises(DomainError, match="overtaken"):
        save(admin, project, 200, version=NO_ENTRY)


def test_a_change_to_an_answer_that_was_taken_away_is_refused(admin: Actor, project: str) -> None:
    read = save(admin, project, 100)
    save(admin, project, None)
    with pytest.raises(DomainError, match="overtaken"):
        save(admin, project, 200, version=read)
    # Given, taken away, given again: the version counts on.
    assert save(admin, project, 200, version=NO_ENTRY) == 3


def test_a_change_to_an_answer_that_was_taken_away_and_given_again_is_refused(
    admin: Actor, project: str
) -> None:
    read = save(admin, project, 100)
    save(admin, project, None)
    save(admin, project, 300, version=NO_ENTRY)
    with pytest.raises(DomainError, match="overtaken"):
        save(admin, project, 200, version=read)
    assert entry(admin, project).value == 300  # type: ignore[union-attr]  # it was just given


def test_whoever_changed_a_value_last_is_known_by_name_also_after_taking_it_away(
    admin: Actor, project: str
) -> None:
    assert last_change(admin, project, "requirements", "orders_month") is None
    start = datetime(2026, 11, 22, 8, tzinfo=UTC)
    colleague = colleague_of(admin, "Wang")
    with clock_set_to(lambda: start):
        save(admin, project, 100)
    assert last_change(admin, project, "requirements", "orders_month") == LastChange(
        by="Lin", is_own=True, at=start
    )
    with clock_set_to(lambda: start + timedelta(minutes=5)):
        save(colleague, project, None)
    assert last_change(admin, project, "requirements", "orders_month") == LastChange(
        by="Wang", is_own=False, at=start + timedelta(minutes=5)
    )


def test_a_subject_is_replaced_whole_with_states_and_origins(admin: Actor, project: str) -> None:
    save(admin, project, 100)
    save_entry(admin, project, "requirements", "occupancy", value=0.8, origin="sample")
    save_entry(admin, project, "pilot", "weeks", value=3)
    wanted = {
        "occupancy": Content(value=0.8, origin="default"),
        "peaks": Content(value=[{"name": "Christmas"}], state="draft"),
        "shops": Content(state="later"),
    }
    with work(admin) as session:
        replace_all(session, find(session, Project, project), "requirements", wanted)
    kept = read_entries(admin, project, "requirements")
    assert {key: (each.value, each.state, each.origin) for key, each in kept.items()} == {
        "occupancy": (0.8, "answered", "default"),
        "peaks": ([{"name": "Christmas"}], "draft", "typed"),
        "shops": (None, "later", "typed"),
    }
    assert read_entries(admin, project, "pilot")["weeks"].value == 3
    # Two saves, a plan, and one line for each of the four values that became another.
    assert len(saves()) == 3 + 4
    assert saves()[3].before == {"state": "answered", "value": 0.8, "origin": "sample"}


def test_the_same_answer_twice_is_nobodys_conflict(admin: Actor, project: str) -> None:
    save(admin, project, 100, version=NO_ENTRY)
    assert save(admin, project, 100, version=NO_ENTRY) == 1


def test_saving_over_a_change_knowingly_is_possible(admin: Actor, project: str) -> None:
    save(admin, project, 100)
    assert save(admin, project, 200, version=None) == 2


def test_two_first_answers_at_the_same_moment_leave_one_and_refuse_the_other(
    admin: Actor, project: str
) -> None:
    outcomes: list[str] = []

    def second() -> None:
        try:
            outcomes.append(str(save(admin, project, 200, version=NO_ENTRY)))
        except DomainError as error:
            outcomes.append(error.code)

    other = threading.Thread(target=second)
    with work(admin) as session:
        put_all(
            session,
            find(session, Project, project),
            "requirements",
            {"orders_month": (100, "answered")},
            origin="typed",
        )
        other.start()
        # Long enough for the second to look for the value and find none.
        other.join(timeout=0.5)
        assert outcomes == []
    other.join(timeout=20)
    assert outcomes == ["accounts.overtaken"]
    kept = entry(admin, project)
    assert kept is not None
    assert kept.value == 100


@pytest.mark.parametrize("state", ["draft", "later", "not_applicable"])
def test_a_value_keeps_its_state(admin: Actor, project: str, state: Any) -> None:
    typed = "about 12" if state == "draft" else None
    save(admin, project, typed, state=state)
    kept = entry(admin, project)
    assert kept is not None
    assert (kept.state, kept.value, kept.origin) == (state, typed, "typed")


def test_subjects_do_not_see_each_others_keys(admin: Actor, project: str) -> None:
    save_entry(admin, project, "pilot", "weeks", value=3)
    save_entry(admin, project, "contract", "weeks", value=4)
    assert read_entries(admin, project, "pilot")["weeks"].value == 3
    assert read_entries(admin, project, "contract")["weeks"].value == 4
    assert read_entries(admin, project, "requirements") == {}


def test_many_values_are_saved_together_or_not_at_all(admin: Actor, project: str) -> None:
    values: dict[str, tuple[Any, State]] = {
        "orders_month": (5, "answered"),
        "occupancy": (float("nan"), "answered"),
    }
    with pytest.raises(StatementError, match="JSON"), work(admin) as session:
        put_all(session, find(session, Project, project), "requirements", values, origin="typed")
    assert read_entries(admin, project, "requirements") == {}
    assert saves() == []


@pytest.mark.parametrize(
    "value",
    ["多行\n文字 🇪🇺 'x'; --", 0, 0.1, True, [], {"mon": [["09:00", "19:00"]]}, {"amount": "0.10"}, "\x00"],
)
def test_what_is_stored_comes_back_as_it_was(admin: Actor, project: str, value: Any) -> None:
    save(admin, project, value)
    kept = entry(admin, project)
    assert kept is not None
    assert kept.value == value
    assert type(kept.value) is type(value)
