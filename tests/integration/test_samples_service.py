"""The sample opens whole or not at all."""

import json
import tomllib
from dataclasses import replace

import pytest
from sqlmodel import select

from domain.shared.people import Actor
from models import AuditEntry, Project, RecordEntry, StoredFile
from services import samples
from services.exchange import project_files
from services.journey import read_journey
from services.pilot import read_pilot
from services.projects import list_projects, new_project
from services.record import read_entries
from services.requirements import read_requirements
from services.unit import UnitSession, look, work
from tests.portal_server import ROOT
from tests.projects_case import line_of

FOLDER = ROOT / "data" / "samples" / "shenzhen-eu"


def rows() -> dict[str, int]:
    with look(None) as session:
        kinds = (Project, RecordEntry, StoredFile, AuditEntry)
        return {kind.__name__: len(session.exec(select(kind)).all()) for kind in kinds}


def test_the_sample_opens_with_everything_of_its_files(admin: Actor) -> None:
    project = samples.open_sample(admin)
    line = line_of(admin, project)
    assert (line.sample, line.shelf) == ("shenzhen-eu", "active")
    assert "synthetic" in line.name
    typed = tomllib.loads((FOLDER / "requirements.toml").read_text(encoding="utf-8"))
    entries = read_entries(admin, project, "requirements")
    assert set(entries) == {*typed["answers"], *typed["later"], *typed["not_applicable"]}
    assert {entry.origin for entry in entries.values()} == {"sample"}
    assert entries["contacts_month"].value == {"email": 3300, "marketplace": 600, "chat": 1500, "phone": 600}
    pilot = read_pilot(admin, project, read_requirements(admin, project).record)
    assert pilot.plan is not None
    assert pilot.plan.weeks == 4
    assert [upload.size for upload in pilot.uploads] == [(FOLDER / "tickets.csv").stat().st_size]


def test_the_sample_stands_at_its_contract_with_every_stage_before_it_done(admin: Actor) -> None:
    journey = read_journey(admin, samples.open_sample(admin))
    states = {stage.id: stage.state for stage in journey.stages}
    assert states == {
        "requirements": "done",
        "cost": "done",
        "request": "done",
        "pilot": "done",
        "contract": "draft",
    }
    assert journey.next_stage.id == "contract"
    assert (journey.standing.contacts_month, journey.standing.coverage_hours_week) == (6000, 60)
    assert journey.standing.languages == ("de", "fr", "es", "it", "en")


def test_the_sample_is_named_in_the_language_of_whoever_opens_it(admin: Actor) -> None:
    chinese = samples.open_sample(replace(admin, language="zh"))
    english = samples.open_sample(admin)
    assert "虚构" in line_of(admin, chinese).name
    assert not any(sign.isascii() and sign.isalpha() for sign in line_of(admin, chinese).name)
    assert "synthetic" in line_of(admin, english).name
    assert line_of(admin, english).name.isascii()


def test_opening_the_sample_twice_makes_two_projects(admin: Actor) -> None:
    assert samples.open_sample(admin) != samples.open_sample(admin)
    assert len(list_projects(admin)) == 2


def test_the_ticket_file_of_the_sample_has_its_line_in_the_audit(admin: Actor) -> None:
    samples.open_sample(admin)
    with look(None) as session:
        found = [entry.kind for entry in session.exec(select(AuditEntry)) if entry.action == "pilot.add_file"]
    assert found == ["stored_files"]


def test_a_failure_on_the_way_leaves_nothing(admin: Actor, monkeypatch: pytest.MonkeyPatch) -> None:
    before = rows()

    def full_disk(*_: object) -> StoredFile:
        raise OSError

    monkeypatch.setattr(samples, "stored_file", full_disk)
    with pytest.raises(OSError):  # noqa: PT011  # raised two lines above
        samples.open_sample(admin)
    assert rows() == before


def test_a_unit_of_work_that_fails_keeps_no_project(admin: Actor) -> None:
    def half(session: UnitSession) -> None:
        new_project(session, "half")
        raise RuntimeError

    before = rows()
    with pytest.raises(RuntimeError), work(admin) as session:
        half(session)
    assert rows() == before


def test_the_sample_of_one_organisation_is_not_seen_by_another(admin: Actor, stranger: Actor) -> None:
    samples.open_sample(admin)
    assert list_projects(stranger) == []
    assert list_projects(replace(admin, language="zh")) != []


def test_the_costs_of_an_opened_sample_are_those_of_its_file(admin: Actor) -> None:
    """19,012.50 EUR: 950.625 pooled hours x 14 EUR / 0.7."""
    files = project_files(admin, samples.open_sample(admin))
    cost = json.loads(files["cost.json"])
    assert cost["regions"]["east"]["paid_basis"]["base"] == pytest.approx(19012.5, abs=1e-6)
