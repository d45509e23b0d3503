"""A project is read in one look: everything stored of it, agreeing with itself, and nobody else's."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import event

from domain.shared.outcomes import DomainError
from domain.shared.people import Actor, Role
from models.engine import get_engine
from services.contract import contract_of, read_contract
from services.journey import read_journey, read_open_project
from services.pilot import pilot_of, read_pilot
from services.pilot_files import list_uploads, remove_upload
from services.projects import create_project
from services.record import read_entries, save_entry
from services.requirements import read_requirements
from services.samples import open_sample
from services.settings import settings
from services.stored import read_stored


@contextmanager
def questions_to_the_database() -> Iterator[list[str]]:
    asked: list[str] = []

    def note(_conn: Any, _cursor: Any, statement: str, *_more: Any) -> None:
        if statement.startswith("SELECT"):
            asked.append(statement)

    engine = get_engine(settings().database_url)
    event.listen(engine, "before_cursor_execute", note)
    try:
        yield asked
    finally:
        event.remove(engine, "before_cursor_execute", note)


def test_a_page_asks_the_database_once_for_the_project_its_values_and_its_files(admin: Actor) -> None:
    project = open_sample(admin)
    with questions_to_the_database() as asked:
        opened = read_open_project(admin, project)
        pilot_of(admin, opened.stored, opened.requirements.record)
        contract_of(opened.stored, opened.requirements)
    # What is kept of the ticket file was read by the first look; its content is fetched at most once.
    tables = [statement.split("FROM ")[1].split()[0] for statement in asked if "content" not in statement]
    assert tables == ["projects", "record_entries", "stored_files", "scenarios", "named_versions"]


def test_one_look_says_the_same_as_asking_for_each_part(admin: Actor) -> None:
    project = open_sample(admin)
    save_entry(admin, project, "contract", "fee", value=7)
    opened = read_open_project(admin, project)
    requirements = read_requirements(admin, project)
    assert opened.requirements == requirements
    assert opened.journey == read_journey(admin, project)
    assert opened.stored.entries["contract"] == read_entries(admin, project, "contract")
    pilot = pilot_of(admin, opened.stored, requirements.record)
    assert pilot == read_pilot(admin, project, requirements.record)
    assert contract_of(opened.stored, requirements).content == read_contract(admin, project).content


def test_a_new_project_has_every_subject_and_nothing_in_it(admin: Actor) -> None:
    stored = read_stored(admin, create_project(admin, "Baltics"))
    assert stored.entries == {"requirements": {}, "pilot": {}, "contract": {}}
    assert stored.name == "Baltics"
    assert not stored.sample
    assert not stored.files


def test_a_removed_file_no_longer_counts_and_is_still_there(admin: Actor) -> None:
    project = open_sample(admin)
    (file,) = list_uploads(admin, project)
    remove_upload(admin, file.id)
    stored = read_stored(admin, project)
    assert stored.uploads == ()
    assert [each.id for each in stored.removed] == [file.id]


def test_a_project_of_others_is_not_found(admin: Actor, stranger: Actor) -> None:
    with pytest.raises(DomainError, match="not_found"):
        read_stored(stranger, create_project(admin, "Baltics"))


def test_a_vendor_may_not_look(admin: Actor) -> None:
    vendor = replace(admin, role=Role.VENDOR)
    with pytest.raises(DomainError, match="not_allowed"):
        read_stored(vendor, create_project(admin, "Baltics"))
