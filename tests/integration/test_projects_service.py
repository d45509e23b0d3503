"""Projects: created, found, renamed, put away and taken back, each on both databases."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlmodel import select

from domain.shared.outcomes import DomainError
from domain.shared.people import Actor, Role
from models import AuditEntry, StoredFile
from services.exchange import project_files, project_zip
from services.journey import read_journey
from services.projects import create_project, list_projects, move_project, rename_project
from services.record import read_entries, save_entry
from services.samples import open_sample
from services.stored import read_stored
from services.unit import clock_set_to, look, work
from tests.projects_case import line_of
from words import LANGUAGES, say


def actions() -> list[str]:
    with look(None) as session:
        return [entry.action for entry in session.exec(select(AuditEntry)).all()]


def names(actor: Actor, **where: str) -> list[str]:
    return [line.name for line in list_projects(actor, **where)]  # type: ignore[arg-type]  # shelf is one of three


def test_a_project_is_created_renamed_and_both_are_written_down(admin: Actor) -> None:
    project = create_project(admin, "  Europe \t desk\n2027 ")
    assert line_of(admin, project).name == "Europe desk 2027"
    rename_project(admin, project, "Nordics")
    assert names(admin) == ["Nordics"]
    assert actions()[-2:] == ["projects.create", "projects.rename"]


def test_a_change_that_changes_nothing_is_not_written_down(admin: Actor) -> None:
    project = create_project(admin, "Nordics")
    before = actions()
    rename_project(admin, project, " Nordics ")
    move_project(admin, project, "active")
    assert actions() == before


def test_what_cannot_be_seen_is_taken_out_of_a_name(admin: Actor) -> None:
    project = create_project(admin, "Dep\u200bot\x00 \u202egnp.exe\x1b 🇪🇺客服")
    assert line_of(admin, project).name == "Depot gnp.exe 🇪🇺客服"


@pytest.mark.parametrize("given", ["", "   \n\t", "\x00\u200b"])
def test_a_project_without_a_name_is_refused_with_a_sentence(admin: Actor, given: str) -> None:
    with pytest.raises(DomainError) as refused:
        create_project(admin, given)
    assert say("en", refused.value.code, **refused.value.values) == "Please give the project a name."
    assert not list_projects(admin)


def test_a_name_may_have_120_characters_and_not_121(admin: Actor) -> None:
    project = create_project(admin, "客" * 120)
    with pytest.raises(DomainError) as refused:
        rename_project(admin, project, "客" * 121)
    for language in LANGUAGES:
        sentence = say(language, refused.value.code, **refused.value.values)
        assert "120" in sentence
        assert "121" in sentence
    assert line_of(admin, project).name == "客" * 120


def test_every_move_between_shelves_can_be_taken_back(admin: Actor) -> None:
    project = create_project(admin, "Nordics")
    move_project(admin, project, "archived")
    move_project(admin, project, "deleted")
    assert (names(admin), names(admin, shelf="archived"), names(admin, shelf="deleted")) == (
        [],
        [],
        ["Nordics"],
    )
    move_project(admin, project, "archived")
    assert names(admin, shelf="archived") == ["Nordics"]
    move_project(admin, project, "active")
    assert names(admin) == ["Nordics"]
    assert actions()[-4:] == [
        "projects.to_archived",
        "projects.to_deleted",
        "projects.to_archived",
        "projects.to_active",
    ]


def test_a_deleted_project_keeps_its_answers(admin: Actor) -> None:
    project = create_project(admin, "Nordics")
    save_entry(admin, project, "requirements", "orders_month", value=7)
    move_project(admin, project, "deleted")
    move_project(admin, project, "active")
    assert read_entries(admin, project, "requirements")["orders_month"].value == 7


def test_search_looks_in_the_names_of_one_shelf_whatever_the_case(admin: Actor) -> None:
    for name in ("Straße DE", "strasse fr", "欧洲五语种"):
        create_project(admin, name)
    assert set(names(admin, search=" STRASSE ")) == {"Straße DE", "strasse fr"}
    assert names(admin, search="五语") == ["欧洲五语种"]
    assert names(admin, search="%") == []
    assert names(admin, search="五语", shelf="deleted") == []


def test_what_was_changed_last_comes_first(admin: Actor) -> None:
    first, _ = create_project(admin, "first"), create_project(admin, "second")
    assert names(admin) == ["second", "first"]
    rename_project(admin, first, "first, renamed")
    assert names(admin) == ["first, renamed", "second"]


def test_an_answer_and_a_file_count_as_a_change_of_their_project(admin: Actor, stranger: Actor) -> None:
    start = datetime(2026, 11, 22, 8, tzinfo=UTC)
    with clock_set_to(lambda: start):
        first, second = create_project(admin, "first"), create_project(admin, "second")
        elsewhere = create_project(stranger, "another's")
    with clock_set_to(lambda: start + timedelta(hours=1)):
        save_entry(admin, first, "requirements", "orders_month", value=7)
    assert names(admin) == ["first", "second"]
    assert line_of(admin, first).changed_at == start + timedelta(hours=1)
    with clock_set_to(lambda: start + timedelta(hours=2)), work(admin) as session:
        session.add(
            StoredFile(project_id=second, subject="pilot", name="t.csv", sha256="", size=1, content=b"t")
        )
    assert names(admin) == ["second", "first"]
    assert line_of(admin, second).changed_at == start + timedelta(hours=2)
    assert line_of(stranger, elsewhere).changed_at == start


OF_ONE_PROJECT: dict[str, Callable[[Actor, str], object]] = {
    "read": read_stored,
    "rename": lambda actor, project: rename_project(actor, project, "mine"),
    "move": lambda actor, project: move_project(actor, project, "deleted"),
    "journey": read_journey,
    "entries": lambda actor, project: read_entries(actor, project, "requirements"),
    "save": lambda actor, project: save_entry(actor, project, "requirements", "orders_month", value=1),
    "save a plan": lambda actor, project: save_entry(actor, project, "pilot", "weeks", value=2),
    "files": project_files,
    "zip": project_zip,
}


def test_another_organisation_finds_nothing_by_id_and_changes_nothing(admin: Actor, stranger: Actor) -> None:
    project = create_project(admin, "Nordics")
    for name, act in OF_ONE_PROJECT.items():
        for project_id in (project, "0" * 32, "", "' OR 1=1 --"):
            with pytest.raises(DomainError) as refused:
                act(stranger, project_id)
            assert refused.value.code == "accounts.not_found", name
    assert names(stranger) == []
    assert names(admin) == ["Nordics"]
    assert read_entries(admin, project, "requirements") == {}


def test_a_vendor_may_do_nothing_with_projects(admin: Actor) -> None:
    project = create_project(admin, "Nordics")
    vendor = replace(admin, role=Role.VENDOR)
    elsewhere: dict[str, Callable[[Actor, str], object]] = {
        "list": lambda actor, _: list_projects(actor),
        "create": create_project,
        "sample": lambda actor, _: open_sample(actor),
    }
    for name, act in (OF_ONE_PROJECT | elsewhere).items():
        with pytest.raises(DomainError) as refused:
            act(vendor, project)
        assert refused.value.code == "accounts.not_allowed", name


@pytest.mark.parametrize("role", [Role.MERCHANT, Role.LEGAL])
def test_merchants_and_lawyers_may_work_on_projects(admin: Actor, role: Role) -> None:
    actor = replace(admin, role=role)
    project = create_project(actor, "Nordics")
    rename_project(actor, project, "Baltics")
    assert read_journey(actor, project).standing.name == "Baltics"
