"""Two people at one value of the record: who came later is refused and told, on both databases."""

import threading
from datetime import UTC, datetime, timedelta

import pytest

from domain.shared.contents import LastChange
from domain.shared.outcomes import DomainError
from domain.shared.people import Actor
from models import Project
from services.projects import create_project
from services.record import (
    NO_ENTRY,
    last_change,
    put_all,
)
from services.unit import clock_set_to, find, work
from tests.colleagues_case import colleague_of
from tests.record_case import entry, save, saves


@pytest.fixture
def project(admin: Actor) -> str:
    return create_project(admin, "Nordics")


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
