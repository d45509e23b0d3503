"""The one record: a save is kept and written down with its state and origin, on both databases."""

from typing import Any

import pytest
from sqlalchemy.exc import StatementError

from domain.shared.contents import Content, State
from domain.shared.outcomes import DomainError
from domain.shared.people import Actor
from models import Project
from services.projects import create_project, move_project
from services.record import (
    NO_ENTRY,
    SUBJECTS,
    put_all,
    read_entries,
    replace_all,
    save_entry,
)
from services.sentences import explain
from services.unit import find, work
from tests.record_case import entry, save, saves


@pytest.fixture
def project(admin: Actor) -> str:
    return create_project(admin, "Nordics")


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
