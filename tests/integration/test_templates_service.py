"""A project copied as a template: what goes along, what stays behind, on both databases."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from sqlmodel import col, select

from domain.shared.contents import Content
from domain.shared.outcomes import DomainError
from domain.shared.people import Actor, Role
from models import AuditEntry
from services.comments import add_comment, read_comments
from services.pilot import read_pilot
from services.projects import create_project, list_projects
from services.record import content_of, read_entries, save_entry
from services.requirements import accept_default, read_requirements, save_answer, set_aside
from services.samples import open_sample
from services.stored import read_stored
from services.templates import copy_as_template, left_out_of_copy
from services.unit import look
from services.versions import keep_version, list_versions


@pytest.fixture
def project(admin: Actor) -> str:
    """A project with a party, a day, a vendor and the kind of work."""
    made = create_project(admin, "Nordics")
    save_answer(admin, made, "merchant_name", "Muster")
    save_answer(admin, made, "contract_start", "2027-01-01")
    save_answer(admin, made, "fx_cny_per_eur", 7.8)
    save_answer(admin, made, "vendor_name", "Ausgedacht GmbH")
    save_answer(admin, made, "channels", ["email", "chat"])
    accept_default(admin, made, "standard_reply_h")
    save_answer(admin, made, "platform_requirements", "24 h")
    set_aside(admin, made, "platform_requirements", "later")
    save_answer(admin, made, "languages_share", {"de": 0.6})
    return made


def test_the_answers_go_along_with_their_states_and_origins(admin: Actor, project: str) -> None:
    copy = copy_as_template(admin, project, " Baltics ")
    assert read_stored(admin, copy).name == "Baltics"
    kept = {key: content_of(entry) for key, entry in read_entries(admin, copy, "requirements").items()}
    assert kept == {
        "channels": Content(value=["email", "chat"]),
        "standard_reply_h": Content(value=24, origin="default"),
        "platform_requirements": Content(value="24 h", state="later"),
        "languages_share": Content(value={"de": 0.6}, state="draft"),
    }


def test_what_stays_behind_is_named_with_its_reason_in_the_order_asked(admin: Actor, project: str) -> None:
    assert list(left_out_of_copy(admin, project).items()) == [
        ("merchant_name", "names"),
        ("vendor_name", "vendor"),
        ("contract_start", "dates"),
        ("fx_cny_per_eur", "dates"),
    ]


def test_the_project_copied_is_left_as_it_was(admin: Actor, project: str) -> None:
    before = read_entries(admin, project, "requirements")
    copy = copy_as_template(admin, project, "Baltics")
    save_answer(admin, copy, "channels", ["phone"])
    assert read_entries(admin, project, "requirements") == before


def test_pilot_contract_files_comments_and_versions_stay_behind(admin: Actor) -> None:
    sample = open_sample(admin)
    save_entry(admin, sample, "contract", "fee", value=1)
    add_comment(admin, sample, "peaks", "Prime Day?")
    keep_version(admin, sample, "first")
    copy = copy_as_template(admin, sample, "Copy")
    assert read_entries(admin, copy, "pilot") == {}
    assert read_entries(admin, copy, "contract") == {}
    assert read_comments(admin, copy) == {}
    assert list_versions(admin, copy) == ()
    pilot = read_pilot(admin, copy, read_requirements(admin, copy).record)
    assert (pilot.plan, tuple(pilot.uploads)) == (None, ())


def test_a_copy_of_a_sample_is_still_marked_as_invented(admin: Actor) -> None:
    copy = copy_as_template(admin, open_sample(admin), "Copy")
    assert read_stored(admin, copy).sample == "shenzhen-eu"
    assert read_requirements(admin, copy).record.origin("channels") == "sample"


def test_copying_is_written_down_with_what_was_left_out(admin: Actor, project: str) -> None:
    copy = copy_as_template(admin, project, "Baltics")
    with look(None) as session:
        (entry,) = session.exec(select(AuditEntry).where(col(AuditEntry.action) == "projects.copy")).all()
    assert (entry.record_id, entry.after["from"]) == (copy, project)
    assert entry.after["left_out"] == ["merchant_name", "vendor_name", "contract_start", "fx_cny_per_eur"]


def test_a_copy_without_a_name_is_refused_and_nothing_is_left_of_it(admin: Actor, project: str) -> None:
    with pytest.raises(DomainError, match=r"projects\.name_empty"):
        copy_as_template(admin, project, "  ")
    assert [line.name for line in list_projects(admin)] == ["Nordics"]


ACTS: dict[str, Callable[[Actor, str], Any]] = {
    "copy": lambda actor, project: copy_as_template(actor, project, "mine"),
    "left out": left_out_of_copy,
}


@pytest.mark.parametrize("what", ACTS)
def test_another_organisation_and_vendors_copy_nothing(
    admin: Actor, stranger: Actor, project: str, what: str
) -> None:
    for actor, code in (
        (stranger, "accounts.not_found"),
        (replace(admin, role=Role.VENDOR), "accounts.not_allowed"),
    ):
        with pytest.raises(DomainError) as refused:
            ACTS[what](actor, project)
        assert refused.value.code == code
    assert list_projects(stranger) == []
