"""The download of a project holds the scenarios its reader may see and the quotes that count, and nothing else."""

import json
from typing import Any

import pytest

from domain.costing.scenario import Overrides
from domain.shared.people import Actor
from services.costing_quotes import add_quote, delete_quote, list_quotes
from services.costing_scenarios import add_scenario, delete_scenario, read_scenario, share_scenario
from services.exchange import project_files, project_zip
from services.samples import open_sample
from tests.colleagues_case import colleague_of
from tests.integration.test_costing_quotes_service import QUOTE

BUSIER = Overrides(answers={"occupancy": 0.75})
SECRET = "Cheaper than the chief knows"


@pytest.fixture
def project(admin: Actor) -> str:
    return open_sample(admin)


def downloaded(actor: Actor, project: str, name: str) -> Any:
    return json.loads(project_files(actor, project)[name])


def test_ones_own_scenarios_are_among_the_files_with_what_they_change(admin: Actor, project: str) -> None:
    add_scenario(admin, project, "Busier", BUSIER)
    (told,) = downloaded(admin, project, "scenarios.json")["scenarios"]
    assert (told["name"], told["shared"], told["baseline"]) == ("Busier", False, False)
    assert told["overrides"]["answers"] == {"occupancy": 0.75}


def test_what_a_colleague_keeps_private_is_in_no_file(admin: Actor, project: str) -> None:
    made = add_scenario(admin, project, SECRET, BUSIER)
    mei = colleague_of(admin, "mei")
    files = project_files(mei, project)
    assert "scenarios.json" not in files
    assert SECRET.encode() not in b"".join(files.values())
    share_scenario(admin, made, shared=True, version=read_scenario(admin, made).version)
    assert [each["name"] for each in downloaded(mei, project, "scenarios.json")["scenarios"]] == [SECRET]


def test_what_was_taken_away_is_not_downloaded(admin: Actor, project: str) -> None:
    made, _ = add_scenario(admin, project, "Busier", BUSIER), add_quote(admin, QUOTE)
    delete_scenario(admin, made, version=read_scenario(admin, made).version)
    (quote,) = list_quotes(admin)
    delete_quote(admin, quote.id, version=quote.version)
    assert not {"scenarios.json", "quotes.json"} & set(project_files(admin, project))


def test_quotes_are_downloaded_and_stand_in_the_comparison_of_the_cost_file(
    admin: Actor, project: str
) -> None:
    made = add_quote(admin, QUOTE)
    (told,) = downloaded(admin, project, "quotes.json")["quotes"]
    assert (told["label"], told["low"], told["billing_basis"]) == ("Vendor A", "15.10", "productive_hour")
    assert made in downloaded(admin, project, "cost.json")["comparison"]["private"]


def test_the_same_project_gives_the_same_bytes(admin: Actor, project: str) -> None:
    add_scenario(admin, project, "Busier", BUSIER)
    add_quote(admin, QUOTE)
    assert project_zip(admin, project) == project_zip(admin, project)
